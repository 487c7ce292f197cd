// Who is clearing which survey text now, so that two people do not do the same work. Expires after minutes.

export const textClaims = {
  id: '0020-text-claims',
  statements: [
    `CREATE TABLE survey_text_claims (
      text BLOB PRIMARY KEY,
      person TEXT NOT NULL,
      until TEXT NOT NULL
    ) STRICT, WITHOUT ROWID`,
  ],
};
