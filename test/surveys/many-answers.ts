// Many people answering a survey, the same in every run: for pages of results and their speed.
import type { Answers } from '../../src/forms/survey/asked.ts';
import {
  questionsOf,
  type SurveyDefinition,
  type SurveyQuestion,
} from '../../src/forms/survey/definition.ts';
import type { Answered } from './landed.ts';

/** Numbers from 0 up to 1, the same in every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** From 0 up to a number, larger ones more likely: most people are satisfied. */
const leaning = (random: () => number, count: number): number => Math.floor(count * Math.sqrt(random()));

function answerTo(question: SurveyQuestion, random: () => number): Answers {
  const { id } = question;
  if (random() < 0.06 && !question.required) return {};
  if ('cantSay' in question && question.cantSay && random() < 0.08) return { [id]: 'cant-say' };
  switch (question.kind) {
    case 'scale':
      return { [id]: String(1 + leaning(random, question.points)) };
    case 'nps':
      return { [id]: String(leaning(random, 11)) };
    case 'choice':
      return { [id]: question.options[Math.floor(random() * question.options.length)]?.id ?? '' };
    case 'choices':
      return { [id]: question.options.filter(() => random() < 0.4).map(option => option.id) };
    case 'grid':
      return Object.fromEntries(
        question.rows.map(row => [`${id}.${row.id}`, String(1 + leaning(random, question.points))]),
      );
    case 'number':
      return { [id]: String(question.min + Math.floor(random() * (question.max - question.min + 1))) };
    case 'date':
      return { [id]: `2026-0${1 + Math.floor(random() * 9)}-15` };
    default:
      return random() < 0.5 ? { [id]: 'Viss labi.' } : {};
  }
}

/** The answers of `count` people, spread over months; every thirtieth one answers too fast. */
export function manyAnswers(
  survey: SurveyDefinition,
  {
    count,
    months,
    seed = 1,
  }: { readonly count: number; readonly months: readonly string[]; readonly seed?: number },
): Answered[] {
  const random = seeded(seed);
  return Array.from({ length: count }, (_, i) => {
    const answers = Object.assign({}, ...questionsOf(survey).map(one => answerTo(one, random))) as Answers;
    const month = months[Math.floor(random() * months.length)] ?? '';
    return { answers, month, ...(i % 30 === 29 ? { flags: ['too-fast'] as const } : {}) };
  });
}
