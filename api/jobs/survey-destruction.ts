// Destroying the answers of a survey by an act: decided and recorded in one turn, from which on its results are gone; what
// people sent goes after it in pieces, so that nobody who sends something meanwhile waits for a hundred thousand rows.
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
  /** Every version with answers, with when they may be destroyed; first due first. */
  kept(): Promise<readonly FallingSurvey[]>;
  /** Those that an act may list now. */
  due(): Promise<readonly FallingSurvey[]>;
  /** What is left of an act, with what stands in the way. */
  obstacles(act: string): Promise<readonly SurveyObstacle[]>;
  /** Destroys at most about so many rows of what the act lists; how many versions are through, and whether anything moved. */
  carryOut(
    act: { readonly id: string; readonly number: string },
    by: Person | null,
    options: { readonly rows: number; readonly signal?: AbortSignal | undefined },
  ): Promise<{ readonly through: number; readonly moved: boolean }>;
  /** Whether anything of a survey may be destroyed at all; false where it is as asked already. */
  hold(survey: string, isHeld: boolean, by: Person): Promise<boolean>;
}

export interface SurveyDestructionTools {
  readonly surveyStore: SurveyRetentionStore;
  readonly journal: Pick<Journal, 'run'>;
  readonly policies: Policies;
  /** Surveys as the content has them today. */
  readonly surveys: readonly PresentSurvey[];
  readonly now: () => Date;
  /** After the last of a survey: empties the write-ahead log, and what was read of it in memory. */
  readonly forgotten: () => Promise<unknown>;
}

const isSame = (a: Version, b: Version): boolean => a.survey === b.survey && a.version === b.version;

/** The service over its store. */
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

  /** What is left of an act, with how much of it is there and what stands in its way; of one that was begun nothing does. */
  async function remaining(act: string) {
    const all = await kept();
    return (await store.remaining(act)).map(of => {
      const there = all.find(one => isSame(one.of, of));
      const why = of.begunAt !== null || !there ? null : surveyKeptBecause(there, today());
      return { of, there, why };
    });
  }

  /** Decided by how it stands in this very turn: a hold may have come a moment ago. */
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
