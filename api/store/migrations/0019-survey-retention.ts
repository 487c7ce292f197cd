// For destroying survey answers by an act: the versions that an act lists, and holds.

export const surveyRetention = {
  id: '0019-survey-retention',
  statements: [
    // Outlives the answers: from `begun_at` on it records that they are destroyed, since when and by which
    // act.
    `CREATE TABLE destruction_surveys (
      act TEXT NOT NULL REFERENCES destruction_acts (id) ON DELETE CASCADE,
      survey TEXT NOT NULL,
      version INTEGER NOT NULL,
      title TEXT NOT NULL,
      closed_on TEXT NOT NULL,
      due_on TEXT NOT NULL,
      answers INTEGER NOT NULL,
      texts INTEGER NOT NULL,
      begun_at TEXT,
      erased_at TEXT,
      PRIMARY KEY (act, survey, version)
    ) STRICT, WITHOUT ROWID`,
    'CREATE INDEX destruction_by_survey ON destruction_surveys (survey, version)',
    'CREATE TABLE survey_holds (survey TEXT PRIMARY KEY, since TEXT NOT NULL) STRICT, WITHOUT ROWID',
  ],
};
