// Warnings about ends of retention terms already sent; why a case was left out of, or kept in spite of, a
// destruction act; and an index of events by kind.

export const termsTold = {
  id: '0024-terms-told',
  statements: [
    // The fewest days before the end in a warning already sent; later warnings have fewer.
    `CREATE TABLE terms_told (
      person TEXT NOT NULL,
      due_on TEXT NOT NULL,
      days INTEGER NOT NULL,
      PRIMARY KEY (person, due_on)
    ) STRICT, WITHOUT ROWID`,
    // Codes of reasons, as JSON.
    'ALTER TABLE destruction_cases ADD COLUMN kept_because TEXT',
    `CREATE TABLE destruction_left_out (
      act TEXT NOT NULL REFERENCES destruction_acts (id) ON DELETE CASCADE,
      reference TEXT NOT NULL,
      due_on TEXT NOT NULL,
      why TEXT NOT NULL,
      PRIMARY KEY (act, reference)
    ) STRICT, WITHOUT ROWID`,
    // Without arrivals, which are most events: the intake writes no additional index.
    "CREATE INDEX events_by_kind ON events (kind, seq) WHERE kind <> 'received'",
  ],
};
