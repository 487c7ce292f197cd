// Asking for information, extending, restarting: actions that move the term or let it run on.
import { rigaDate } from '../../../src/calendar/dates.ts';
import { ask, informationReason } from '../../domain/register/actions/ask.ts';
import { extend } from '../../domain/register/actions/extend.ts';
import { reopen } from '../../domain/register/actions/requests.ts';
import type { OfficeCase } from '../../domain/register/office-case.ts';
import type { CaseAction } from '../../domain/register/rights.ts';
import { extendedDue, extensionOf, reopenedDue } from '../../domain/register/term.ts';
import { askAndExtendForm, askForm, extendForm, reopenForm } from '../../views/register/forms-term.ts';
import { newTerm, startsAnew } from '../../views/register/term-views.ts';
import type { ActionEntry } from './action-entry.ts';
import type { RegisterContext } from './env.ts';
import { letter } from './letters.ts';

const extensionFor = (c: RegisterContext, { of }: OfficeCase) =>
  extensionOf(c.var.deps.site, of, rigaDate(c.var.deps.now()));

/** Both in one step, where the policy allows extending the term because information has to be obtained. */
function askingForm(c: RegisterContext, of: OfficeCase) {
  const extension = extensionFor(c, of);
  return 'refused' in extension || informationReason(extension) < 0 ? askForm : askAndExtendForm;
}

const asking: ActionEntry = {
  form: askingForm,
  accepts: askAndExtendForm,
  decide: (c, { of }) => ask(c.var.deps.site, of),
  alongside: letter('message-from-office'),
};

const extending: ActionEntry = {
  form: extendForm,
  unavailable: (c, of) => {
    const extension = extensionFor(c, of);
    return 'refused' in extension ? extension.refused : null;
  },
  choices: (c, of) => {
    const extension = extensionFor(c, of);
    const reasons = 'refused' in extension ? [] : extension.reasons;
    return { reason: reasons.map((label, i) => ({ id: String(i + 1), label })) };
  },
  above: (c, of) => {
    const extension = extensionFor(c, of);
    const due = 'refused' in extension ? null : extendedDue(extension, '…');
    return newTerm(of.of.submission.dueOn, due);
  },
  decide: (c, { of }) => extend(c.var.deps.site, of),
  alongside: letter('due-changed'),
};

const reopening: ActionEntry = {
  form: reopenForm,
  above: (c, { of }) =>
    startsAnew(
      reopenedDue(c.var.deps.site, rigaDate(new Date(of.standing.reviewRequestedAt ?? c.var.deps.now()))),
    ),
  decide: c => reopen(c.var.deps.site),
  alongside: letter('due-changed'),
};

export const ASKING = {
  ask: asking,
  extend: extending,
  reopen: reopening,
} as const satisfies Partial<Record<CaseAction, ActionEntry>>;
