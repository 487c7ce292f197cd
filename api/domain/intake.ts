// From checked form data to a submission ready to store: codes, deadline, sealed content; then, in its place in the
// event chain, the receipt. Pure apart from keys.
import { rigaDate } from '../../src/calendar/dates.ts';
import { formatDate } from '../../src/calendar/format.ts';
import { type ChainedEvent, headText, type NewEvent } from './chain.ts';
import { makeReference, makeTrackingCode } from './codes.ts';
import { sealJson, wrapKey } from './crypto/content-key.ts';
import type { Awaitable, Primitives } from './crypto/primitives.ts';
import type { KeyWindow, Windows } from './crypto/windows.ts';
import { dueFor } from './due.ts';
import type { Keyring } from './keyring.ts';
import { contentFingerprint, KIND_NAMES, signReceipt } from './receipt.ts';
import type { SiteBundle } from './site-bundle.ts';
import { type Content, contentPlace, type Kind, type NewSubmission } from './submission.ts';

export interface Arrival {
  readonly kind: Kind;
  readonly content: Content;
  readonly receivedAt: Date;
  /** Says that a repeated send is the same submission. */
  readonly idempotencyKey: string;
  /** Why it may be spam, as code words. */
  readonly suspicions?: readonly string[];
}

export interface IntakeTools {
  readonly keyring: Keyring;
  readonly site: SiteBundle;
  readonly primitives: Primitives;
  readonly windows: Windows;
}

/** A submission that only waits for its place in the chain. */
export interface Prepared {
  readonly submission: Omit<NewSubmission, 'receipt'>;
  readonly window: KeyWindow;
  readonly event: NewEvent;
  /** The key everything of this submission is sealed under; it is not kept. */
  readonly contentKey: Uint8Array;
  readonly trackingCode: string;
  /** The receipt, once the event that records the arrival stands in the chain. */
  receipt(event: ChainedEvent): Promise<string>;
}

const CONTENT_KEY_BYTES = 32;

/** The tracking code of a key. The same key always gives the same code, so a repeated send can show it again. */
export const trackingCodeOf = async (keyring: Keyring, idempotencyKey: string): Promise<string> =>
  makeTrackingCode(await keyring.mac('tracking-code', idempotencyKey));

/** What the store keeps of a tracking code: enough to find the row, nothing to read the code from. */
export const codeHashOf = (keyring: Keyring, trackingCode: string): Awaitable<Uint8Array> =>
  keyring.mac('code-hash', trackingCode);

export const idempotencyHashOf = (keyring: Keyring, key: string): Awaitable<Uint8Array> =>
  keyring.mac('idempotency', key);

/** ISO 8601 in UTC, to the second: what the register keeps of an instant. */
export const toInstant = (date: Date): string => `${date.toISOString().slice(0, 19)}Z`;

const asText = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const asTexts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter(item => typeof item === 'string') : [];

/**
 * Prepares a submission. `attempt` counts tries after a reference turned out to be taken; the same key and attempt
 * give the same reference.
 */
export async function prepare(tools: IntakeTools, arrival: Arrival, attempt = 0): Promise<Prepared> {
  const { keyring, site, primitives } = tools;
  const { kind, content, receivedAt, idempotencyKey, suspicions = [] } = arrival;
  const serialised = JSON.stringify(content);
  const trackingCode = await trackingCodeOf(keyring, idempotencyKey);
  const entropy = await keyring.mac('reference', `${idempotencyKey} ${attempt}`);
  const reference = makeReference(rigaDate(receivedAt).slice(0, 4), entropy);
  const window = await tools.windows(receivedAt.getTime());
  const contentKey = primitives.random(CONTENT_KEY_BYTES);
  const due = dueFor(site, kind, receivedAt);
  const at = toInstant(receivedAt);
  const submission = {
    reference,
    kind,
    receivedAt: at,
    ...due,
    suspicions,
    service: asText(content['service']),
    rulePoints: asTexts(content['rulePoints']),
    ...(await wrapKey(primitives, contentKey, { reference, window, trackingCode })),
    content: await sealJson(primitives, contentKey, content, contentPlace(reference)),
    // Keyed by the person's key as well: who holds our secret but not the key can't try out texts.
    contentDigest: await keyring.mac('content', `${idempotencyKey}\n${kind}\n${serialised}`),
    idempotencyHash: await idempotencyHashOf(keyring, idempotencyKey),
    codeHash: await codeHashOf(keyring, trackingCode),
  };
  return {
    submission,
    window,
    contentKey,
    trackingCode,
    event: { reference, at, kind: 'received', actor: 'submitter', detail: {} },
    async receipt(event) {
      return signReceipt(keyring, {
        centre: site.centre.name,
        reference,
        kind: KIND_NAMES[kind],
        receivedAt: at,
        dueOn: due.dueOn ? formatDate(due.dueOn) : 'nav noteikts',
        digest: await contentFingerprint(primitives, trackingCode, serialised),
        chain: headText(event),
      });
    },
  };
}
