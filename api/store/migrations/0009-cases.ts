// What the register knows of a case beyond what came in: who works it, how it came and how it ended, whom it concerns,
// and what staff write among themselves.

export const cases = {
  id: '0009-cases',
  statements: [
    // Counts every step on the case: what somebody decided by an older count is refused.
    'ALTER TABLE submissions ADD COLUMN version INTEGER NOT NULL DEFAULT 0',
    // A person's id (`people`).
    'ALTER TABLE submissions ADD COLUMN assignee TEXT',
    `ALTER TABLE submissions ADD COLUMN channel TEXT NOT NULL DEFAULT 'web'
      CHECK (channel IN ('web', 'counter', 'phone', 'letter', 'email', 'e-address'))`,
    // What came of a suspicion of spam; null while nobody has looked.
    "ALTER TABLE submissions ADD COLUMN spam TEXT CHECK (spam IN ('cleared', 'confirmed'))",
    // A possible whistleblower's report leaves the ordinary register (Trauksmes celšanas likums 11).
    `ALTER TABLE submissions ADD COLUMN handling TEXT NOT NULL DEFAULT 'ordinary'
      CHECK (handling IN ('ordinary', 'whistleblower'))`,
    'ALTER TABLE submissions ADD COLUMN closed_at TEXT',
    "ALTER TABLE submissions ADD COLUMN outcome TEXT CHECK (outcome IN ('justified', 'partly', 'not'))",
    // When it was looked through for whom it may be about; nobody sees a case in a list before.
    'ALTER TABLE submissions ADD COLUMN screened_at TEXT',
    'DROP INDEX submissions_open',
    // What is owed something, first due first, what has no day last; a few among a million.
    `CREATE INDEX submissions_open ON submissions (coalesce(due_on, '9999-12-31'), id)
      WHERE state IN ('received', 'in-review', 'needs-information', 'reopened')`,
    `CREATE INDEX submissions_assigned ON submissions (assignee, coalesce(due_on, '9999-12-31'), id)
      WHERE assignee IS NOT NULL AND state IN ('received', 'in-review', 'needs-information', 'reopened')`,
    `CREATE INDEX submissions_suspect ON submissions (id)
      WHERE suspicions IS NOT NULL AND spam IS NULL AND state IN ('received', 'in-review', 'needs-information', 'reopened')`,
    'CREATE INDEX submissions_unscreened ON submissions (id) WHERE screened_at IS NULL',
    "CREATE INDEX submissions_whistleblower ON submissions (id) WHERE handling = 'whistleblower'",
    // What was closed before there was such a column.
    `UPDATE submissions SET closed_at = (SELECT max(at) FROM events WHERE events.reference = submissions.reference)
      WHERE state IN ('answered', 'noted', 'forwarded', 'unexamined', 'withdrawn')`,
    'CREATE INDEX submissions_closed ON submissions (closed_at, id) WHERE closed_at IS NOT NULL',
    // Who has nothing to do with a case because it is, or may be, about them (Iesniegumu likums 5(2)). `who` is a
    // person's id or an entry of the staff directory; `lifted` where somebody has found that it is not.
    `CREATE TABLE conflicts (
      reference TEXT NOT NULL REFERENCES submissions (reference) ON DELETE CASCADE,
      who TEXT NOT NULL,
      why TEXT NOT NULL CHECK (why IN ('named', 'post', 'declared', 'lifted')),
      PRIMARY KEY (reference, who)
    ) STRICT, WITHOUT ROWID`,
    // Words among staff, sealed like the rest of the case. A draft is the answer somebody prepares for another.
    `CREATE TABLE notes (
      n INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      reference TEXT NOT NULL REFERENCES submissions (reference) ON DELETE CASCADE,
      at TEXT NOT NULL,
      person TEXT NOT NULL,
      kind TEXT NOT NULL,
      body BLOB NOT NULL
    ) STRICT`,
    'CREATE INDEX notes_by_reference ON notes (reference, n)',
    // Cases that belong together: the same matter sent twice, or one submission of several people (Iesniegumu likums 6).
    `CREATE TABLE links (
      reference TEXT NOT NULL REFERENCES submissions (reference) ON DELETE CASCADE,
      other TEXT NOT NULL REFERENCES submissions (reference) ON DELETE CASCADE,
      kind TEXT NOT NULL CHECK (kind IN ('duplicate', 'joint', 'related')),
      PRIMARY KEY (reference, other)
    ) STRICT, WITHOUT ROWID`,
    'CREATE INDEX links_by_other ON links (other)',
    // What is left of a case that was erased: nothing about a person, enough to keep the figures right.
    `CREATE TABLE tombstones (
      reference TEXT PRIMARY KEY,
      kind TEXT NOT NULL,
      state TEXT NOT NULL,
      channel TEXT NOT NULL,
      service TEXT,
      rule_points TEXT NOT NULL,
      outcome TEXT,
      received_at TEXT NOT NULL,
      due_on TEXT,
      closed_at TEXT,
      satisfaction INTEGER,
      effort INTEGER,
      rated_at TEXT,
      erased_at TEXT NOT NULL
    ) STRICT`,
  ],
};
