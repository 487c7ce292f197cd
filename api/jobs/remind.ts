// Reminds staff of pending work: one digest per person per day, through the outbox. When a restart or two
// concurrent programs queue it twice, it is sent once: its Message-ID is derived from the person and the day.

import type { SiteBundle } from '../../src/contract/site-bundle.ts';
import { isMailable, type Mail } from '../domain/mails.ts';
import { REGISTER } from '../domain/register/events.ts';
import type { Person } from '../domain/register/people.ts';
import { type Digest, isEmpty, isOfficeTime, reminderText } from '../domain/register/reminders.ts';
import { mayAtDesk } from '../domain/register/rights.ts';
import type { WorkRow, WorkView } from '../domain/register/work.ts';
import type { Journal } from '../store/journal.ts';
import type { Worklist } from '../store/register/worklist.ts';
import type { MailPort } from './queue-mail.ts';

export interface RemindTools {
  readonly people: () => Promise<readonly Person[]>;
  readonly worklist: Pick<Worklist, 'page'>;
  readonly journal: Journal;
  readonly mail: Pick<MailPort, 'enabled' | 'statements' | 'wake'>;
  readonly site: SiteBundle;
  /** The public address of the site without a trailing slash. */
  readonly origin: string;
  /** Riga dates: today, and the last day that counts as soon. */
  readonly days: () => { readonly today: string; readonly soon: string };
  readonly now: () => Date;
}

/** The dependencies for finding reminders without sending. */
export type Looking = Pick<RemindTools, 'people' | 'worklist' | 'site' | 'origin' | 'days'>;

export interface Reminder {
  readonly person: Person;
  readonly digest: Digest;
  readonly mail: Mail;
}

const PAGE = 200;
const isHead = ({ roles }: Person): boolean => roles.includes('director') || roles.includes('deputy');

/** All rows of a view that the person may see; cases closed to them are excluded. */
async function all({ worklist, days }: Looking, view: WorkView, viewer: Person): Promise<WorkRow[]> {
  const found: WorkRow[] = [];
  for (let after: Awaited<ReturnType<Worklist['page']>>['next'] = null; ; ) {
    const page = await worklist.page(
      { view, viewer, ...days() },
      { limit: PAGE, ...(after ? { after } : {}) },
    );
    found.push(...page.rows);
    after = page.next;
    if (!after) return found;
  }
}

type Views = Readonly<Record<'overdue' | 'soon' | 'unread' | 'review' | 'erasure', readonly WorkRow[]>>;

const viewsOf = async (tools: Looking, person: Person): Promise<Views> => ({
  overdue: await all(tools, 'overdue', person),
  soon: await all(tools, 'soon', person),
  unread: await all(tools, 'unread', person),
  review: await all(tools, 'review', person),
  erasure: await all(tools, 'erasure', person),
});

interface Others {
  /** Cases the director sees; the deputy need not be reminded of them. */
  readonly seenByDirector: ReadonlySet<string>;
  /** Ids of the current staff. */
  readonly working: ReadonlySet<string>;
}

/** The person's own cases, and cases without a current assignee: somebody authorised has to take these. */
function digestFor(person: Person, views: Views, { seenByDirector, working }: Others): Digest {
  const head = isHead(person);
  const mine = (rows: readonly WorkRow[]) =>
    rows.filter(({ assignee }) => assignee === person.id || assignee === null || !working.has(assignee));
  const directs = person.roles.includes('director');
  const told = (row: WorkRow) =>
    row.assignee !== person.id &&
    row.assignee !== null &&
    working.has(row.assignee) &&
    (directs || !seenByDirector.has(row.reference));
  return {
    escalated: head ? views.overdue.filter(told) : [],
    overdue: mine(views.overdue),
    soon: mine(views.soon),
    unread: mine(views.unread),
    // Heads decide on these, regardless of the assignee.
    review: head ? views.review : mine(views.review),
    erasure: head ? views.erasure : mine(views.erasure),
  };
}

/** The reminders due today, regardless of the time; none for people without pending work. */
export async function reminders(tools: Looking): Promise<readonly Reminder[]> {
  const { today } = tools.days();
  const staff = (await tools.people()).filter(person => mayAtDesk(person, 'work'));
  const working = new Set(staff.map(({ id }) => id));
  const reachable = staff.filter(({ email }) => email !== null && isMailable(email));
  const views = new Map<string, Views>();
  for (const person of reachable) views.set(person.id, await viewsOf(tools, person));
  const seenByDirector = new Set(
    reachable
      .filter(({ roles }) => roles.includes('director'))
      .flatMap(({ id }) => views.get(id)?.overdue ?? [])
      .map(({ reference }) => reference),
  );
  return reachable.flatMap(person => {
    const seen = views.get(person.id);
    if (!seen || person.email === null) return [];
    const digest = digestFor(person, seen, { seenByDirector, working });
    if (isEmpty(digest)) return [];
    const words = reminderText(digest, { origin: tools.origin, today, centre: tools.site.centre.shortName });
    const mail: Mail = {
      kind: 'reminder',
      to: person.email,
      lang: 'lv',
      reference: REGISTER,
      occasion: `${today} ${person.id}`,
      ...words,
    };
    return [{ person, digest, mail }];
  });
}

/** Queues today's reminders; resolves with the number of letters. Sends none outside office hours. */
export async function remind(tools: RemindTools): Promise<number> {
  const { journal, mail, site, now } = tools;
  if (!mail.enabled || !isOfficeTime(site, now())) return 0;
  const due = await reminders(tools);
  const statements = (await Promise.all(due.map(one => mail.statements(one.mail)))).flat();
  if (statements.length === 0) return 0;
  await journal.run(async () => ({ statements, result: undefined }));
  mail.wake();
  return due.length;
}
