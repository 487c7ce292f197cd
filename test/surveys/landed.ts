// Answered surveys for tests of reading them: landed as answering does it.
import { randomBytes } from 'node:crypto';
import type { Deps } from '../../api/deps.ts';
import { type Answered as Arrived, landingOf } from '../../api/domain/surveys/landing.ts';
import type { Database } from '../../api/store/database.ts';
import { landStatements } from '../../api/store/surveys/land.ts';
import type { SurveyDefinition, SurveyQuestion } from '../../src/forms/survey/definition.ts';

const base = {
  version: 1,
  opens: '2026-01-01',
  closes: '2027-12-31',
  thanks: 'Paldies!',
  languages: ['lv'],
  summary: 'Aptauja par apkalpošanu.',
  anonymity: { threshold: 5 },
  results: { public: false, openData: false },
  paper: { twoPersonCheck: false },
} as const;

const questions: readonly SurveyQuestion[] = [
  {
    id: 'kopuma',
    kind: 'scale',
    measure: 'csat',
    label: 'Cik apmierināts esat?',
    required: false,
    points: 5,
    low: 'nemaz',
    high: 'pilnībā',
    cantSay: false,
  },
  { id: 'uzlabot', kind: 'text', label: 'Ko mums uzlabot?', required: false, maxLength: 2000 },
  {
    id: 'kapec',
    kind: 'short',
    label: 'Kāpēc tik zems vērtējums?',
    required: false,
    maxLength: 200,
    showIf: { question: 'kopuma', atMost: 2 },
  },
];

/** A survey with two written questions, one of them asked only of dissatisfied people. */
export const surveyOf = (more: Partial<SurveyDefinition> = {}): SurveyDefinition => ({
  ...base,
  id: 'apkalposana',
  title: 'Apkalpošanas aptauja',
  audience: 'public',
  sections: [{ id: 'viss', questions }],
  ...more,
});

export interface Answered {
  readonly answers: Arrived['answers'];
  readonly month?: string;
  readonly flags?: Arrived['flags'];
}

interface Tools {
  readonly database: Database;
  readonly deps: Pick<Deps, 'primitives' | 'windows' | 'now'>;
}

/** Lands these answers in one batch. */
export async function land(
  { database, deps }: Tools,
  survey: SurveyDefinition,
  answered: readonly Answered[],
): Promise<void> {
  const landings = await Promise.all(
    answered.map(({ answers, month = '2026-11', flags = [] }) =>
      landingOf(
        { ...deps, random: length => randomBytes(length) },
        { survey, answers, month, at: deps.now().getTime(), channel: 'web', flags },
      ),
    ),
  );
  await database.batch([...landStatements(landings)]);
}

/** Lands answers with one text each. */
export const landTexts = (
  tools: Tools,
  survey: SurveyDefinition,
  texts: readonly string[],
  month?: string,
): Promise<void> =>
  land(
    tools,
    survey,
    texts.map(text => ({ answers: { kopuma: '4', uzlabot: text }, ...(month ? { month } : {}) })),
  );
