// A person's data over HTTP. The query is sent by POST: a name must not appear in an address or a log.
import { rigaDate, rigaInstant } from '../../../src/calendar/dates.ts';
import { staffActor } from '../../domain/chain.ts';
import { parseReference } from '../../domain/codes.ts';
import { explanationOf } from '../../domain/due.ts';
import { erasureDetail } from '../../domain/erasure.ts';
import { toInstant } from '../../domain/intake.ts';
import { registerEvent } from '../../domain/register/events.ts';
import type { OfficeCase } from '../../domain/register/office-case.ts';
import { isGranted, paperDate, wishRefusal } from '../../domain/register/personal-data.ts';
import { keptUntil } from '../../domain/register/retention.ts';
import { denialOf } from '../../domain/register/rights.ts';
import { erasureDue, erasureDueAtMost } from '../../domain/request-due.ts';
import { requestErasure } from '../../store/register/personal-data.ts';
import { recordEvents } from '../../store/register/record.ts';
import { copyDocument } from '../../views/copy.ts';
import {
  eraseOnWishPage,
  type PersonalCase,
  type PersonalDataView,
  personalDataPage,
} from '../../views/register/personal-data.ts';
import { copyJson } from '../copy-answer.ts';
import { notFound } from './case-answer.ts';
import { deskOf } from './desk.ts';
import { asDesk, type RegisterContext } from './env.ts';
import { findCase } from './find-case.ts';
import { registerPage } from './reply.ts';
import { fieldsIn } from './sign-in.ts';
import { listed } from './worklist.ts';

const MOST = 100;
/** What is found before what is not theirs is left out: so many that this does not shorten the list. */
const FOUND = 1000;
const LONGEST = 200;

const standing = ({ of }: OfficeCase) => ({ ...of.standing, id: 0, reference: of.submission.reference });

/**
 * Every case of the person that the user may see; null when the query is empty or the search key is missing.
 */
async function find(c: RegisterContext, query: string): Promise<readonly PersonalCase[] | null> {
  const { deps, person } = c.var;
  const found = query === '' ? null : ((await deps.find?.(query, FOUND)) ?? null);
  if (!found) return null;
  const rows = (
    await deps.worklist.visible(
      found.map(({ reference }) => reference),
      person,
    )
  ).slice(0, MOST);
  const mails = await deps.personalData.mails(rows.map(({ reference }) => reference));
  return Promise.all(
    (await listed(deps, rows)).map(async row => {
      const stored = await deps.submissions.findByReference(row.reference);
      const of = stored && { ...stored.standing, id: row.id, reference: row.reference };
      const requested = row.erasureRequestedAt;
      const erases = of && denialOf(person, 'answer-erasure', of) === null;
      return {
        row,
        kept: of && keptUntil(deskOf(c).retention, of),
        mails: mails.get(row.reference) ?? 0,
        due: requested && {
          on: erasureDue(deps.site, requested),
          atMost: erasureDueAtMost(deps.site, requested),
        },
        ...(of && erases ? { refusal: wishRefusal(of, isGranted(stored.events)) } : {}),
      } as PersonalCase;
    }),
  );
}

/** Records that a search was made and how many cases it found; never the query. */
async function record(c: RegisterContext, kind: 'person-looked-up' | 'person-exported', cases: number) {
  const { deps, person } = c.var;
  await recordEvents(deps.journal, registerEvent(kind, person, toInstant(deps.now()), { cases }));
}

export async function showPersonalData(
  c: RegisterContext,
  { ko = '' }: Readonly<Record<string, string>> = {},
  notice: PersonalDataView['notice'] = null,
): Promise<Response> {
  const query = ko.trim().slice(0, LONGEST);
  const cases = await find(c, query);
  if (cases) await record(c, 'person-looked-up', cases.length);
  const today = rigaDate(c.var.deps.now());
  const page = personalDataPage({ query, cases, most: MOST, today, notice });
  return registerPage(c, page, notice === 'bad-date' ? 422 : notice === 'pending' ? 409 : 200);
}

export const lookUp = async (c: RegisterContext): Promise<Response> =>
  showPersonalData(c, await fieldsIn(asDesk(c)));

