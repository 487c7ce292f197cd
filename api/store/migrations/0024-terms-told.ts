// Which ends of retention terms whom has been told of; why a case stayed out of a destruction act, or stayed in spite of it;
// and the events of a kind without reading the whole chain.

export const termsTold = {
  id: '0024-terms-told',
  statements: [
    // The fewest days before the end that the person has been told of: what is told later is told of fewer.
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
    // Without arrivals, which are most of them where it matters: taking in has no index more to write.
    "CREATE INDEX events_by_kind ON events (kind, seq) WHERE kind <> 'received'",
  ],
};
