// Answers of a small survey as the stored counts, computed from what each person answered: the tests know the
// people, results must not.
import { type CountRow, countsOf, type SurveyChannel } from '../../api/domain/surveys/counts.ts';
import type { AnsweredVersion } from '../../api/domain/surveys/versions.ts';
import type { SurveyDefinition, SurveyQuestion } from '../../src/forms/survey/definition.ts';

export interface Person {
  /** When they were given and, if later, stored: `2026-03`. */
  readonly month?: string;
  readonly stored?: string;
  readonly flagged?: boolean;
  readonly channel?: SurveyChannel;
  /** By field; a list where several were chosen; null where it was shown and left empty, absent where it was not asked. */
  readonly answers: Readonly<Record<string, string | readonly string[] | null>>;
}

export const scale = (id: string, more: object = {}): SurveyQuestion => ({
  kind: 'scale',
  id,
  label: `Jautājums ${id}?`,
  required: false,
  points: 5,
  low: 'nē',
  high: 'jā',
  cantSay: false,
  ...more,
});

export const choice = (id: string, options: readonly string[], more: object = {}): SurveyQuestion => ({
  kind: 'choice',
  id,
  label: `Izvēle ${id}?`,
  required: false,
  options: options.map(option => ({ id: option, label: `Atbilde ${option}` })),
  cantSay: false,
  group: false,
  ...more,
});

export const survey = (
  questions: readonly SurveyQuestion[],
  more: Partial<SurveyDefinition> = {},
): SurveyDefinition => ({
  id: 'parauga',
  title: 'Parauga aptauja',
  summary: 'Aptauja mēģinājumam.',
  audience: 'public',
  languages: ['lv'],
  version: 1,
  opens: '2026-01-01',
  closes: '2026-12-31',
  thanks: 'Paldies!',
  sections: [{ id: 'viss', questions }],
  anonymity: { threshold: 5 },
  results: { public: true, openData: true },
  paper: { twoPersonCheck: false },
  ...more,
});

export const versionOf = (definition: SurveyDefinition, responses = 0): AnsweredVersion => ({
  survey: definition.id,
  version: definition.version,
  definition,
  audience: definition.audience,
  threshold: definition.anonymity.threshold,
  responses,
});

/** The rows for everyone and for each group, made with the same code as a landing. */
export function countRows(definition: SurveyDefinition, people: readonly Person[]): CountRow[] {
  const rows = new Map<string, CountRow>();
  for (const { month = '', flagged = false, channel = 'web', answers } of people) {
    const given = Object.fromEntries(
      Object.entries(answers).flatMap(([name, answer]) => (answer === null ? [] : [[name, answer]])),
    );
    const asked = new Set(Object.keys(answers));
    for (const { n, ...row } of countsOf(definition, { answers: given, asked, month, channel, flagged })) {
      const key = JSON.stringify(Object.values(row));
      rows.set(key, { ...row, n: (rows.get(key)?.n ?? 0) + n });
    }
  }
  return [...rows.values()];
}

export const whole = (rows: readonly CountRow[]): CountRow[] => rows.filter(({ slice }) => slice === '');

/** `n` copies of a person. */
export const times = (n: number, person: Person): Person[] => Array.from({ length: n }, () => person);
