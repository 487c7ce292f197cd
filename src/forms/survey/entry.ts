// A paper sheet as data: its answers, those that should not have been given, and differences between two
// readings. Pure.
import { type Answers, askedOf } from './asked.ts';
import { fieldNames, questionsOf, type SurveyDefinition } from './definition.ts';

type Asking = Pick<SurveyDefinition, 'sections'>;

const namesOf = (survey: Asking): readonly string[] => questionsOf(survey).flatMap(fieldNames);

/** The answers, without technical fields and without white space around texts. */
export function answersIn(survey: Asking, data: Readonly<Record<string, unknown>>): Answers {
  const answers: Record<string, string | readonly string[]> = {};
  for (const name of namesOf(survey)) {
    const given = data[name];
    if (typeof given === 'string' && given.trim() !== '') answers[name] = given.trim();
    if (Array.isArray(given) && given.length > 0) answers[name] = given.map(String);
  }
  return answers;
}

/** Fields that are answered although they were not asked, in the order of the sheet. */
export function notAsked(survey: Asking, answers: Answers): readonly string[] {
  const { asked } = askedOf(survey, answers);
  return namesOf(survey).filter(name => name in answers && !asked.has(name));
}

/** The answers without those to these fields. */
export const without = (answers: Answers, left: readonly string[]): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([name]) => !left.includes(name)));

/** Different line breaks, spaces and order of ticks are not different answers. */
const comparable = (answer: Answers[string] | undefined): string =>
  typeof answer === 'string' ? answer.replaceAll(/\s+/g, ' ').trim() : (answer ?? []).toSorted().join('\n');

/** Fields whose answers differ between two readings of a sheet, in its order. */
export const differing = (survey: Asking, one: Answers, other: Answers): readonly string[] =>
  namesOf(survey).filter(name => comparable(one[name]) !== comparable(other[name]));

/** The second reading, with the first reading's answers in these fields. */
export function settled(second: Answers, first: Answers, fields: readonly string[]): Answers {
  const taken = Object.entries(first).filter(([name]) => fields.includes(name));
  return { ...without(second, fields), ...Object.fromEntries(taken) };
}
