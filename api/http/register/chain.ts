// The event chain over HTTP: its last events, its integrity, its head.
import { addDays, rigaInstant } from '../../../src/calendar/dates.ts';
import { toInstant } from '../../domain/intake.ts';
import { signHead } from '../../domain/register/chain-head.ts';
import { registerEvent } from '../../domain/register/events.ts';
import { byId } from '../../domain/register/people.ts';
import { mayAtDesk } from '../../domain/register/rights.ts';
import { type Checked, isWhole, MOST_FINDINGS } from '../../domain/register/verdict.ts';
import type { Place } from '../../store/register/chain-log.ts';
import { recordEvents } from '../../store/register/record.ts';
import { findingTexts } from '../../views/finding-text.ts';
import { CHAIN, type ChainVerdict, chainHeadPage, chainPage } from '../../views/register/chain.ts';
import { damageText } from '../../views/verification-text.ts';
import { notFound } from './case-answer.ts';
import type { RegisterContext } from './env.ts';
import { registerPage } from './reply.ts';

const PAGE = 50;

/** An existing Riga date, or an empty string. */
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

export async function showChain(c: RegisterContext): Promise<Response> {
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
    verdict: c.req.query('parbaude') === undefined ? null : await verdictFor(c),
  });
  return registerPage(c, page);
}

/** A page is not kept waiting longer than this; a longer check goes on beside the work. */
const WAIT_MS = 3000;

/** Checks the whole register; an event records it afterwards. */
export async function checkChain(c: RegisterContext): Promise<Response> {
  const { verification, journal, now, log } = c.var.deps;
  const joined = verification.progress() !== null;
  const checked = verification.run().then(async done => {
    // Who joins a running check has not made one.
    if (joined) return;
    const detail = { whole: isWhole(done.verdict), upTo: done.verdict.head.seq };
    await recordEvents(journal, registerEvent('chain-checked', c.var.person, toInstant(now()), detail));
  });
  const failed = checked.catch(fault => {
    const message = fault instanceof Error ? fault.message : String(fault);
    log({ level: 'error', event: 'verification', detail: { message } });
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const waited = new Promise(resolve => {
    timer = setTimeout(resolve, WAIT_MS);
  });
  await Promise.race([failed, waited]);
  clearTimeout(timer);
  return c.redirect(`${CHAIN}?parbaude=1`, 303);
}

/** What the viewer is told of the check that runs, or else of the last one. */
async function verdictFor(c: RegisterContext): Promise<ChainVerdict> {
  const { verification } = c.var.deps;
  const progress = verification.progress();
  if (progress !== null) return { outcome: 'running', percent: Math.floor(progress * 10) * 10 };
  const last = verification.last();
  if (!last) return { outcome: 'none' };
  return isWhole(last.verdict)
    ? { outcome: 'whole', at: last.at }
    : {
        outcome: 'damaged',
        at: last.at,
        isChain: last.verdict.damage !== null,
        ...(await tellable(c, last)),
      };
}

/** Findings in words, without those about cases that the viewer may not learn of. */
async function tellable(
  c: RegisterContext,
  { verdict: { damage, findings } }: Checked,
): Promise<{ readonly texts: readonly string[]; readonly isMore: boolean }> {
  const { deps, person } = c.var;
  const named = damage && 'event' in damage ? [damage.event.reference] : [];
  const references = [...named, ...findings.filter(({ what }) => what !== 'unmarked').map(({ of }) => of)];
  const to = { viewer: person, whistleblower: mayAtDesk(person, 'whistleblower') };
  const hidden = await deps.chain.hidden(to, [...new Set(references)]);
  const shown = findings.filter(({ what, of }) => what === 'unmarked' || !hidden.has(of));
  const isDamageHidden = named.some(reference => hidden.has(reference));
  return {
    texts: [
      ...(damage && !isDamageHidden ? [damageText(damage)] : []),
      ...findingTexts(shown, findings.length >= MOST_FINDINGS),
    ],
    isMore: isDamageHidden || shown.length < findings.length,
  };
}

export async function showHead(c: RegisterContext): Promise<Response> {
  const { chain, keyring, site, now } = c.var.deps;
  const head = await chain.head();
  if (!head) return notFound(c);
  return registerPage(c, chainHeadPage(await signHead(keyring, head, toInstant(now()), site.centre.name)));
}
