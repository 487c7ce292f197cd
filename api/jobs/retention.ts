// Determines what is to be destroyed when, and destroys it by an act: one case at a time, each with its
// event, so that an interruption leaves nothing half-done and the next run continues there.
import type { Actor } from '../domain/chain.ts';
import { staffActor } from '../domain/chain.ts';
import { hex } from '../domain/crypto/bytes.ts';
import { erasureDetail, parseAct } from '../domain/erasure.ts';
import { toInstant } from '../domain/intake.ts';
import { registerEvent } from '../domain/register/events.ts';
import type { Person } from '../domain/register/people.ts';
import {
  type Act,
  type ActRefusal,
  type ActSummary,
  type Falling,
  horizonOf,
  type KeptCase,
  keptBecause,
  keptUntil,
  type LeftOut,
  type Progress,
  pausesOf,
} from '../domain/register/retention.ts';
import { denialOf } from '../domain/register/rights.ts';
import type { FallingSurvey } from '../domain/register/survey-retention.ts';
import type { Erase } from '../store/erase.ts';
import type { Journal } from '../store/journal.ts';
import {
  beginAct,
  type ClosedCursor,
  dropAct,
  endAct,
  insertAct,
  markErased,
  markKept,
  type RetentionStore,
} from '../store/register/retention.ts';
import { listSurveys } from '../store/register/survey-retention.ts';
import {
  createSurveyDestruction,
  type SurveyDestruction,
  type SurveyDestructionTools,
} from './survey-destruction.ts';

const asListed = ({ of, closedOn, dueOn }: FallingSurvey) => ({ ...of, closedOn, dueOn: dueOn ?? '' });

/** Null means the program itself, which may access everything. */
export type By = Person | null;

export interface Retention {
  /** Earliest due first; with `viewer` null everything. */
  falling(viewer: By): Promise<readonly Falling[]>;
  /** Answers to surveys. */
  readonly surveys: Pick<SurveyDestruction, 'kept' | 'hold'>;
  /** What is kept from the viewer is no part of an act, nor of its numbers. */
  acts(viewer: By): Promise<readonly ActSummary[]>;
  /** Null where there is none. */
  act(by: { readonly id: string } | { readonly number: string }, viewer: By): Promise<Act | null>;
  /** Cases whose term was over when the act was made but that it does not list, with the reason. */
  leftOut(id: string, viewer: By): Promise<readonly LeftOut[]>;
  /** Records the exact list of what is due now. */
  make(number: string, by: By): Promise<{ readonly act: Act } | { readonly refused: ActRefusal }>;
  /** False when something has already been destroyed by it. */
  drop(act: Act, by: By): Promise<boolean>;
  /** What blocks each remaining case of the act. */
  obstacles(act: Act, by: By): Promise<Pick<Progress, 'left' | 'surveysLeft'>>;
  /**
   * Destroys at most `limit` cases of the act, and additionally as many survey rows as take about as long.
   */
  carryOut(
    act: Act,
    by: By,
    options: { readonly limit: number; readonly signal?: AbortSignal },
  ): Promise<Progress>;
}

export interface RetentionTools extends SurveyDestructionTools {
  readonly store: RetentionStore;
  readonly journal: Journal;
  readonly erase: Erase;
  readonly random: (length: number) => Uint8Array;
}

const BATCH = 500;
/** Survey rows that take about as long as one case. */
const ROWS_A_CASE = 200;
const actor = (by: By): Actor => (by ? staffActor(by.id) : 'system');

/** Everything due by the end of the horizon that the viewer may see, earliest first. */
export async function fallingIn(
  { store, policies, now }: Pick<RetentionTools, 'store' | 'policies' | 'now'>,
  viewer: By,
): Promise<Falling[]> {
  const { last, before } = horizonOf(policies, now());
  const found: Falling[] = [];
  let after: ClosedCursor | null = null;
  for (;;) {
    const cases: readonly KeptCase[] = await store.closed({ before, after, limit: BATCH, viewer });
    for (const of of cases) {
      const kept =
        viewer && denialOf(viewer, 'open', { ...of, assignee: null }) ? null : keptUntil(policies, of);
      if (kept && kept.dueOn <= last) found.push({ ...kept, of, pauses: pausesOf(of) });
    }
    const end = cases.at(-1);
    if (cases.length < BATCH || !end?.closedAt) break;
    after = { closedAt: end.closedAt, id: end.id };
  }
  return found.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.of.id - b.of.id));
}