/** All of it as one file; each case's history records that it was handed out. */
export async function exportPerson(c: RegisterContext): Promise<Response> {
  const { ko = '', ka } = await fieldsIn(asDesk(c));
  const { deps, person } = c.var;
  const cases = (await find(c, ko.trim().slice(0, LONGEST))) ?? [];
  if (cases.length === 0) return showPersonalData(c, { ko });
  const opened = (await Promise.all(cases.map(({ row }) => findCase(c, row.reference)))).filter(
    of => of !== null,
  );
  const at = toInstant(deps.now());
  const views = opened.map(({ of, files }) => ({
    of,
    files,
    site: deps.site,
    explanation: explanationOf(deps.site, of.submission, 'lv'),
    at,
  }));
  await record(c, 'person-exported', views.length);
  await recordEvents(
    deps.journal,
    ...opened.map(({ of }) => ({
      reference: of.submission.reference,
      at,
      kind: 'exported',
      actor: staffActor(person.id),
      detail: { what: 'personal-data' },
    })),
  );
  const name = `personas-dati-${rigaDate(deps.now())}`;
  const headers = (ending: string) => ({
    'Content-Disposition': `attachment; filename="${name}.${ending}"`,
    'Cache-Control': 'no-store',
  });
  if (ka === 'json')
    return c.body(
      `${JSON.stringify(
        views.map(view => copyJson(view, 'lv')),
        null,
        2,
      )}\n`,
      200,
      {
        ...headers('json'),
        'Content-Type': 'application/json; charset=utf-8',
      },
    );
  const documents = await Promise.all(views.map(view => copyDocument(view, 'lv')));
  return c.html(joined(documents.map(String)), 200, headers('html'));
}

/** What was written is escaped: the tag stands there once. */
const endOfBody = (document: string): number => document.lastIndexOf('</body>');

/** Several documents as one: the head of the first, the bodies of all. */
function joined([first = '', ...rest]: readonly string[]): string {
  const bodies = rest.map(text => text.slice(text.indexOf('>', text.indexOf('<body')) + 1, endOfBody(text)));
  const end = endOfBody(first);
  return `${first.slice(0, end)}${bodies.map(body => `<hr>${body}`).join('')}${first.slice(end)}`;
}

/** A request received on paper, with the day of receipt: its one-month term begins then. */
export async function recordRequest(c: RegisterContext, typed: string): Promise<Response> {
  const { ko = '', diena = '' } = await fieldsIn(asDesk(c));
  const { deps, person } = c.var;
  const of = await findCase(c, typed);
  if (!of) return notFound(c);
  const day = paperDate(diena, rigaDate(deps.now()));
  if (day === null) return showPersonalData(c, { ko }, 'bad-date');
  const { reference } = of.of.submission;
  const taken = await deps.journal.run(async append => {
    const present = await deps.submissions.findByReference(reference);
    if (!present || present.standing.erasureRequestedAt !== null) return { statements: [], result: false };
    await append({
      reference,
      at: toInstant(deps.now()),
      kind: 'erasure-requested',
      actor: staffActor(person.id),
      detail: { on: day, channel: 'letter' },
    });
    return { statements: [requestErasure(reference, toInstant(rigaInstant(day, '12:00')))], result: true };
  });
  return showPersonalData(c, { ko }, taken ? 'recorded' : 'pending');
}

/** The case, if the user may erase it and the law permits it; null otherwise. */
async function erasable(c: RegisterContext, typed: string): Promise<OfficeCase | null> {
  const of = await findCase(c, typed);
  if (!of || denialOf(c.var.person, 'answer-erasure', of.of.standing)) return null;
  return wishRefusal(standing(of), isGranted(of.of.events)) === null ? of : null;
}

export async function askToErase(c: RegisterContext, typed: string, refused = false): Promise<Response> {
  const of = await erasable(c, typed);
  if (!of) return notFound(c);
  return registerPage(c, eraseOnWishPage(of.of.submission.reference, refused), refused ? 422 : 200);
}

export async function eraseOnWish(c: RegisterContext, typed: string): Promise<Response> {
  const { numurs = '' } = await fieldsIn(asDesk(c));
  const { deps, person } = c.var;
  const of = await erasable(c, typed);
  if (!of) return notFound(c);
  const { reference } = of.of.submission;
  if (parseReference(numurs) !== reference) return askToErase(c, typed, true);
  const erased = await deps.erase({
    reference,
    at: toInstant(deps.now()),
    actor: staffActor(person.id),
    detail: erasureDetail({ code: 'submitter-request' }),
    // Checked against the case's state in this turn.
    keptBecause: now => wishRefusal(now, true),
  });
  return erased.outcome === 'erased' ? showPersonalData(c, {}, 'erased') : notFound(c);
}
