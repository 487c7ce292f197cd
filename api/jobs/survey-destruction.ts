// Destroys the answers of a survey by an act. It is decided and recorded in one turn, and from then on the
// results are gone; the answers are deleted afterwards in pieces, so that a concurrent submission does not
// wait for a hundred thousand rows.
import { toInstant } from '../domain/intake.ts';
import type { ActSurvey, SurveyObstacle } from '../domain/register/act-surveys.ts';
import { type RegisterEvent, registerEvent } from '../domain/register/events.ts';
import type { Person } from '../domain/register/people.ts';
import { horizonOf, type Policies } from '../domain/register/retention.ts';
import {
  type FallingSurvey,
  fallingSurvey,
  losesFigures,
  mayBeListed,
  type PresentSurvey,
  surveyKeptBecause,
} from '../domain/register/survey-retention.ts';
import type { Journal } from '../store/journal.ts';
import { beginSurvey, holdSurvey, type SurveyRetentionStore } from '../store/register/survey-retention.ts';

type Version = Pick<ActSurvey, 'survey' | 'version'>;

export interface SurveyDestruction {
  /** Every version with answers and the date they may be destroyed; earliest first. */
  kept(): Promise<readonly FallingSurvey[]>;
  /** Those that an act may list now. */
  due(): Promise<readonly FallingSurvey[]>;
  /** What remains of an act, with the obstacles. */
  obstacles(act: string): Promise<readonly SurveyObstacle[]>;
  /**
   * Destroys at most about this many rows listed by the act; returns how many versions are finished, and
   * whether anything changed.
   */
  carryOut(
    act: { readonly id: string; readonly number: string },
    by: Person | null,
    options: { readonly rows: number; readonly signal?: AbortSignal | undefined },
  ): Promise<{ readonly through: number; readonly moved: boolean }>;
  /** Sets whether anything of a survey may be destroyed; false when it already is as requested. */
  hold(survey: string, isHeld: boolean, by: Person): Promise<boolean>;
}

export interface SurveyDestructionTools {
  readonly surveyStore: SurveyRetentionStore;
  readonly journal: Pick<Journal, 'run'>;
  readonly policies: Policies;
  /** Surveys as currently in the content. */
  readonly surveys: readonly PresentSurvey[];
  readonly now: () => Date;
  /** After the last rows of a survey: empties the write-ahead log and the texts cached in memory. */
  readonly forgotten: () => Promise<unknown>;
}

const isSame = (a: Version, b: Version): boolean => a.survey === b.survey && a.version === b.version;

/** Creates the service over its store. */
export function createSurveyDestruction(tools: SurveyDestructionTools): SurveyDestruction {
  const { surveyStore: store, journal, policies, surveys, now } = tools;
  const today = () => horizonOf(policies, now()).today;

  async function kept(): Promise<FallingSurvey[]> {
    const all = (await store.kept()).map(of =>
      fallingSurvey(
        policies,
        of,
        surveys.find(({ id }) => id === of.survey),
      ),
    );
    return all.toSorted((a, b) => ((a.dueOn ?? '9') < (b.dueOn ?? '9') ? -1 : 1));
  }

  const event = (kind: RegisterEvent, by: Person | null, detail: Readonly<Record<string, string | number>>) =>
    registerEvent(kind, by ?? 'system', toInstant(now()), detail);

  /** What remains of an act, with its amount and obstacles; once begun, nothing blocks a survey. */
  async function remaining(act: string) {
    const all = await kept();
    return (await store.remaining(act)).map(of => {
      const there = all.find(one => isSame(one.of, of));
      const why = of.begunAt !== null || !there ? null : surveyKeptBecause(there, today());
      return { of, there, why };
    });
  }

  /** Decided by the state in this turn: a hold may have been placed a moment ago. */
  const begin = (act: { readonly id: string; readonly number: string }, of: ActSurvey, by: Person | null) =>
    journal.run<boolean>(async append => {
      const present = (await remaining(act.id)).find(one => isSame(one.of, of));
      if (!present || present.why !== null) return { statements: [], result: false };
      if (present.of.begunAt !== null) return { statements: [], result: true };
      const { survey, version, closedOn } = of;
      const { answers, texts } = present.there?.of ?? of;
      await append(event('survey-destroyed', by, { act: act.number, survey, version, answers, texts }));
      const withFigures = losesFigures(policies, closedOn);
      return {
        statements: beginSurvey(act.id, of, { at: toInstant(now()), answers, texts, withFigures }),
        result: true,
      };
    });

  return {
    kept,
    due: async () => (await kept()).filter(one => mayBeListed(one, today())),
    obstacles: async act => (await remaining(act)).map(({ of, why }) => ({ of, why })),
    async carryOut(act, by, { rows, signal }) {
      let [through, moved] = [0, false];
      for (const { of, why } of await remaining(act.id)) {
        if (signal?.aborted) break;
        if (why !== null || !(await begin(act, of, by))) continue;
        const isDone = await store.sweep(act.id, of, { rows, at: toInstant(now()) });
        await tools.forgotten();
        moved = true;
        if (!isDone) break;
        through += 1;
      }
      return { through, moved };
    },
    hold: (survey, isHeld, by) =>
      journal.run(async append => {
        const all = (await store.kept()).filter(one => one.survey === survey);
        if (all.length === 0 || all.every(one => one.isHeld === isHeld))
          return { statements: [], result: false };
        await append(event(isHeld ? 'survey-hold-set' : 'survey-hold-lifted', by, { survey }));
        return { statements: [holdSurvey(survey, isHeld ? toInstant(now()) : null)], result: true };
      }),
  };
}
