// The first schema: submissions, their events, and survey answers.

export const submissions = {
  id: '0001-submissions',
  statements: [
    `CREATE TABLE submissions (
      id INTEGER PRIMARY KEY,
      reference TEXT NOT NULL UNIQUE,
      kind TEXT NOT NULL CHECK (kind IN ('complaint', 'suggestion', 'gratitude', 'question', 'site')),
      state TEXT NOT NULL DEFAULT 'received' CHECK (state IN ('received', 'in-review', 'needs-information',
        'answered', 'noted', 'forwarded', 'unexamined', 'withdrawn', 'reopened')),
      received_at TEXT NOT NULL,
      due_on TEXT,
      deadline TEXT NOT NULL,
      content TEXT NOT NULL,
      content_digest BLOB NOT NULL,
      idempotency_hash BLOB NOT NULL UNIQUE,
      code_hash BLOB NOT NULL UNIQUE,
      receipt TEXT NOT NULL
    ) STRICT`,
    'CREATE INDEX submissions_by_due ON submissions (due_on, id)',
    `CREATE TABLE events (
      id INTEGER PRIMARY KEY,
      submission_id INTEGER NOT NULL REFERENCES submissions (id) ON DELETE CASCADE,
      at TEXT NOT NULL,
      kind TEXT NOT NULL,
      detail TEXT NOT NULL DEFAULT '{}'
    ) STRICT`,
    'CREATE INDEX events_by_submission ON events (submission_id, id)',
    `CREATE TABLE survey_responses (
      id INTEGER PRIMARY KEY,
      survey TEXT NOT NULL,
      version INTEGER NOT NULL,
      received_on TEXT NOT NULL,
      answers TEXT NOT NULL,
      content_digest BLOB NOT NULL,
      idempotency_hash BLOB NOT NULL UNIQUE,
      reference TEXT NOT NULL UNIQUE,
      receipt TEXT NOT NULL
    ) STRICT`,
    'CREATE INDEX survey_responses_by_survey ON survey_responses (survey, id)',
  ],
};
