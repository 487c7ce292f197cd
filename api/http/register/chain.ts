// The event chain over HTTP: its last events, whether it is whole, its head.
import { addDays, rigaInstant } from '../../../src/calendar/dates.ts';
import { toInstant } from '../../domain/intake.ts';
import { signHead } from '../../domain/register/chain-head.ts';
import { registerEvent } from '../../domain/register/events.ts';
import { byId } from '../../domain/register/people.ts';
import { mayAtDesk } from '../../domain/register/rights.ts';
import { type ChainDamage, walkChain } from '../../domain/verify-chain.ts';
import type { Place } from '../../store/register/chain-log.ts';
import { recordEvents } from '../../store/register/record.ts';
import { CHAIN, type ChainView, chainHeadPage, chainPage } from '../../views/register/chain.ts';
import { eventNamed } from '../../views/verification-text.ts';
import { notFound } from './case-answer.ts';
import type { RegisterContext } from './env.ts';
import { registerPage } from './reply.ts';

const PAGE = 50;

/** A Riga date there is, or nothing. */
function dayIn(typed = ''): string {
  if (!/^\d{4}-\d\d-\d\d$/.test(typed) || Number.isNaN(Date.parse(typed))) return '';
  return addDays(typed, 0) === typed ? typed : '';
}

const spanOf = (day: string): readonly [string, string] => [
  toInstant(rigaInstant(day, '00:00')),
  toInstant(rigaInstant(addDays(day, 1), '00:00')),
];

function nextHref(kind: string, day: string, { reference, n }: Place): string {
  const query = new URLSearchParams({
    ...(kind ? { veids: kind } : {}),
    ...(day ? { diena: day } : {}),
    pirms: `${reference}.${n}`,
  });
  return `${CHAIN}?${query}`;
}

const whoLooks = (c: RegisterContext) => ({
  viewer: c.var.person,
  whistleblower: mayAtDesk(c.var.person, 'whistleblower'),
});

export async function showChain(c: RegisterContext, verdict: ChainView['verdict'] = null): Promise<Response> {
  const { deps } = c.var;
  const kind = /^[a-z][a-z-]{0,39}$/.exec(c.req.query('veids')?.trim() ?? '')?.[0] ?? '';
  const day = dayIn(c.req.query('diena'));
  const who = whoLooks(c);
  const [, reference, n] =
    /^(KAC-[\w-]{1,20}|REGISTRS)\.([1-9]\d{0,8})$/.exec(c.req.query('pirms') ?? '') ?? [];
  const before = reference && (await deps.chain.seqAt({ reference, n: Number(n) }, who));
  const events = await deps.chain.events({
    ...who,
    kind: kind || undefined,
    span: day ? spanOf(day) : undefined,
    before: before || undefined,
    limit: PAGE + 1,
  });
  const shown = events.slice(0, PAGE);
  const last = shown.at(-1);
  const page = chainPage({
    events: shown,
    people: byId(await deps.people.list()),
    kind,
    day,
    next: events.length > PAGE && last ? nextHref(kind, day, await deps.chain.placeOf(last, who)) : null,
    verdict,
  });
  return registerPage(c, page);
}

/**
 * Where the first damage is, for who may see that event. Numbers of events are not told: whoever counts those that are shown
 * would learn how many are not.
 */
async function damagePlace(c: RegisterContext, damage: ChainDamage): Promise<string> {
  if (!('event' in damage)) return 'Kāds notikums ir izdzēsts.';
  const { seq } = damage.event;
  const [shown] = await c.var.deps.chain.events({ ...whoLooks(c), before: seq + 1, limit: 1 });
  return shown?.seq === seq ? `Pirmais bojājums: ${eventNamed(shown)}.` : 'Kāds notikums ir mainīts.';
}

/** Walks the whole chain; that somebody did stands in it afterwards. */
export async function checkChain(c: RegisterContext): Promise<Response> {
  const { chain, keyring, journal, now } = c.var.deps;
  const { head, damage } = await walkChain(keyring, { eventsAfter: chain.after });
  const detail = { whole: damage === null, upTo: head.seq };
  await recordEvents(journal, registerEvent('chain-checked', c.var.person, toInstant(now()), detail));
  const text = damage
    ? `${await damagePlace(c, damage)} Kas tieši noticis, parāda komanda npm run register -- verify.`
    : 'Pārbaudīti visi notikumi. Vai ķēdei nav nogriezts gals, parāda tikai agrāk saglabāts gals.';
  return showChain(c, { whole: damage === null, text });
}

export async function showHead(c: RegisterContext): Promise<Response> {
  const { chain, keyring, site, now } = c.var.deps;
  const head = await chain.head();
  if (!head) return notFound(c);
  return registerPage(c, chainHeadPage(await signHead(keyring, head, toInstant(now()), site.centre.name)));
}
