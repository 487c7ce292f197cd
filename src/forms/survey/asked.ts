// Which questions of a survey were asked, given the answers; answers to other questions are not stored.
import { shownNames } from '../conditions.ts';
import { conditionsOf, fieldNames, type SurveySection } from './definition.ts';

/** Checked answers by field name; a list for questions with several answers. */
export type Answers = Readonly<Record<string, string | readonly string[]>>;

/** Names of the fields that were asked, and only their answers. */
export function askedOf(
  { sections }: { readonly sections: readonly SurveySection[] },
  answers: Answers,
): { readonly asked: ReadonlySet<string>; readonly answers: Answers } {
  const fields = sections.flatMap(section =>
    section.questions.flatMap(question =>
      fieldNames(question).map(name => ({ name, showIf: conditionsOf(section, question) })),
    ),
  );
  const asked = shownNames(fields, answers);
  return { asked, answers: Object.fromEntries(Object.entries(answers).filter(([name]) => asked.has(name))) };
}
