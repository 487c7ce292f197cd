// Retention and destruction over HTTP: the terms, the acts, and destruction by an act.
import { rigaDate } from '../../../src/calendar/dates.ts';
import { parseAct } from '../../domain/erasure.ts';
import { type ActView, actPage, destroyPage } from '../../views/register/destruction-act.ts';
import { actHref, RETENTION } from '../../views/register/places-keeping.ts';
import { retentionPage } from '../../views/register/retention.ts';
import type { RetentionRefusal } from '../../views/register/words-keeping.ts';
import { notFound } from './case-answer.ts';
import { deskOf } from './desk.ts';
import { asDesk, type RegisterContext } from './env.ts';
import { registerPage } from './reply.ts';
import { fieldsIn } from './sign-in.ts';

/** Cases destroyed per request; the page continues with the rest. */
const AT_ONCE = 100;

interface Refused {
  readonly refusal?: RetentionRefusal;
  readonly typed?: string;
}

export async function showRetention(
  c: RegisterContext,
  { refusal, typed = '' }: Refused = {},
): Promise<Response> {
  const { retention, now } = c.var.deps;
  const policies = deskOf(c).retention;
  const today = rigaDate(now());
  const page = retentionPage({
    falling: await retention.falling(c.var.person),
    surveys: await retention.surveys.kept(),
    acts: await retention.acts(c.var.person),
    policy: policies.findLast(({ inForce }) => inForce <= today) ?? policies[0] ?? null,
    today,
    typed,
    refusal: refusal ?? null,
  });
  return registerPage(c, page, refusal ? 409 : 200);
}

export async function makeAct(c: RegisterContext): Promise<Response> {
  const { akts = '' } = await fieldsIn(asDesk(c));
  const made = await c.var.deps.retention.make(akts, c.var.person);
  return 'refused' in made
    ? showRetention(c, { refusal: made.refused, typed: akts })
    : c.redirect(actHref(made.act.id), 303);
}

type Found = Pick<ActView, 'act' | 'left' | 'surveysLeft' | 'leftOut'>;

/** Places a hold on the answers to a survey, or releases it. */
export async function holdSurvey(c: RegisterContext): Promise<Response> {
  const { aptauja = '', darit } = await fieldsIn(asDesk(c));
  if (darit === 'apturet' || darit === 'atlaut')
    await c.var.deps.retention.surveys.hold(aptauja, darit === 'apturet', c.var.person);
  return c.redirect(`${RETENTION}#aptaujas`, 303);
}

/** The act, or the response when it is not accessible to the user. */
async function find(c: RegisterContext, id: string): Promise<Found | Response> {
  const { retention } = c.var.deps;
  const act = await retention.act({ id }, c.var.person);
  if (act === null) return notFound(c);
  const nothing = { left: [], surveysLeft: [] };
  return {
    act,
    ...(act.doneAt ? nothing : await retention.obstacles(act, c.var.person)),
    leftOut: await retention.leftOut(id, c.var.person),
  };
}

const viewOf = (c: RegisterContext, found: Found, refusal: RetentionRefusal | null = null): ActView => ({
  ...found,
  refusal,
  centre: c.var.deps.site.centre,
  // The newest policy's classes come last, so that its titles take precedence.
  classes: new Map(deskOf(c).retention.flatMap(({ classes }) => classes.map(one => [one.id, one]))),
});

export async function showAct(c: RegisterContext, id: string, refusal: RetentionRefusal | null = null) {
  const found = await find(c, id);
  if (found instanceof Response) return found;
  return registerPage(c, actPage(viewOf(c, found, refusal)), refusal ? 409 : 200);
}

export async function askToDestroy(c: RegisterContext, id: string, refusal: RetentionRefusal | null = null) {
  const found = await find(c, id);
  if (found instanceof Response) return found;
  if (found.act.doneAt) return c.redirect(actHref(id), 303);
  return registerPage(c, destroyPage(viewOf(c, found, refusal)), refusal ? 422 : 200);
}

export async function destroy(c: RegisterContext, id: string): Promise<Response> {
  const { akts = '', saskanots } = await fieldsIn(asDesk(c));
  const found = await find(c, id);
  if (found instanceof Response) return found;
  const { act } = found;
  if (saskanots !== 'on') return askToDestroy(c, id, 'not-agreed');
  if (parseAct(akts) !== act.number) return askToDestroy(c, id, 'other-number');
  const { erased, done } = await c.var.deps.retention.carryOut(act, c.var.person, { limit: AT_ONCE });
  c.var.deps.log({ level: 'info', event: 'destruction', detail: { erased, done } });
  return c.redirect(done ? actHref(id) : `${actHref(id)}iznicinat/`, 303);
}

export async function dropAct(c: RegisterContext, id: string): Promise<Response> {
  const found = await find(c, id);
  if (found instanceof Response) return found;
  const dropped = await c.var.deps.retention.drop(found.act, c.var.person);
  return dropped ? c.redirect(RETENTION, 303) : showAct(c, id, 'begun');
}
