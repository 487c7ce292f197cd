// For clearing survey texts: which decision counts, why a text is withheld, and reading them by page.

export const surveyTexts = {
  id: '0017-survey-texts',
  statements: [
    // Counts each change of state or text: a decision based on an older number is refused.
    'ALTER TABLE survey_texts ADD COLUMN revision INTEGER NOT NULL DEFAULT 0',
    'ALTER TABLE survey_texts ADD COLUMN reason TEXT',
    // Rows are wide, because they contain the content: pages and counts are read from the index alone.
    'DROP INDEX survey_texts_by_survey',
    'CREATE INDEX survey_texts_by_survey ON survey_texts (survey, state, month, id, version, question)',
    "CREATE INDEX survey_texts_tagged ON survey_texts (survey, state, tags) WHERE tags <> '[]'",
    // Whether a key window is still needed when a submission that shares it is erased.
    'CREATE INDEX survey_texts_by_window ON survey_texts (window_id)',
  ],
};