/** Creates the service over its stores. */
export function createRetention(tools: RetentionTools): Retention {
  const { store, journal, erase, policies, now } = tools;
  const surveys = createSurveyDestruction(tools);
  const today = () => horizonOf(policies, now()).today;

  const falling = (viewer: By): Promise<Falling[]> => fallingIn(tools, viewer);

  const why = (of: KeptCase, by: By): Progress['left'][number]['why'] =>
    by && denialOf(by, 'open', { ...of, assignee: null }) ? 'conflicted' : keptBecause(policies, of, today());

  const event = (
    kind: 'act-made' | 'act-dropped' | 'act-begun' | 'act-done',
    act: string,
    by: By,
    { cases, surveys: versions }: Pick<ActSummary, 'cases' | 'surveys'>,
  ) => {
    const detail = { act, cases, ...(versions > 0 ? { surveys: versions } : {}) };
    return registerEvent(kind, by ?? 'system', toInstant(now()), detail);
  };

  const service: Retention = {
    falling,
    acts: store.acts,
    leftOut: store.leftOut,
    act: store.act,
    async make(typed, by) {
      const number = parseAct(typed);
      if (number === null) return { refused: 'no-number' };
      const id = hex(tools.random(8));
      const made = await journal.run<ActRefusal | 'made'>(async append => {
        if (await store.act({ number }, null)) return { statements: [], result: 'number-taken' };
        const over = (await falling(by)).filter(one => one.dueOn <= today());
        const due = over.filter(one => one.pauses.length === 0);
        const dueSurveys = await surveys.due();
        if (due.length + dueSurveys.length === 0) return { statements: [], result: 'nothing-due' };
        await append(event('act-made', number, by, { cases: due.length, surveys: dueSurveys.length }));
        const cases = due.map(({ of, class: { id: kind }, closedOn, dueOn }) => ({
          reference: of.reference,
          class: kind,
          kind: of.kind,
          closedOn,
          dueOn,
        }));
        const act = { id, number, madeAt: toInstant(now()), madeBy: by?.id ?? 'system' };
        const leftOut = over
          .filter(one => one.pauses.length > 0)
          .map(({ of, dueOn, pauses }) => ({ reference: of.reference, dueOn, why: pauses }));
        return {
          statements: [...insertAct(act, cases, leftOut), ...listSurveys(id, dueSurveys.map(asListed))],
          result: 'made',
        };
      });
      const act = made === 'made' ? await store.act({ id }, by) : null;
      return act ? { act } : { refused: made as ActRefusal };
    },
    drop: (act, by) =>
      journal.run(async append => {
        const present = await store.act({ id: act.id }, null);
        if (!present || present.begunAt !== null) return { statements: [], result: false };
        await append(event('act-dropped', act.number, by, act));
        return { statements: [dropAct(act.id)], result: true };
      }),
    surveys,
    obstacles: async (act, by) => ({
      left: (await store.remaining(act.id, by)).map(of => ({ reference: of.reference, why: why(of, by) })),
      surveysLeft: await surveys.obstacles(act.id),
    }),
    async carryOut(act, by, { limit, signal }) {
      await journal.run(async append => {
        const present = await store.act({ id: act.id }, null);
        if (!present || present.begunAt !== null) return { statements: [], result: undefined };
        await append(event('act-begun', act.number, by, act));
        return { statements: [beginAct(act.id, actor(by), toInstant(now()))], result: undefined };
      });
      const open = (await service.obstacles(act, by)).left.filter(one => one.why === null);
      let erased = 0;
      for (const { reference } of open.slice(0, limit)) {
        if (signal?.aborted) break;
        const at = toInstant(now());
        const result = await erase({
          reference,
          at,
          actor: actor(by),
          detail: erasureDetail({ code: 'destruction-act', act: act.number }),
          // Checked against the case's state in this turn: a message or a hold may have arrived a moment ago.
          keptBecause: of => why(of, by),
          alongside: [markErased(act.id, reference, at)],
        });
        if (result.outcome === 'erased') erased += 1;
      }
      const rows = (limit - erased) * ROWS_A_CASE;
      const { through, moved } =
        rows > 0 ? await surveys.carryOut(act, by, { rows, signal }) : { through: 0, moved: false };
      const { left, surveysLeft } = await service.obstacles(act, by);
      const done = [...left, ...surveysLeft].every(one => one.why !== null);
      if (done) await end(act, by);
      return { erased: erased + through, moved: moved || erased > 0, left, surveysLeft, done };
    },
  };

  /** Cases that could not be destroyed can be listed by the next act. */
  const end = (act: Act, by: By): Promise<void> =>
    journal.run(async append => {
      const present = await store.act({ id: act.id }, null);
      if (!present || present.doneAt !== null) return { statements: [], result: undefined };
      await append(
        event('act-done', act.number, by, { cases: present.erased, surveys: present.surveysErased }),
      );
      const kept = (await store.remaining(act.id, null)).flatMap(of => {
        // Obstacles that apply to everyone are checked before those for one person.
        const reason = keptBecause(policies, of, today()) ?? why(of, by);
        return reason ? [markKept(act.id, of.reference, reason)] : [];
      });
      return { statements: [...kept, endAct(act.id, toInstant(now()))], result: undefined };
    });

  return service;
}
