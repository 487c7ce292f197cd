// A kiosk survey as the screen shows it: faces first, then questions with one tap each. Pure.
import type { Condition } from '../../forms/conditions.ts';
import {
  conditionsOf,
  type SurveyDefinition,
  type SurveyQuestion,
  surveyState,
} from '../../forms/survey/definition.ts';

/** Five faces, from 1 to 5. */
export const FACES = 5;
/** Number of further questions asked of one person. */
export const FURTHER = 2;

interface KioskOption {
  readonly value: string;
  readonly label: string;
  readonly hint?: string | undefined;
}

export interface KioskQuestion {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly options: readonly KioskOption[];
  /** Labels of a scale's ends, when its points have no labels. */
  readonly ends?: readonly [low: string, high: string];
  /** True when “can't say” is offered. */
  readonly cantSay: boolean;
  readonly showIf: readonly Condition[];
}

type Scale = Extract<SurveyQuestion, { kind: 'scale' | 'nps' }>;
type Tapped = Extract<SurveyQuestion, { kind: 'scale' | 'nps' | 'choice' }>;

/** True when one tap answers it. */
export const isTapped = (question: SurveyQuestion): question is Tapped =>
  ['scale', 'nps', 'choice'].includes(question.kind);

const pointsOf = (question: Scale): readonly number[] =>
  question.kind === 'nps'
    ? Array.from({ length: 11 }, (_, i) => i)
    : Array.from({ length: question.points }, (_, i) => i + 1);

function scaleOptions(question: Scale): Pick<KioskQuestion, 'options' | 'ends'> {
  const labels = question.kind === 'scale' ? question.labels : undefined;
  const options = pointsOf(question).map((n, i) => ({ value: String(n), label: labels?.[i] ?? String(n) }));
  return labels ? { options } : { options, ends: [question.low ?? '', question.high ?? ''] };
}

const choiceOptions = (question: Extract<SurveyQuestion, { kind: 'choice' }>) => ({
  options: question.options.map(({ id, label, hint }) => ({ value: id, label, hint })),
});

/**
 * The questions of the screen, the faces first. Questions that need typing or several taps are left out; the
 * content check refuses them.
 */
export function kioskQuestions({ sections }: Pick<SurveyDefinition, 'sections'>): readonly KioskQuestion[] {
  return sections.flatMap(section =>
    section.questions.filter(isTapped).map(question => ({
      id: question.id,
      label: question.label,
      hint: question.hint,
      cantSay: question.cantSay,
      showIf: conditionsOf(section, question),
      ...(question.kind === 'choice' ? choiceOptions(question) : scaleOptions(question)),
    })),
  );
}

/** The id of a question's heading. */
export const headingId = (question: string): string => `jautajums-${question}`;

interface Entry<T> {
  readonly id: string;
  readonly data: T;
}

/** The survey to show on a day (`YYYY-MM-DD`): of the open ones, the one that opened last. */
export function openKioskSurvey<T extends Entry<Pick<SurveyDefinition, 'audience' | 'opens' | 'closes'>>>(
  surveys: readonly T[],
  today: string,
): T | null {
  const open = surveys.filter(({ data }) => data.audience === 'kiosk' && surveyState(data, today) === 'open');
  const newest = open.toSorted(
    (a, b) => b.data.opens.localeCompare(a.data.opens) || a.id.localeCompare(b.id),
  );
  return newest[0] ?? null;
}
