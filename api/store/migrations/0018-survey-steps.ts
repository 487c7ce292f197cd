// The counts at each advance of a survey's public results, so that a late count changes no published step.

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
