// From checked form data to a submission ready to store: codes, deadline, receipt. Pure apart from the keyring.
import { createCalendar, YearMissingError } from '../../src/calendar/calendar.ts';
import { rigaDate } from '../../src/calendar/dates.ts';
import { explainDeadline, policyFor } from '../../src/calendar/deadline.ts';
import { explanationLinesEn } from '../../src/calendar/explanation.en.ts';
import { explanationLines } from '../../src/calendar/explanation.ts';
import { formatDate } from '../../src/calendar/format.ts';
import type { Language } from '../../src/forms/field.ts';
import { makeReference, makeTrackingCode } from './codes.ts';
import type { Keyring } from './keyring.ts';
import { contentFingerprint, KIND_NAMES, signReceipt } from './receipt.ts';
import type { SiteBundle } from './site-bundle.ts';
import { type Content, type Kind, type NewSubmission, owesReply } from './submission.ts';

export interface Arrival {
  readonly kind: Kind;
  readonly content: Content;
  readonly receivedAt: Date;
  /** Says that a repeated send is the same submission. */
  readonly idempotencyKey: string;
}

export interface IntakeTools {
  readonly keyring: Keyring;
  readonly site: SiteBundle;
}

interface Due {
  readonly dueOn: string | null;
  readonly dueExplanation: readonly string[];
}

const NO_REPLY: Readonly<Record<Language, string>> = {
  lv: 'Uz šādu ziņu atbilde nav jāsniedz; mēs to izlasīsim.',
  en: 'No reply is owed to such a message; we will read it.',
};
const UNKNOWN_YEAR: Readonly<Record<Language, (year: number) => string>> = {
  lv: year =>
    `Termiņu vēl nevar aprēķināt: ${year}. gads nav ierakstīts darba dienu kalendārā. To ierakstīsim, un termiņš parādīsies šeit.`,
  en: year =>
    `The date cannot be worked out yet: ${year} is not in the working-day calendar. Once it is, the date will appear here.`,
};

/**
 * The day an answer is due (Iesniegumu likums 5(3), by the policy in force on the day of receipt), and why. Only the
 * Latvian sentences are ever stored; the English ones are worked out anew each time somebody reads them.
 */
export function dueFor(site: SiteBundle, kind: Kind, receivedAt: Date, lang: Language = 'lv'): Due {
  if (!owesReply(kind)) return { dueOn: null, dueExplanation: [NO_REPLY[lang]] };
  const received = rigaDate(receivedAt);
  try {
    const { reply } = policyFor(site.policies, received);
    const calendar = createCalendar(site.calendar);
    const deadline = explainDeadline(calendar, received, reply.term);
    const dueExplanation =
      lang === 'en' ? explanationLinesEn(calendar, deadline) : [...explanationLines(deadline), deadline.rule];
    return { dueOn: deadline.dueOn, dueExplanation };
  } catch (error) {
    // The submission must not be lost because an editor has not added next year yet; the date follows later.
    if (!(error instanceof YearMissingError)) throw error;
    return { dueOn: null, dueExplanation: [UNKNOWN_YEAR[lang](error.year)] };
  }
}

export interface Explanation {
  readonly lang: Language;
  readonly lines: readonly string[];
}

/**
 * The explanation of a stored due date for a reader of this language. Where the count would come out differently
 * today, because the calendar or a policy has changed since, the stored Latvian lines are shown: they are the record.
 */
export function explanationOf(
  site: SiteBundle,
  { kind, receivedAt, dueOn, dueExplanation }: NewSubmission,
  lang: Language,
): Explanation {
  if (lang === 'lv') return { lang, lines: dueExplanation };
  const now = dueFor(site, kind, new Date(receivedAt), lang);
  return now.dueOn === dueOn ? { lang, lines: now.dueExplanation } : { lang: 'lv', lines: dueExplanation };
}

/** The tracking code of a key. The same key always gives the same code, so a repeated send can show it again. */
export const trackingCodeOf = async (keyring: Keyring, idempotencyKey: string): Promise<string> =>
  makeTrackingCode(await keyring.mac('tracking-code', idempotencyKey));

/** What the store keeps of a tracking code: enough to find the row, nothing to read the code from. */
export const codeHashOf = (keyring: Keyring, trackingCode: string): Promise<Uint8Array> =>
  keyring.mac('code-hash', trackingCode);

export const idempotencyHashOf = (keyring: Keyring, key: string): Promise<Uint8Array> =>
  keyring.mac('idempotency', key);

/**
 * Prepares a submission. `attempt` counts tries after a reference turned out to be taken; the same key and attempt
 * give the same reference.
 */
export async function prepare(tools: IntakeTools, arrival: Arrival, attempt = 0): Promise<NewSubmission> {
  const { keyring, site } = tools;
  const { kind, content, receivedAt, idempotencyKey } = arrival;
  const serialised = JSON.stringify(content);
  const [trackingCode, entropy, contentDigest, idempotencyHash] = await Promise.all([
    trackingCodeOf(keyring, idempotencyKey),
    keyring.mac('reference', `${idempotencyKey} ${attempt}`),
    keyring.mac('content', `${kind}\n${serialised}`),
    idempotencyHashOf(keyring, idempotencyKey),
  ]);
  const reference = makeReference(rigaDate(receivedAt).slice(0, 4), entropy);
  const due = dueFor(site, kind, receivedAt);
  const at = `${receivedAt.toISOString().slice(0, 19)}Z`;
  const receipt = await signReceipt(keyring, {
    centre: site.centre.name,
    reference,
    kind: KIND_NAMES[kind],
    receivedAt: at,
    dueOn: due.dueOn ? formatDate(due.dueOn) : 'nav noteikts',
    digest: await contentFingerprint(trackingCode, serialised),
  });
  return {
    reference,
    kind,
    receivedAt: at,
    ...due,
    content,
    contentDigest,
    idempotencyHash,
    codeHash: await codeHashOf(keyring, trackingCode),
    receipt,
  };
}
