// A survey for the pages of its texts: who may read them, which questions may be shown, and their titles.
import {
  type Audience,
  isWritten,
  questionsOf,
  type SurveyDefinition,
} from '../../../src/forms/survey/definition.ts';
import { isReleased, mayReadTexts } from '../../domain/surveys/texts.ts';
import type { AnsweredVersion } from '../../domain/surveys/versions.ts';
import type { Asked } from '../../store/surveys/texts.ts';
import type { TextSurveyView } from '../../views/register/text-parts.ts';
import type { RegisterContext } from './env.ts';

export interface TextSurvey extends TextSurveyView {
  readonly audience: Audience;
  readonly threshold: number;
  /** Newest first. */
  readonly versions: readonly number[];
  /** Questions whose texts may be shown. */
  readonly of: readonly Asked[];
  /** Whether all questions or some show nothing because too few people answered. */
  readonly tooFew: 'all' | 'some' | null;
}

const DEFAULT_POINTS = 5;

function ratingPoints(definitions: readonly SurveyDefinition[]): number {
  for (const question of definitions.flatMap(questionsOf))
    if (question.kind === 'scale' && question.measure === 'csat') return question.points;
  return DEFAULT_POINTS;
}

/** The number of people who were asked each question of a version. */
async function askedOf(c: RegisterContext, { survey, version }: AnsweredVersion) {
  const asked = new Map<string, number>();
  const rows = await c.var.deps.surveyCounts.whole({ survey, version, withoutFlagged: false });
  for (const { question, n } of rows) asked.set(question, (asked.get(question) ?? 0) + n);
  return asked;
}

/** Open questions of a version, and whether their texts may be shown. */
async function written(c: RegisterContext, of: AnsweredVersion) {
  const questions = questionsOf(of.definition).filter(isWritten);
  const asked = of.audience === 'staff' ? await askedOf(c, of) : null;
  return questions.map(({ id }) => ({
    asked: { version: of.version, question: id },
    released: isReleased(of, asked?.get(id) ?? 0),
  }));
}

/** The survey for the signed-in user; null when it does not exist or the user may not read its texts. */
export async function textSurvey(c: RegisterContext, id: string): Promise<TextSurvey | null> {
  const { deps, person } = c.var;
  const stored = (await deps.surveyCounts.versions(id)).toSorted((a, b) => b.version - a.version);
  const content = deps.site.surveys.find(survey => survey.id === id);
  const definitions = [...(content ? [content] : []), ...stored.map(({ definition }) => definition)];
  const [newest] = definitions;
  // A survey for staff in any version stays restricted to them.
  const audience = [...stored, ...(content ? [content] : [])].some(one => one.audience === 'staff')
    ? 'staff'
    : newest?.audience;
  if (!newest || !audience || !mayReadTexts(person, audience)) return null;
  const questions = new Map<string, string>();
  for (const definition of definitions)
    for (const question of questionsOf(definition).filter(isWritten))
      if (!questions.has(question.id)) questions.set(question.id, question.label);
  const all = (await Promise.all(stored.map(of => written(c, of)))).flat();
  const released = all.filter(one => one.released);
  return {
    id,
    title: newest.title,
    audience,
    threshold: Math.max(newest.anonymity.threshold, ...stored.map(({ threshold }) => threshold)),
    versions: stored.map(({ version }) => version),
    manyVersions: stored.length > 1,
    questions,
    ratingPoints: ratingPoints(definitions),
    destroyed:
      stored
        .flatMap(one => one.destroyed ?? [])
        .toSorted((a, b) => (a.at < b.at ? -1 : 1))
        .at(-1) ?? null,
    of: released.map(({ asked }) => asked),
    tooFew: released.length === all.length ? null : released.length === 0 ? 'all' : 'some',
  };
}
