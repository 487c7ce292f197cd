// What had been counted whenever public results of a survey moved on, so that a count that comes late changes no step that was
// seen already.

export const surveySteps = {
  id: '0018-survey-steps',
  statements: [
    `CREATE TABLE survey_steps (
      survey TEXT NOT NULL,
      version INTEGER NOT NULL,
      first_month TEXT NOT NULL,
      last_month TEXT NOT NULL,
      responses INTEGER NOT NULL,
      counts TEXT NOT NULL,
      PRIMARY KEY (survey, version, last_month)
    ) STRICT, WITHOUT ROWID`,
  ],
};
