// From checked form data to a submission ready to store: codes, deadline, sealed content; then, at its place
// in the event chain, the receipt. Pure apart from keys.
import { rigaDate } from '../../src/calendar/dates.ts';
import { formatDate } from '../../src/calendar/format.ts';
import type { Kind } from '../../src/contract/kinds.ts';
import type { SiteBundle } from '../../src/contract/site-bundle.ts';
import { type ChainedEvent, type EventDetail, type NewEvent, sealHead } from './chain.ts';
import { makeReference, makeTrackingCode } from './codes.ts';
import { withLine } from './crypto/bytes.ts';
import { wrapKey } from './crypto/content-key.ts';
import type { Awaitable, Primitives } from './crypto/primitives.ts';
import type { SealedWindow, Windows } from './crypto/windows.ts';
import { type DueRules, dueFor } from './due.ts';
import type { Keyring } from './keyring.ts';
import { contentFingerprint, KIND_NAMES, signReceipt } from './receipt.ts';
import type { Channel } from './register/channels.ts';
import { type Content, contentPlace, type NewSubmission } from './submission.ts';

/** A submission as flat data, because it may cross to another thread. */
export interface Arrival {
  readonly kind: Kind;
  /** The content as JSON. */
  readonly content: string;
  /** Service id and rule points, for figures. */
  readonly service: string | null;
  readonly rulePoints: readonly string[];
  readonly receivedAt: Date;
  /** Makes a repeated send the same submission. */
  readonly idempotencyKey: string;
  /** Spam suspicions, as codes. */
  readonly suspicions: readonly string[];
  /** How many files come with it. */
  readonly files?: number;
  /**
   * Set when staff recorded a submission that came in another way than by the site (rule points 5.2.2, 10.1).
   */
  readonly recorded?: Recorded;
}

export interface Recorded {
  /** Person id. */
  readonly by: string;
  readonly channel: Exclude<Channel, 'web'>;
  /** When it was recorded; the term runs from the time of receipt. ISO 8601, UTC, to the second. */
  readonly at: string;
}

export interface IntakeTools {
  readonly keyring: Keyring;
  readonly site: DueRules & { readonly centre: Pick<SiteBundle['centre'], 'name'> };
  readonly primitives: Primitives;
  readonly windows: Windows;
}

/** A submission that only needs its place in the chain. */
export interface Prepared {
  readonly submission: Omit<NewSubmission, 'receipt'>;
  readonly windows: readonly SealedWindow[];
  readonly event: NewEvent;
  readonly trackingCode: string;
  /** The receipt, after the event that records the receipt is in the chain. */
  receipt(event: ChainedEvent): Promise<string>;
}

/**
 * Facts of the submission that are needed before it is prepared, because something is sealed or written for
 * it.
 */
export interface Draft {
  readonly reference: string;
  /** ISO 8601, UTC, to the second. */
  readonly receivedAt: string;
  readonly dueOn: string | null;
  /** The key under which everything of this submission is sealed; it is not stored. */
  readonly contentKey: Uint8Array;
}

const CONTENT_KEY_BYTES = 32;
const utf8 = new TextEncoder();

/** The tracking code of a key. The same key always gives the same code, so a repeated send can show it again. */
export const trackingCodeOf = async (keyring: Keyring, idempotencyKey: string): Promise<string> =>
  makeTrackingCode(await keyring.mac('tracking-code', idempotencyKey));

/** What the store keeps of a tracking code: enough to find the row, without revealing the code. */
export const codeHashOf = (keyring: Keyring, trackingCode: string): Awaitable<Uint8Array> =>
  keyring.mac('code-hash', trackingCode);

export const idempotencyHashOf = (keyring: Keyring, key: string): Awaitable<Uint8Array> =>
  keyring.mac('idempotency', key);

/** ISO 8601 in UTC, to the second: the register's form of an instant. */
export const toInstant = (date: Date): string => `${date.toISOString().slice(0, 19)}Z`;

const asText = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const asTexts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter(item => typeof item === 'string') : [];

/** An arrival from the content and its time. */
export const arrivalOf = (
  content: Content,
  rest: Omit<Arrival, 'content' | 'service' | 'rulePoints' | 'files'>,
): Arrival => ({
  ...rest,
  content: JSON.stringify(content),
  service: asText(content['service']),
  rulePoints: asTexts(content['rulePoints']),
  files: Array.isArray(content['attachments']) ? content['attachments'].length : 0,
});

