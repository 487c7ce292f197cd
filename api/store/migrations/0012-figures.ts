// An index for the figures, so that rows need not be read; and publications about closed cases.

export const figures = {
  id: '0012-figures',
  statements: [
    // Rows are wide, because they contain the content: the figures of a year are read from this index alone.
    `CREATE INDEX submissions_figures ON submissions (closed_at, received_at, due_on, kind, state, service,
      rule_points, outcome, channel, spam, handling)`,
    'CREATE INDEX tombstones_by_closing ON tombstones (closed_at, received_at)',
    'CREATE INDEX tombstones_rated ON tombstones (rated_at) WHERE rated_at IS NOT NULL',
    // The few extended terms among all events.
    "CREATE INDEX events_extended ON events (reference) WHERE kind = 'due-extended'",
    // Written by staff so that it names nobody; it remains when the case is erased. `reference` is null from
    // then on.
    `CREATE TABLE publications (
      id TEXT PRIMARY KEY,
      reference TEXT REFERENCES submissions (reference) ON DELETE SET NULL,
      published_on TEXT NOT NULL,
      kind TEXT NOT NULL,
      rule_points TEXT NOT NULL,
      said TEXT NOT NULL,
      changed TEXT NOT NULL,
      withdrawn_on TEXT
    ) STRICT`,
    'CREATE INDEX publications_by_reference ON publications (reference) WHERE reference IS NOT NULL',
    'CREATE INDEX publications_shown ON publications (published_on, id) WHERE withdrawn_on IS NULL',
  ],
};
