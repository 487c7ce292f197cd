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
    // Cases erased by earlier versions: their conflicts are in the event chain only.
    `INSERT OR IGNORE INTO conflicts (reference, who, why)
      SELECT reference, who, 'named' FROM (
        SELECT e.reference, CASE WHEN json_valid(e.detail) THEN json_extract(e.detail, '$.who') END AS who
        FROM events e WHERE e.kind = 'conflict-noted'
          AND NOT EXISTS (SELECT 1 FROM submissions s WHERE s.reference = e.reference))
      WHERE typeof(who) = 'text'`,
  ],
};
