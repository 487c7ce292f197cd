// The parameters of the worklist, and its rows with their subjects.
import { createCalendar, YearMissingError } from '../../../src/calendar/calendar.ts';
import { addDays, rigaDate } from '../../../src/calendar/dates.ts';
import { explainDeadline } from '../../../src/calendar/deadline.ts';
import { KINDS } from '../../../src/contract/kinds.ts';
import type { Deps, RegisterDeps } from '../../deps.ts';
import { byId } from '../../domain/register/people.ts';
import { mayAtDesk } from '../../domain/register/rights.ts';
import { COUNTED, WORK_VIEWS, type WorkRow, type WorkView } from '../../domain/register/work.ts';
import { openContent } from '../../domain/submission.ts';
import type { Cursor, WorkQuery } from '../../store/register/worklist.ts';
import { doneWords } from '../../views/register/words-actions.ts';
import { type ListedCase, worklistPage } from '../../views/register/worklist.ts';
import type { RegisterContext } from './env.ts';
import { registerPage } from './reply.ts';

const PAGE = 25;
/** Working days within which a due date counts as soon. */
const SOON_DAYS = 3;

/** The last Riga date that counts as soon. */
export function soonOn({ site, now }: Pick<Deps, 'site' | 'now'>): string {
  const today = rigaDate(now());
  try {
    return explainDeadline(createCalendar(site.calendar), today, { workingDays: SOON_DAYS }).dueOn;
  } catch (error) {
    if (!(error instanceof YearMissingError)) throw error;
    return addDays(today, SOON_DAYS);
  }
}

/**
 * The views available to a user: cases that left the ordinary register are visible only to authorised users.
 */
const viewsFor = (c: RegisterContext): readonly WorkView[] =>
  WORK_VIEWS.filter(view => view !== 'whistleblower' || mayAtDesk(c.var.person, 'whistleblower'));

const oneOf = <T extends string>(values: readonly T[], typed: string | undefined): T | undefined =>
  values.find(value => value === typed);

function queryOf(c: RegisterContext): WorkQuery {
  const { deps, person } = c.var;
  return {
    view: oneOf(viewsFor(c), c.req.query('skats')) ?? 'open',
    viewer: person,
    today: rigaDate(deps.now()),
    soon: soonOn(deps),
    kind: oneOf(KINDS, c.req.query('veids')),
    service: oneOf(
      deps.site.services.map(({ id }) => id),
      c.req.query('pakalpojums'),
    ),
  };
}

/** A date, an instant or nothing, and the reference of a case. */
const CURSOR = /^(\d{4}-\d\d-\d\d(?:T[\d:]{8}Z)?)?_(KAC-[\w-]{1,20})$/;

function cursorOf(typed: string | undefined): Cursor | undefined {
  const [, key = '', reference] = CURSOR.exec(typed ?? '') ?? [];
  return reference === undefined ? undefined : { key, reference };
}

/** The subject of each case in one line, for users who may open it. */
export async function listed(
  { submissions, office, primitives }: Pick<RegisterDeps, 'submissions' | 'office' | 'primitives'>,
  rows: readonly WorkRow[],
): Promise<readonly ListedCase[]> {
  const sealed = await submissions.sealed(rows.map(({ reference }) => reference));
  return Promise.all(
    rows.map(async row => {
      const one = sealed.get(row.reference);
      const key = one && office && (await office.contentKey(one));
      const content = key && (await openContent(primitives, key, one));
      return { ...row, subject: content ? subjectOf(content) : null };
    }),
  );
}

const SUBJECT_LENGTH = 90;

function subjectOf(content: Readonly<Record<string, unknown>>): string {
  const { subject, text } = content;
  const full = typeof subject === 'string' && subject !== '' ? subject : typeof text === 'string' ? text : '';
  const line = full.replaceAll(/\s+/g, ' ').trim();
  return line.length <= SUBJECT_LENGTH ? line : `${line.slice(0, line.lastIndexOf(' ', SUBJECT_LENGTH))}…`;
}

function hrefOf({ view, kind, service }: WorkQuery, after: Cursor | null): string {
  const query = new URLSearchParams({
    ...(view === 'open' ? {} : { skats: view }),
    ...(kind ? { veids: kind } : {}),
    ...(service ? { pakalpojums: service } : {}),
    ...(after ? { pec: `${after.key}_${after.reference}` } : {}),
  });
  return `/registrs/${query.size > 0 ? `?${query}` : ''}`;
}

/** The worklist page. */
export async function worklistAnswer(c: RegisterContext): Promise<Response> {
  const { deps } = c.var;
  const query = queryOf(c);
  const after = cursorOf(c.req.query('pec'));
  const [{ rows, next }, counts, people] = await Promise.all([
    deps.worklist.page(query, { limit: PAGE, ...(after ? { after } : {}) }),
    deps.worklist.counts({ viewer: query.viewer, today: query.today, soon: query.soon }, COUNTED),
    deps.people.list(),
  ]);
  return registerPage(
    c,
    worklistPage({
      view: query.view,
      done: doneWords(c.req.query('darits')),
      rows: await listed(deps, rows),
      counts,
      offered: viewsFor(c),
      filters: { kind: query.kind, service: query.service },
      services: deps.site.services,
      next: next && hrefOf(query, next),
      first: after ? hrefOf(query, null) : null,
      people: byId(people),
      now: deps.now(),
      soon: query.soon,
    }),
  );
}
