// The language of the pages on which a submission was filed, for its letters. Null is Latvian. It is not
// sealed, so that a repeated send from the page in the other language is still the same submission.

export const language = {
  id: '0023-language',
  statements: ["ALTER TABLE submissions ADD COLUMN language TEXT CHECK (language IN ('lv', 'en'))"],
};
