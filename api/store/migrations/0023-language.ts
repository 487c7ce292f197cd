// In which language's pages a submission was filed, for the letters about it. Null is Latvian. It lies open, so that a
// repeated send from the page in the other language is still the same submission.

export const language = {
  id: '0023-language',
  statements: ["ALTER TABLE submissions ADD COLUMN language TEXT CHECK (language IN ('lv', 'en'))"],
};
