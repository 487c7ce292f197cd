// Submissions as text for a terminal. What a person typed can't steer the terminal: control characters are shown, not sent.
import { complaintForm, type ReplyChannel, replyLabels } from '../../src/forms/complaint.ts';
import { feedbackForm } from '../../src/forms/feedback.ts';
import { type FormDefinition, fieldsOf } from '../../src/forms/field.ts';
import type { StoredEvent } from '../domain/chain.ts';
import { KIND_NAMES } from '../domain/receipt.ts';
import type { Content, Submission, SubmissionEvent, SubmissionSummary } from '../domain/submission.ts';
import { dueText } from './due.ts';
import { eventName, formatInstant, viewWords } from './words.ts';

/** The register is kept in Latvian. */
const { states } = viewWords('lv');

const labelsOf = (form: FormDefinition) => new Map(fieldsOf(form).map(({ name, label }) => [name, label]));
const COMPLAINT = labelsOf(complaintForm({ services: [], rulePoints: [] }));
const FEEDBACK = labelsOf(feedbackForm({ services: [] }));

/** Control characters and those that reorder text; tab and line feed stay. */
const STEERING = /[[\p{Cc}\p{Bidi_Control}]--[\t\n]]/gv;

/** The text with everything that could steer a terminal written out as `\u{1b}`. */
export const harmless = (text: string): string =>
  text.replaceAll(STEERING, char => `\\u{${char.charCodeAt(0).toString(16)}}`);

const indented = (text: string): string => harmless(text).replaceAll('\n', '\n    ');

function valueText(name: string, value: unknown): string {
  if (name === 'replyBy') return replyLabels('lv')[value as ReplyChannel] ?? String(value);
  if (name === 'attachments') return (value as { name: string }[]).map(file => file.name).join(', ');
  if (typeof value === 'boolean') return value ? 'jā' : 'nē';
  return Array.isArray(value) ? value.join(', ') : String(value);
}

/** One line a submission, newest first. */
export function listText(submissions: readonly SubmissionSummary[]): string {
  if (submissions.length === 0) return 'Neviens iesniegums vēl nav saņemts.\n';
  const rows = submissions.map(({ reference, receivedAt, kind, state, dueOn }) => [
    reference,
    formatInstant(receivedAt, 'lv'),
    KIND_NAMES[kind],
    states[state].name,
    dueOn ? `termiņš ${dueText(dueOn, 'lv')}` : 'bez termiņa',
  ]);
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map(row => row[column]?.length ?? 0)));
  return rows
    .map(
      row =>
        `${row
          .map((cell, i) => cell.padEnd(widths[i] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}

/** Why nobody reads it here. */
export const SEALED = {
  noKey: 'Saturs ir šifrēts, un biroja atslēgas, kas to atver, šeit nav (office.json).',
  shut: 'Saturs ir šifrēts, un šeit esošā biroja atslēga to neatver: tas šifrēts citai atslēgai vai ieraksts ir bojāts.',
} as const;

function contentLines(kind: Submission['kind'], content: Content | string): string[] {
  if (typeof content === 'string') return [content];
  const labels = kind === 'complaint' ? COMPLAINT : FEEDBACK;
  return Object.entries(content).map(
    ([name, value]) => `${labels.get(name) ?? name}:\n    ${indented(valueText(name, value))}`,
  );
}

/** Everything about one submission; `content` is a sentence where it can't be opened. */
export function showText(
  submission: Submission,
  content: Content | string,
  events: readonly SubmissionEvent[],
): string {
  const { reference, kind, state, receivedAt, dueOn, dueExplanation } = submission;
  return [
    `${reference} · ${KIND_NAMES[kind]} · ${states[state].name}`,
    `Saņemts: ${formatInstant(receivedAt, 'lv')}`,
    `Atbildes termiņš: ${dueText(dueOn, 'lv')}`,
    ...dueExplanation.map(line => `    ${line}`),
    '',
    ...contentLines(kind, content),
    '',
    'Notikumi:',
    ...events.map(({ at, kind: event }) => `    ${formatInstant(at, 'lv')}  ${eventName(event, 'lv')}`),
    '',
  ].join('\n');
}

/** What is left to say of an erased submission. */
export function erasedText({ reference, at, detail }: StoredEvent): string {
  const ground = actIn(detail);
  return `Iesniegums ${reference} ir iznīcināts ${formatInstant(at, 'lv')}${ground}.`;
}

function actIn(detail: string): string {
  try {
    const { act } = JSON.parse(detail) as { act?: unknown };
    return typeof act === 'string' ? ` (akts ${harmless(act)})` : '';
  } catch {
    // Somebody has meddled with it; `verify` tells.
    return '';
  }
}
