import type { Reply } from '../../../src/contract/desk.ts';
import { isExamined } from '../../../src/contract/kinds.ts';
import type { FieldError, Option, Values } from '../../../src/forms/field.ts';
import { answer } from '../../domain/register/actions/answer.ts';
import { draft } from '../../domain/register/actions/draft.ts';
import { answerPartsOf, answerText, draftParts, unfilledIn } from '../../domain/register/answer-text.ts';
import type { OfficeCase } from '../../domain/register/office-case.ts';
import type { CaseAction } from '../../domain/register/rights.ts';
import { byHand } from '../../domain/register/serving.ts';
import { told } from '../../domain/register/told.lv.ts';
import { answerPreview, draftNote } from '../../views/register/answer-views.ts';
import { rulePoints } from '../../views/register/case-text.ts';
import { answerForm, complaintAnswerForm, draftForm } from '../../views/register/forms-answer.ts';
import { nameOf } from '../../views/register/parts.ts';
import { answerWords } from '../../views/register/words-answer.ts';
import type { ActionEntry, Sent } from './action-entry.ts';
import { deskOf, LETTER, servingNow, textOf } from './desk.ts';
import type { RegisterContext } from './env.ts';
import { letter } from './letters.ts';

/** Templates for the case's points and service first; the rest in the editors' order. */
function repliesFor(c: RegisterContext, { of: { submission } }: OfficeCase): readonly Option[] {
  const fits = ({ rulePoints: points, services }: Reply) =>
    points.some(id => submission.rulePoints.includes(id)) || services.some(id => id === submission.service);
  const { replies } = deskOf(c);
  return [...replies.filter(fits), ...replies.filter(reply => !fits(reply))].map(({ id, title }) => ({
    id,
    label: title,
  }));
}

/** Inserts the chosen text below the existing text. */
function withReply(c: RegisterContext, _: OfficeCase, values: Values): Values {
  const chosen = deskOf(c).replies.find(({ id }) => id === values['reply']);
  const typed = textOf(values, 'text').trimEnd();
  return {
    ...values,
    reply: undefined,
    text: chosen ? [typed, chosen.text].filter(Boolean).join('\n\n') : textOf(values, 'text'),
  };
}

const lastDraft = ({ notes }: OfficeCase) => notes.findLast(({ kind }) => kind === 'draft');

const startWith = (_: RegisterContext, of: OfficeCase): Values => ({
  ...draftParts(lastDraft(of)?.text ?? ''),
  apology: told.apology,
});

const draftAbove = (_: RegisterContext, of: OfficeCase) => {
  const last = lastDraft(of);
  return last?.text ? draftNote(nameOf(of.people, last.person), last.at) : '';
};

const pointsBeside = (c: RegisterContext, of: OfficeCase) =>
  rulePoints({ of, rulePoints: deskOf(c).rulePoints });

function answerFaults(c: RegisterContext, _: OfficeCase, sent: Sent): readonly FieldError[] {
  const { replies } = deskOf(c);
  const left = ['text', 'reasons', 'remedy'].flatMap(field => {
    const places = unfilledIn(textOf(sent, field), replies);
    return places.length > 0 ? [{ field, message: answerWords.unfilled(places) }] : [];
  });
  const remedy = textOf(sent, 'remedy').trim();
  if (sent['mistake'] === true && remedy === '') left.push({ field: 'remedy', message: answerWords.remedy });
  // Otherwise the typed text would be lost silently.
  if (sent['mistake'] !== true && remedy !== '')
    left.push({ field: 'mistake', message: answerWords.mistake });
  return left;
}

const answering: ActionEntry = {
  form: (_, { of }) => (isExamined(of.submission.kind) ? complaintAnswerForm : answerForm),
  choices: (c, of) => ({ reply: repliesFor(c, of) }),
  start: startWith,
  above: draftAbove,
  beside: pointsBeside,
  fill: withReply,
  check: answerFaults,
  preview: (c, of, sent, files) => {
    const { kind } = of.of.submission;
    return answerPreview({
      text: answerText(kind, answerPartsOf(kind, sent)),
      serving: servingNow(c, of),
      change: textOf(sent, 'change'),
      files,
    });
  },
  decide: () => answer,
  takesDraft: true,
  alongside: letter('answered'),
  next: (c, of) => {
    const serving = servingNow(c, of);
    return serving && byHand(serving) ? LETTER : null;
  },
};

const drafting: ActionEntry = {
  form: draftForm,
  choices: (c, of) => ({ reply: repliesFor(c, of) }),
  start: startWith,
  above: draftAbove,
  beside: pointsBeside,
  fill: withReply,
  decide: (_, __, ___, files) => draft(files.map(({ token }) => token)),
  takesDraft: true,
};

export const ANSWERING = {
  draft: drafting,
  answer: answering,
} as const satisfies Partial<Record<CaseAction, ActionEntry>>;
