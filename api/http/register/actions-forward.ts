// Forwards matters outside our competence.

import { explanationLines } from '../../../src/calendar/explanation.ts';
import { isExamined } from '../../../src/contract/kinds.ts';
import type { FieldError, Option } from '../../../src/forms/field.ts';
import { forward } from '../../domain/register/actions/forward.ts';
import {
  entryOf,
  FORWARD_WAYS,
  forwardText,
  forwardToIn,
  forwardToOf,
  institutionCode,
  staffCode,
} from '../../domain/register/forwarding.ts';
import { identitiesOf, identityOf } from '../../domain/register/identities.ts';
import type { OfficeCase } from '../../domain/register/office-case.ts';
import { byHand } from '../../domain/register/serving.ts';
import { forwardBy } from '../../domain/register/term.ts';
import { asRead, forwardingView } from '../../views/register/answer-views.ts';
import { forwardForm } from '../../views/register/forms-forward.ts';
import { answerWords } from '../../views/register/words-answer.ts';
import type { ActionEntry, Sent } from './action-entry.ts';
import { deskOf, LETTER, servingNow, textOf } from './desk.ts';
import type { RegisterContext } from './env.ts';
import { letter } from './letters.ts';
import { soonOn } from './worklist.ts';

/** Everyone in the directory whom the case is not about, then the institutions. */
function receivers(c: RegisterContext, { of, people }: OfficeCase): readonly Option[] {
  const { directory, institutions } = deskOf(c);
  const identities = identitiesOf([...people.values()], directory);
  const isKept = (id: string) => of.standing.conflicts.some(who => identityOf(id, identities).has(who));
  return [
    ...directory
      .filter(({ id }) => !isKept(id))
      .map(({ id, name, post }) => ({ id: staffCode(id), label: `${name}, ${post}` })),
    ...institutions.map(({ id, name }) => ({ id: institutionCode(id), label: name })),
  ];
}

/** Whether the form promised that the submission would not be forwarded with the sender's identity. */
const isKept = ({ of: { submission, content } }: OfficeCase): boolean =>
  isExamined(submission.kind) &&
  content?.['consentToForward'] !== true &&
  ['name', 'address', 'email', 'phone'].some(field => content?.[field]);

function forwardWarnings(of: OfficeCase): readonly string[] {
  const { forward: say } = answerWords;
  const { submission, content } = of.of;
  return [
    ...(isKept(of) ? [say.noConsent] : []),
    ...(content?.['keepFactsPrivate'] === true ? [say.factsPrivate] : []),
    ...(isExamined(submission.kind) ? [] : [say.notAsked]),
  ];
}

/** Forwarding to a colleague of the same centre discloses nothing. */
const isWithin = (c: RegisterContext, sent: Sent): boolean =>
  entryOf(deskOf(c), textOf(sent, 'to')) !== undefined;

function forwardFaults(c: RegisterContext, of: OfficeCase, sent: Sent): readonly FieldError[] {
  const { forward: say } = answerWords;
  const to = forwardToIn(sent);
  const within = isWithin(c, sent);
  return [
    ...(to.institution || to.name ? [] : [{ field: 'institution', message: say.who }]),
    ...(to.place || to.phone || to.email ? [] : [{ field: 'place', message: say.reach }]),
    ...(sent['way'] === 'sent' && !within && isKept(of) ? [{ field: 'way', message: say.noConsent }] : []),
  ];
}

export const forwarding: ActionEntry = {
  form: forwardForm,
  choices: (c, of) => ({ to: receivers(c, of) }),
  above: (c, of) => {
    const { site, now } = c.var.deps;
    const deadline = forwardBy(site, of.of);
    return forwardingView({
      dueOn: deadline?.dueOn ?? null,
      lines: deadline ? [...explanationLines(deadline, 'Pārsūtīšanas termiņš'), deadline.rule] : [],
      now: now(),
      soon: soonOn(c.var.deps),
      warnings: forwardWarnings(of),
    });
  },
  fill: (c, _, values) => ({
    ...values,
    ...forwardToOf(deskOf(c), textOf(values, 'to'), c.var.deps.site.centre),
  }),
  check: forwardFaults,
  preview: (c, _, sent) => {
    const way = FORWARD_WAYS.find(one => one === sent['way']) ?? 'told';
    const within = isWithin(c, sent);
    return asRead(forwardText({ way, within, why: textOf(sent, 'text') }, forwardToIn(sent)));
  },
  decide: c => forward(deskOf(c)),
  alongside: letter('message-from-office'),
  next: (c, of, sent) => {
    const serving = servingNow(c, of);
    return sent['way'] === 'sent' || (serving && byHand(serving)) ? LETTER : null;
  },
};
