// Tells the heads by letter that retention terms end. What was told of is noted in the commit that queues the letter, so
// that no restart, outage or clock set back tells of it again.

import type { SiteBundle } from '../../src/contract/site-bundle.ts';
import { isMailable, type Mail } from '../domain/mails.ts';
import { REGISTER } from '../domain/register/events.ts';
import type { Person } from '../domain/register/people.ts';
import { isOfficeTime } from '../domain/register/reminders.ts';
import type { Falling } from '../domain/register/retention.ts';
import { mayAtDesk } from '../domain/register/rights.ts';
import {
  type EndingTerm,
  endingTerms,
  silentUntil,
  type Told,
  termsText,
} from '../domain/register/term-warnings.ts';
import type { Statement } from '../store/database.ts';
import type { Journal } from '../store/journal.ts';
import { markTold, type TermsTold } from '../store/register/terms-told.ts';
import type { MailPort } from './queue-mail.ts';
import type { Retention } from './retention.ts';

/** What it takes to find out, without sending. */
export interface TermLooking {
  readonly people: () => Promise<readonly Person[]>;
  readonly retention: Pick<Retention, 'falling'>;
  readonly told: TermsTold;
  readonly site: SiteBundle;
  /** The Riga date. */
  readonly today: () => string;
}

export interface WarnTools extends TermLooking {
  readonly journal: Journal;
  readonly mail: Pick<MailPort, 'enabled' | 'statements' | 'wake'>;
  /** The public address of the site without a slash at the end. */
  readonly origin: string;
  readonly now: () => Date;
}

export interface TermWarning {
  readonly person: Person;
  readonly terms: readonly EndingTerm[];
}

const NOTHING: Told = new Map();

interface Seen {
  readonly person: Person;
  readonly falling: readonly Falling[];
}

/** Whom letters reach, with the cases that are theirs to see. Takes its time where there are many: never in the journal's turn. */
async function look({ people, retention }: TermLooking): Promise<readonly Seen[]> {
  const seen: Seen[] = [];
  for (const person of await people())
    if (mayAtDesk(person, 'retention') && person.email !== null && isMailable(person.email))
      seen.push({ person, falling: await retention.falling(person) });
  return seen;
}

/** What they have not been told of yet. */
async function untold(seen: readonly Seen[], { told, site, today }: TermLooking): Promise<TermWarning[]> {
  const known = await told.all();
  const until = silentUntil(site, today());
  return seen
    .map(({ person, falling }) => ({
      person,
      terms: endingTerms(falling, known.get(person.id) ?? NOTHING, until),
    }))
    .filter(({ terms }) => terms.length > 0);
}

/** Who would be told of what, whatever the time. */
export const termWarnings = async (tools: TermLooking): Promise<readonly TermWarning[]> =>
  untold(await look(tools), tools);

/** Named by what it tells of: two letters of one day that tell of different terms are two. */
function letterOf({ person, terms }: TermWarning, { origin, site, today }: WarnTools): Mail {
  return {
    kind: 'reminder',
    to: person.email ?? '',
    lang: 'lv',
    reference: REGISTER,
    occasion: `terms ${person.id} ${terms.map(({ dueOn, days }) => `${dueOn}-${days}`).join(' ')}`,
    ...termsText(terms, { origin, today: today(), centre: site.centre.shortName }),
  };
}

/** Queues what is to be told now; resolves with how many letters there are, null outside office hours or without mail. */
export async function warnOfTerms(tools: WarnTools): Promise<number | null> {
  const { journal, mail, site, now } = tools;
  if (!mail.enabled || !isOfficeTime(site, now())) return null;
  const seen = await look(tools);
  const letters = await journal.run(async () => {
    // In the turn that writes: another program may just have told.
    const warnings = await untold(seen, tools);
    const statements: Statement[] = [];
    for (const warning of warnings)
      statements.push(
        ...(await mail.statements(letterOf(warning, tools))),
        ...markTold(warning.person.id, warning.terms),
      );
    return { statements, result: warnings.length };
  });
  if (letters > 0) mail.wake();
  return letters;
}
