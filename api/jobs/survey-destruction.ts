// Destroying the answers of a survey by an act: decided and recorded in one turn, from which on its results are gone; what
// people sent goes after it in pieces, so that nobody who sends something meanwhile waits for a hundred thousand rows.
import { type Actor, staffActor } from '../domain/chain.ts';
import { toInstant } from '../domain/intake.ts';
import type { ActSurvey } from '../domain/register/act-surveys.ts';
import { REGISTER, type RegisterEvent } from '../domain/register/events.ts';
import type { Person } from '../domain/register/people.ts';
import { horizonOf, type Policies } from '../domain/register/retention.ts';
import {
  type FallingSurvey,
  fallingSurvey,
  losesFigures,
  type PresentSurvey,
  surveyKeptBecause,
} from '../domain/register/survey-retention.ts';
import type { Journal } from '../store/journal.ts';
import { beginSurvey, holdSurvey, type SurveyRetentionStore } from '../store/register/survey-retention.ts';

export interface SurveyObstacle {
  readonly of: ActSurvey;
  readonly why: 'hold' | 'not-due' | null;
}

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

const actor = (by: Person | null): Actor => (by ? staffActor(by.id) : 'system');

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

  const event = (
    kind: RegisterEvent,
    by: Person | null,
    detail: Readonly<Record<string, string | number>>,
  ) => ({
    reference: REGISTER,
    at: toInstant(now()),
    kind,
    actor: actor(by),
    detail,
  });

  /** What of a version stands in the way now; of one that was begun nothing does. */
  async function obstacles(act: string): Promise<SurveyObstacle[]> {
    const all = await kept();
    return (await store.remaining(act)).map(of => {
      const there = all.find(one => one.of.survey === of.survey && one.of.version === of.version);
      return { of, why: of.begunAt !== null || !there ? null : surveyKeptBecause(there, today()) };
    });
  }

  /** Decided by how it stands in this very turn: a hold may have come a moment ago. */
  const begin = (act: { readonly id: string; readonly number: string }, of: ActSurvey, by: Person | null) =>
    journal.run<boolean>(async append => {
      const present = (await obstacles(act.id)).find(
        one => one.of.survey === of.survey && one.of.version === of.version,
      );
      if (!present || present.why !== null) return { statements: [], result: false };
      if (present.of.begunAt !== null) return { statements: [], result: true };
      const { survey, version, closedOn } = of;
      const there = (await kept()).find(one => one.of.survey === survey && one.of.version === version);
      const { answers, texts } = there?.of ?? of;
      await append(event('survey-destroyed', by, { act: act.number, survey, version, answers, texts }));
      const withFigures = losesFigures(policies, closedOn);
      return {
        statements: beginSurvey(act.id, of, { at: toInstant(now()), answers, texts, withFigures }),
        result: true,
      };
    });

  return {
    kept,
    due: async () =>
      (await kept()).filter(one => !one.of.isInAct && surveyKeptBecause(one, today()) === null),
    obstacles,
    async carryOut(act, by, { rows, signal }) {
      let [through, moved] = [0, false];
      for (const { of, why } of await obstacles(act.id)) {
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
