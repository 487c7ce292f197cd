// Notifies the heads by letter that retention terms are ending. The notified terms are recorded in the commit
// that queues the letter, so that no restart, outage or clock change repeats the notification.

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

/** The dependencies for finding warnings without sending. */
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
  /** The public address of the site without a trailing slash. */
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

/**
 * The people reachable by letter, with the cases they may see. Slow when there are many: never called in the
 * journal's turn.
 */
async function look({ people, retention }: TermLooking): Promise<readonly Seen[]> {
  const seen: Seen[] = [];
  for (const person of await people())
    if (mayAtDesk(person, 'retention') && person.email !== null && isMailable(person.email))
      seen.push({ person, falling: await retention.falling(person) });
  return seen;
}

/** Terms they have not been notified of yet. */
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

/** The pending warnings, regardless of the time. */
export const termWarnings = async (tools: TermLooking): Promise<readonly TermWarning[]> =>
  untold(await look(tools), tools);

/** The id is derived from the listed terms: two letters of one day about different terms are two letters. */
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

/**
 * Queues the pending warnings; resolves with the number of letters, null outside office hours or without
 * mail.
 */
export async function warnOfTerms(tools: WarnTools): Promise<number | null> {
  const { journal, mail, site, now } = tools;
  if (!mail.enabled || !isOfficeTime(site, now())) return null;
  const seen = await look(tools);
  const letters = await journal.run(async () => {
    // Within the writing turn, because another program may have just sent it.
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
