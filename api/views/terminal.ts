// Submissions as text for a terminal. User text cannot control the terminal: control characters are shown,
// not sent.
import type { Case } from '../domain/case.ts';
import type { StoredEvent } from '../domain/chain.ts';
import type { Message } from '../domain/messages.ts';
import { KIND_NAMES } from '../domain/receipt.ts';
import type { Content, Submission, SubmissionSummary } from '../domain/submission.ts';
import { writtenLines } from './content.ts';
import { dueText } from './due.ts';
import { eventName, formatInstant, viewWords } from './words.ts';
import { followUpView } from './words-follow-up.ts';

/** The register is kept in Latvian. */
const { states } = viewWords('lv');

/** Control characters and those that reorder text; tab and line feed are allowed. */
const STEERING = /[[\p{Cc}\p{Bidi_Control}]--[\t\n]]/gv;

/** The text with all control characters written out as `\u{1b}`. */
export const harmless = (text: string): string =>
  text.replaceAll(STEERING, char => `\\u{${char.charCodeAt(0).toString(16)}}`);

const indented = (text: string): string => harmless(text).replaceAll('\n', '\n    ');

/** One line per submission, newest first. */
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

/** Why it cannot be read here. */
export const SEALED = {
  noKey: 'Saturs ir šifrēts, un biroja atslēgas, kas to atver, šeit nav (office.json).',
  shut: 'Saturs ir šifrēts, un šeit esošā biroja atslēga to neatver: tas šifrēts citai atslēgai vai ieraksts ir bojāts.',
} as const;

function contentLines(kind: Submission['kind'], content: Content | null, sealed: string): string[] {
  if (!content) return [sealed];
  return writtenLines(kind, content, { lang: 'lv' }).map(
    ({ label, value }) => `${label}:\n    ${indented(value)}`,
  );
}

const AUTHORS = { submitter: 'Iesniedzējs', office: 'Centrs' } as const;

function messageLines(messages: readonly Message[], sealed: string): string[] {
  const { messageKinds } = followUpView('lv');
  if (messages.length === 0) return [];
  return [
    '',
    'Sarakste:',
    ...messages.map(({ at, author, kind, text }) => {
      const head = `${formatInstant(at, 'lv')}  ${AUTHORS[author]} (${messageKinds[kind] ?? harmless(kind)})`;
      return `    ${head}:\n    ${indented(text ?? sealed)}`;
    }),
  ];
}

const REQUESTS = {
  reviewRequestedAt: 'Lūgts pārskatīt',
  erasureRequestedAt: 'Lūgts dzēst datus',
} as const;

const requestLines = (standing: Case['standing']): string[] =>
  (Object.keys(REQUESTS) as (keyof typeof REQUESTS)[]).flatMap(name => {
    const at = standing[name];
    return at ? [`${REQUESTS[name]}: ${formatInstant(at, 'lv')}`] : [];
  });

/** Names of the spam signs; an unknown one from a newer program is shown unchanged. */
const SIGNS: Readonly<Record<string, string>> = {
  honeypot: 'aizpildīts lauks, ko cilvēks neredz',
  'too-fast': 'nosūtīts ātrāk, nekā var ierakstīt',
  'forged-key': 'veidlapas atslēga ir viltota',
  'old-key': 'veidlapa atvērta pirms vairākām nedēļām',
  'no-proof': 'daudz sūtījumu no viena tīkla, pārlūka pārbaude nav veikta',
  'bad-proof': 'daudz sūtījumu no viena tīkla, pārlūka pārbaude nav derīga',
  'unusual-rate': 'neparasti daudz sūtījumu no viena tīkla',
};

/** A suspect is marked, and examined like any other until somebody has decided. */
const signLines = (suspicions: readonly string[]): string[] =>
  suspicions.length === 0
    ? []
    : [`Varbūt surogātpasts: ${suspicions.map(sign => SIGNS[sign] ?? harmless(sign)).join('; ')}`];

/** Everything about one submission; what does not open is explained by the sentence `sealed`. */
export function showText({ submission, content, events, messages, standing }: Case, sealed: string): string {
  const { reference, kind, state, receivedAt, dueOn, dueExplanation, suspicions } = submission;
  return [
    `${reference} · ${KIND_NAMES[kind]} · ${states[state].name}`,
    `Saņemts: ${formatInstant(receivedAt, 'lv')}`,
    `Atbildes termiņš: ${dueText(dueOn, 'lv')}`,
    ...dueExplanation.map(line => `    ${line}`),
    ...requestLines(standing),
    ...signLines(suspicions),
    '',
    ...contentLines(kind, content, sealed),
    ...messageLines(messages, sealed),
    '',
    'Notikumi:',
    ...events.map(({ at, kind: event }) => `    ${formatInstant(at, 'lv')}  ${eventName(event, 'lv')}`),
    '',
  ].join('\n');
}

/** What remains to be said about an erased submission. */
export function erasedText({ reference, at, detail }: StoredEvent): string {
  const ground = actIn(detail);
  return `Iesniegums ${reference} ir iznīcināts ${formatInstant(at, 'lv')}${ground}.`;
}

function actIn(detail: string): string {
  try {
    const { act } = JSON.parse(detail) as { act?: unknown };
    return typeof act === 'string' ? ` (akts ${harmless(act)})` : '';
  } catch {
    // It was altered; `verify` reports it.
    return '';
  }
}
