// A conflict of interest stays with the person: it outlives the case, so that a case that was erased is not shown to them
// afterwards by its events, and it is found by the person, for links that change.

export const conflictsOfPeople = {
  id: '0026-conflicts-of-people',
  statements: [
    // Without a reference to `submissions`: erasing a case must not delete whom it was kept from. `reference` is a case's, or
    // `publication <id>` for what was published of a case that is erased. `who` is a person or a directory entry.
    `CREATE TABLE conflicts_of_people (
      reference TEXT NOT NULL,
      who TEXT NOT NULL,
      why TEXT NOT NULL CHECK (why IN ('named', 'post', 'declared', 'lifted')),
      PRIMARY KEY (reference, who)
    ) STRICT, WITHOUT ROWID`,
    'INSERT INTO conflicts_of_people (reference, who, why) SELECT reference, who, why FROM conflicts',
    'DROP TABLE conflicts',
    'ALTER TABLE conflicts_of_people RENAME TO conflicts',
    'CREATE INDEX conflicts_by_who ON conflicts (who, reference)',
    // Earlier versions kept the entry of the directory alone; whom it meant is in the event chain, also of erased cases. What
    // was lifted for the entry was lifted for them.
    `INSERT OR IGNORE INTO conflicts (reference, who, why)
      SELECT n.reference, who, CASE WHEN EXISTS (SELECT 1 FROM submissions s WHERE s.reference = n.reference)
          AND NOT EXISTS (SELECT 1 FROM conflicts c WHERE c.reference = n.reference AND c.why = n.why)
        THEN 'lifted' ELSE n.why END FROM (
        SELECT e.reference, json_extract(e.detail, '$.who') AS who, json_extract(e.detail, '$.why') AS why
        FROM events e WHERE e.kind = 'conflict-noted' AND e.kind <> 'received' AND json_valid(e.detail)) n
      WHERE typeof(who) = 'text' AND n.why IN ('named', 'post', 'declared')`,
  ],
};
