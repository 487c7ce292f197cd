// From checked form data to a submission ready to store: codes, deadline, receipt. Pure apart from the keyring.
import { createCalendar, YearMissingError } from '../../src/calendar/calendar.ts';
import { rigaDate } from '../../src/calendar/dates.ts';
import { explainDeadline, policyFor } from '../../src/calendar/deadline.ts';
import { explanationLines } from '../../src/calendar/explanation.ts';
import { formatDate } from '../../src/calendar/format.ts';
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

/** The day an answer is due (Iesniegumu likums 5(3), by the policy in force on the day of receipt), and why. */
export function dueFor(site: SiteBundle, kind: Kind, receivedAt: Date): Due {
  if (!owesReply(kind))
    return { dueOn: null, dueExplanation: ['Uz šādu ziņu atbilde nav jāsniedz; mēs to izlasīsim.'] };
  const received = rigaDate(receivedAt);
  try {
    const { reply } = policyFor(site.policies, received);
    const deadline = explainDeadline(createCalendar(site.calendar), received, reply.term);
    return { dueOn: deadline.dueOn, dueExplanation: [...explanationLines(deadline), deadline.rule] };
  } catch (error) {
    // The submission must not be lost because an editor has not added next year yet; the date follows later.
    if (!(error instanceof YearMissingError)) throw error;
    return {
      dueOn: null,
      dueExplanation: [
        `Termiņu vēl nevar aprēķināt: ${error.year}. gads nav ierakstīts darba dienu kalendārā. To ierakstīsim, un termiņš parādīsies šeit.`,
      ],
    };
  }
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
