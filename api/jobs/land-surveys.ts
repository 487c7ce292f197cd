// Moves waiting answers of closed staff surveys from their pools to the results, all in one batch and only if
// there are enough for anonymity; too few stay sealed until their term ends (rule point 10.2,
// docs/decisions/0028).
import { toInstant } from '../domain/intake.ts';
import { type RegisterEvent, registerEvent } from '../domain/register/events.ts';
import type { Policies } from '../domain/register/retention.ts';
import { type Landing, type LandingTools, landingOf } from '../domain/surveys/landing.ts';
import { countByVersion, openPool, type PoolTools, sealPool, type Waiting } from '../domain/surveys/pool.ts';
import { asPromised } from '../domain/surveys/promised.ts';
import { surveyTerm } from '../domain/surveys/term.ts';
import type { Append, Journal } from '../store/journal.ts';
import { landStatements } from '../store/surveys/land.ts';
import { dropPool, exchangePool, type Pool, type PoolStore } from '../store/surveys/pool.ts';

type SurveyDefinition = Landing['survey'];

export interface LandTools extends Omit<PoolTools, 'primitives'>, LandingTools {
  readonly pools: Pick<PoolStore, 'all' | 'find' | 'definitions' | 'isHeld'>;
  readonly journal: Pick<Journal, 'run'>;
  readonly site: { readonly surveys: readonly SurveyDefinition[] };
  readonly policies: Policies;
  readonly now: () => Date;
}

/** Answers now moved to the results, or deleted for good. */
export interface Landed {
  readonly survey: string;
  readonly landed: number;
  readonly dropped: number;
}

/** Processes every pool; returns those that changed. */
export async function landSurveys(tools: LandTools): Promise<readonly Landed[]> {
  const done: Landed[] = [];
  for (const { survey } of await tools.pools.all()) {
    const landed = await tools.journal.run(append => decide(tools, survey, append));
    if (landed) done.push(landed);
  }
  return done;
}

const NOTHING = { statements: [], result: null };

/** Decides on a pool within its turn, in its current state, including answers given since it was listed. */
async function decide(tools: LandTools, id: string, append: Append) {
  const pool = await tools.pools.find(id);
  if (!pool) return NOTHING;
  const stored = new Map(
    [...(await tools.pools.definitions(id))].map(([version, json]): [number, SurveyDefinition] => [
      version,
      JSON.parse(json),
    ]),
  );
  const written = tools.site.surveys.find(survey => survey.id === id);
  const closes = (written ?? [...stored.values()].at(-1))?.closes;
  const term = closes === undefined ? 'open' : surveyTerm(closes, tools.policies, tools.now());
  if (term === 'open') return NOTHING;
  const waiting = await openPool(tools, id, pool.sealed);
  const counts = countByVersion(waiting);
  const isReady = ({ version }: Waiting): boolean => (counts.get(version) ?? 0) >= pool.threshold;
  const ready = waiting.filter(isReady);
  if (ready.length > 0) return land(tools, { pool, waiting, isReady, written, stored }, append);
  if (term === 'closed' || (await tools.pools.isHeld(id))) return NOTHING;
  await append(event(tools, 'survey-dropped', id, waiting.length));
  return { statements: dropPool(id), result: { survey: id, landed: 0, dropped: waiting.length } };
}

interface Ready {
  readonly pool: Pool;
  readonly waiting: readonly Waiting[];
  readonly isReady: (one: Waiting) => boolean;
  readonly written: SurveyDefinition | undefined;
  readonly stored: ReadonlyMap<number, SurveyDefinition>;
}

/** In one batch with the remaining pool: after a crash each answer is in exactly one place. */
async function land(tools: LandTools, { pool, waiting, isReady, written, stored }: Ready, append: Append) {
  const { survey, sealed: before, threshold } = pool;
  const definitionOf = (version: number): SurveyDefinition => {
    const then = stored.get(version) ?? null;
    const now = written?.version === version ? written : then;
    if (!now) throw new Error(`what version ${version} of ${survey} asked is not known any more`);
    return asPromised(now, threshold, then);
  };
  const ready = waiting.filter(isReady);
  const asked = new Map(
    [...new Set(ready.map(({ version }) => version))].map(version => [version, definitionOf(version)]),
  );
  const landings = await Promise.all(
    ready.map(({ version, answers }) =>
      landingOf(tools, {
        survey: asked.get(version) ?? definitionOf(version),
        answers,
        at: tools.now().getTime(),
        month: '',
        channel: 'web',
        flags: [],
      }),
    ),
  );
  const after = await sealPool(
    tools,
    survey,
    waiting.filter(one => !isReady(one)),
  );
  await append(event(tools, 'survey-landed', survey, ready.length));
  return {
    statements: [exchangePool({ survey, before, after }), ...landStatements(landings)],
    result: { survey, landed: ready.length, dropped: 0 },
  };
}

const event = ({ now }: LandTools, kind: RegisterEvent, survey: string, count: number) =>
  registerEvent(kind, 'system', toInstant(now()), { survey, count });
