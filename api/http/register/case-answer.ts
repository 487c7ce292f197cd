// The page of a case, and the page for a case that was not found.
import { explanationOf } from '../../domain/due.ts';
import { toInstant } from '../../domain/intake.ts';
import type { OfficeCase } from '../../domain/register/office-case.ts';
import { CASE_ACTIONS, type CaseAction, may } from '../../domain/register/rights.ts';
import { notifiedFrom, SENT_BY } from '../../domain/register/serving.ts';
import { casePage } from '../../views/register/case.ts';
import type { CaseNotice } from '../../views/register/case-view.ts';
import { noCasePage } from '../../views/register/no-case.ts';
import { printPage } from '../../views/register/print-case.ts';
import { newKey } from '../key.ts';
import { ACTION_ENTRIES } from './actions.ts';
import { asApp, type RegisterContext } from './env.ts';
import { recordLook } from './find-case.ts';
import { registerPage } from './reply.ts';
import { soonOn } from './worklist.ts';

/**
 * The actions that are implemented, allowed for this user and applicable, in the order of the table of
 * rights.
 */
const actionsFor = (c: RegisterContext, of: OfficeCase): readonly CaseAction[] =>
  CASE_ACTIONS.filter(action => {
    const entry = ACTION_ENTRIES[action];
    return entry && may(c.var.person, action, of.of.standing) && !entry.unavailable?.(c, of);
  });

export interface Besides {
  readonly notice?: CaseNotice;
  readonly status?: 200 | 403 | 409;
}

/** The date from which a reply sent by hand counts as notified, by the day and way it was sent. */
function notifiedOn(c: RegisterContext, { of, dispatch: { sentOn } }: OfficeCase): string | null {
  const told = of.events.findLast(({ kind }) => kind === 'letter-sent')?.detail['way'];
  const way = SENT_BY.find(one => one === told);
  return sentOn && way ? notifiedFrom(c.var.deps.site, { way, sentOn }) : null;
}

/** The data of a case's page, independent of the available actions. */
const viewOf = (c: RegisterContext, of: OfficeCase) => {
  const { site, now } = c.var.deps;
  return {
    of,
    person: c.var.person,
    now: now(),
    soon: soonOn(c.var.deps),
    explanation: explanationOf(site, of.of.submission, 'lv'),
    notified: notifiedOn(c, of),
    services: site.services,
    rulePoints: site.desk?.rulePoints ?? [],
    directory: site.desk?.directory ?? [],
  };
};

/** The case in its current state. */
export async function caseAnswer(
  c: RegisterContext,
  of: OfficeCase,
  { notice, status = 200 }: Besides = {},
): Promise<Response> {
  const actions = actionsFor(c, of);
  return registerPage(
    c,
    casePage({
      ...viewOf(c, of),
      actions: actions.map(action => ({ action, direct: ACTION_ENTRIES[action]?.direct === true })),
      idempotencyKey: newKey(asApp(c)),
      notice: notice ?? null,
    }),
    status,
  );
}

/** The whole case for printing; printing is recorded in its history. */
export async function printAnswer(c: RegisterContext, of: OfficeCase): Promise<Response> {
  await recordLook(c, of, 'printed');
  return registerPage(c, printPage({ ...viewOf(c, of), at: toInstant(c.var.deps.now()) }));
}

/** The case does not exist, or the user has no access to it. */
export const notFound = (c: RegisterContext): Promise<Response> => registerPage(c, noCasePage(), 404);