/**
 * The same key and attempt give the same reference. `attempt` counts retries when a reference is already
 * taken.
 */
async function referenceOf(
  keyring: Keyring,
  { receivedAt, idempotencyKey }: Arrival,
  attempt: number,
): Promise<string> {
  const entropy = await keyring.mac('reference', `${idempotencyKey} ${attempt}`);
  return makeReference(rigaDate(receivedAt).slice(0, 4), entropy);
}

/** What `prepare` will make of this arrival, for data that is stored with it. */
export async function draft(
  { keyring, site, primitives }: Pick<IntakeTools, 'keyring' | 'site' | 'primitives'>,
  arrival: Arrival,
  attempt: number,
): Promise<Draft> {
  return {
    reference: await referenceOf(keyring, arrival, attempt),
    receivedAt: toInstant(arrival.receivedAt),
    dueOn: dueFor(site, arrival.kind, arrival.receivedAt).dueOn,
    contentKey: primitives.random(CONTENT_KEY_BYTES),
  };
}

/** What a repeated send must have in common besides the content. */
const digestHead = ({ idempotencyKey, kind, recorded, receivedAt }: Arrival): string =>
  [
    idempotencyKey,
    kind,
    ...(recorded ? [`${recorded.by} ${recorded.channel} ${toInstant(receivedAt)}`] : []),
  ].join('\n');

/** What the row is checked by later (`register/replay.ts`): codes and a date, nothing about the person. */
const factsOf = ({ kind, service, rulePoints, files = 0 }: Arrival, due: string | null): EventDetail => ({
  kind,
  due,
  service,
  points: rulePoints.join(','),
  files,
});

const arrivedBy = (arrival: Arrival, due: string | null): Pick<NewEvent, 'actor' | 'detail'> => {
  const { recorded } = arrival;
  const facts = factsOf(arrival, due);
  return recorded
    ? {
        actor: `staff:${recorded.by}`,
        detail: { ...facts, channel: recorded.channel, recorded: recorded.at },
      }
    : { actor: 'submitter', detail: facts };
};

/**
 * Prepares a submission for its `attempt`; under a new content key, unless something is sealed under one
 * already.
 */
export async function prepare(
  tools: IntakeTools,
  arrival: Arrival,
  attempt: number,
  contentKey = tools.primitives.random(CONTENT_KEY_BYTES),
): Promise<Prepared> {
  const { keyring, site, primitives } = tools;
  const { kind, content, service, rulePoints, receivedAt, idempotencyKey, suspicions, recorded } = arrival;
  const written = utf8.encode(content);
  const trackingCode = await trackingCodeOf(keyring, idempotencyKey);
  const reference = await referenceOf(keyring, arrival, attempt);
  const sealedAt = recorded ? Date.parse(recorded.at) : receivedAt.getTime();
  const { wrapped, windows } = await tools.windows.use(sealedAt, async window => ({
    wrapped: await wrapKey(primitives, contentKey, { reference, window, trackingCode }),
    windows: window.sealed,
  }));
  const due = dueFor(site, kind, receivedAt);
  const at = toInstant(receivedAt);
  const submission = {
    reference,
    kind,
    receivedAt: at,
    ...due,
    suspicions,
    service,
    rulePoints,
    ...(recorded ? { channel: recorded.channel } : {}),
    ...wrapped,
    content: await primitives.seal(contentKey, written, contentPlace(reference)),
    // Keyed by the person's key as well, so that the server's secret alone does not allow guessing texts.
    contentDigest: await keyring.mac('content', withLine(digestHead(arrival), written)),
    idempotencyHash: await idempotencyHashOf(keyring, idempotencyKey),
    codeHash: await codeHashOf(keyring, trackingCode),
  };
  return {
    submission,
    windows,
    trackingCode,
    event: { reference, at, kind: 'received', ...arrivedBy(arrival, due.dueOn) },
    async receipt(event) {
      return signReceipt(keyring, {
        centre: site.centre.name,
        reference,
        kind: KIND_NAMES[kind],
        receivedAt: at,
        dueOn: due.dueOn ? formatDate(due.dueOn) : 'nav noteikts',
        digest: await contentFingerprint(primitives, trackingCode, written),
        chain: await sealHead(keyring, event),
      });
    },
  };
}
