// Who is clearing which text of a survey just now, so that two don't do the same work. Gone after minutes.

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
