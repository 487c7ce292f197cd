// Mail in the outbox: sealed while it waits, with a fixed Message-ID, retried for two days.
import { rigaDate } from '../../src/calendar/dates.ts';
import { hex } from './crypto/bytes.ts';
import { place } from './crypto/place.ts';
import type { Awaitable, Primitives } from './crypto/primitives.ts';
import type { Letter, Mail, MailKind, Sender } from './mails.ts';

/** The keyring functions that the outbox needs. */
interface OutboxKeys {
  key(purpose: 'outbox'): Awaitable<Uint8Array>;
  mac(purpose: 'outbox', text: string): Awaitable<Uint8Array>;
}

export interface OutboxTools {
  readonly keyring: OutboxKeys;
  readonly primitives: Primitives;
}

/** A mail ready to be stored. */
export interface NewMail {
  /** The same for the same mail, however often it is queued; meaningless without our key. */
  readonly id: string;
  readonly messageId: string;
  readonly kind: MailKind;
  readonly reference: string;
  /** Keyed hash of the address and the day. Only for mail that strangers can cause; otherwise null. */
  readonly recipient: Uint8Array | null;
  /** The mail as JSON, sealed. */
  readonly payload: Uint8Array;
  readonly at: string;
}

/** The result of one attempt. `code` is a word, never an address and never the server's text. */
export type Delivery =
  | { readonly outcome: 'sent' }
  /** `of: server`: the next mail would fail in the same way, so it is not tried now. */
  | {
      readonly outcome: 'refused';
      readonly how: 'permanent' | 'temporary';
      readonly of: 'mail' | 'server';
      readonly code: string;
    };

export interface Envelope {
  readonly to: string;
  readonly messageId: string;
  readonly letter: Letter;
}

/** Hands a mail to a server. Never rejects; `signal` ends an attempt that takes too long. */
export interface Mailer {
  send(envelope: Envelope, signal: AbortSignal): Promise<Delivery>;
}

const ID_BYTES = 12;
const MINUTE = 60_000;
/** Waits after the first, second … failed attempt, in minutes; together a little less than two days. */
const WAITS = [1, 5, 15, 60, 4 * 60, 8 * 60, 12 * 60, 20 * 60];

/** Attempts before a mail is given up. */
export const MOST_TRIES = WAITS.length + 1;
/** The longest wait, in milliseconds: a later due time was set before the clock was set back. */
export const LONGEST_WAIT = Math.max(...WAITS) * MINUTE;
/**
 * Acknowledgements to one address per day, so that filing in another's name cannot flood that person's
 * mailbox.
 */
export const MOST_A_DAY = 10;

/** Milliseconds until the next attempt after `tries` failures; null when it is given up. */
export function waitAfter(tries: number): number | null {
  const minutes = WAITS[tries - 1];
  return minutes === undefined ? null : minutes * MINUTE;
}

const utf8 = new TextEncoder();

const occasionOf = (mail: Mail): string => ('occasion' in mail ? mail.occasion : '');

/** The address as the cap counts it: tags (`anna+1@…`) and letter case do not make another mailbox. */
function mailboxOf(address: string): string {
  const lower = address.toLowerCase();
  const tag = lower.indexOf('+');
  const at = lower.indexOf('@', tag);
  return tag < 0 || at < 0 ? lower : lower.slice(0, tag) + lower.slice(at);
}

/** Seals a mail for the outbox. Only acknowledgements are capped, because staff cause the others. */
export async function sealMail(
  { keyring, primitives }: OutboxTools,
  mail: Mail,
  { from, now }: { readonly from: Sender; readonly now: Date },
): Promise<NewMail> {
  const named = `mail ${mail.kind} ${mail.reference} ${occasionOf(mail)}`;
  const id = hex((await keyring.mac('outbox', named)).subarray(0, ID_BYTES));
  const counted = `recipient ${rigaDate(now)} ${mailboxOf(mail.to)}`;
  const plain = utf8.encode(JSON.stringify(mail));
  return {
    id,
    messageId: `<${id}@${from.address.slice(from.address.lastIndexOf('@') + 1)}>`,
    kind: mail.kind,
    reference: mail.reference,
    recipient: mail.kind === 'acknowledgement' ? await keyring.mac('outbox', counted) : null,
    payload: await primitives.seal(await keyring.key('outbox'), plain, place('outbox', 'payload', id)),
    at: now.toISOString(),
  };
}

/** The mail of a row; null when it was sealed with another key or for another row. */
export async function openMail(
  { keyring, primitives }: OutboxTools,
  { id, payload }: Pick<NewMail, 'id' | 'payload'>,
): Promise<Mail | null> {
  const plain = await primitives.open(await keyring.key('outbox'), payload, place('outbox', 'payload', id));
  return plain && (JSON.parse(new TextDecoder().decode(plain)) as Mail);
}
