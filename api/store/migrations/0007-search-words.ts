// The sender's search words as keyed hashes under a key that only the office has, and how far along the event
// chain the office has indexed. Written after arrival by the holder of the office's key
// (`api/jobs/index-words.ts`).

export const searchWords = {
  id: '0007-search-words',
  statements: [
    `CREATE TABLE search_words (
      token BLOB NOT NULL,
      reference TEXT NOT NULL REFERENCES submissions (reference) ON DELETE CASCADE,
      PRIMARY KEY (token, reference)
    ) STRICT, WITHOUT ROWID`,
    'CREATE INDEX search_words_by_reference ON search_words (reference)',
    `CREATE TABLE search_state (
      one INTEGER PRIMARY KEY CHECK (one = 1),
      key_check BLOB NOT NULL,
      seq INTEGER NOT NULL
    ) STRICT`,
  ],
};
