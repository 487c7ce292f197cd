// The day on which a reply by post or e-address was sent: staff send it by hand, and that day counts.

export const dispatch = {
  id: '0022-dispatch',
  statements: [
    // Since when a reply waits to be sent; null when none does.
    'ALTER TABLE submissions ADD COLUMN to_send_since TEXT',
    // A Riga date.
    'ALTER TABLE submissions ADD COLUMN sent_on TEXT',
    'ALTER TABLE tombstones ADD COLUMN sent_on TEXT',
    'CREATE INDEX submissions_unsent ON submissions (to_send_since, id) WHERE to_send_since IS NOT NULL',
    // Figures are read from this index alone (0012), and use the day of dispatch when there is one.
    'DROP INDEX submissions_figures',
    `CREATE INDEX submissions_figures ON submissions (closed_at, received_at, due_on, kind, state, service,
      rule_points, outcome, channel, spam, handling, to_send_since, sent_on)`,
  ],
};
