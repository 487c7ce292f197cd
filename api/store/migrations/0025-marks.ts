// Keyed marks on the rows that let somebody into the register, and the generation that binds them to the event chain
// (decision 0041). Rows that were there before are marked once, at the next start (`api/jobs/mark-people.ts`).

const MARKED = ['people', 'passkeys', 'sessions', 'recovery_codes', 'invitations'];

export const marks = {
  id: '0025-marks',
  statements: [
    ...MARKED.flatMap(table => [
      `ALTER TABLE ${table} ADD COLUMN generation INTEGER NOT NULL DEFAULT 0`,
      `ALTER TABLE ${table} ADD COLUMN mark BLOB`,
    ]),
    // The last change of a person's records, asked at each request. Events of cases are not in it.
    `CREATE INDEX events_of_person ON events (CASE WHEN json_valid(detail) THEN json_extract(detail, '$.of') END, seq)
      WHERE reference = 'REGISTRS'`,
  ],
};
