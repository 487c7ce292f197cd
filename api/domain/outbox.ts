// Mail on its way: sealed while it waits, under a fixed Message-ID, tried again and again for two days.
import { rigaDate } from '../../src/calendar/dates.ts';
import { hex } from './crypto/bytes.ts';
import { place } from './crypto/place.ts';
import type { Awaitable, Primitives } from './crypto/primitives.ts';
import type { Letter, Mail, MailKind, Sender } from './mails.ts';

/** What the outbox needs of the keyring. */
export interface OutboxKeys {
  key(purpose: 'outbox'): Awaitable<Uint8Array>;
  mac(purpose: 'outbox', text: string): Awaitable<Uint8Array>;
}

export interface OutboxTools {
  readonly keyring: OutboxKeys;
  readonly primitives: Primitives;
}

/** A mail ready to be stored. */
export interface NewMail {
  /** The same for the same mail, however often it is queued; says nothing without our key. */
  readonly id: string;
  readonly messageId: string;
  readonly kind: MailKind;
  readonly reference: string;
  /** Keyed hash of the address and the day. Only where strangers can cause the mail; null otherwise. */
  readonly recipient: Uint8Array | null;
  /** The mail as JSON, sealed. */
  readonly payload: Uint8Array;
  readonly at: string;
}

/** What became of one try. `code` is a word, never an address and never what the server said. */
export type Delivery =
  | { readonly outcome: 'sent' }
  /** `of: server`: the next mail would fare the same, so there is no point in trying it now. */
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

/** Hands a mail to a server. Never rejects; `signal` ends a try that takes too long. */
export interface Mailer {
  send(envelope: Envelope, signal: AbortSignal): Promise<Delivery>;
}

const ID_BYTES = 12;
const MINUTE = 60_000;
/** Waits after the first, second … failed try, in minutes; together a little less than two days. */
const WAITS = [1, 5, 15, 60, 4 * 60, 8 * 60, 12 * 60, 20 * 60];

/** Tries before a mail is given up. */
export const MOST_TRIES = WAITS.length + 1;
/** The longest wait, in milliseconds: what is due later than this was queued by a clock that has been set back since. */
export const LONGEST_WAIT = Math.max(...WAITS) * MINUTE;
/** Acknowledgements to one address on one day. Whoever files in another's name can't flood that person's mailbox. */
export const MOST_A_DAY = 10;

/** Milliseconds until the next try after `tries` have failed; null when it is given up. */
export function waitAfter(tries: number): number | null {
  const minutes = WAITS[tries - 1];
  return minutes === undefined ? null : minutes * MINUTE;
}

const utf8 = new TextEncoder();

const occasionOf = (mail: Mail): string => ('occasion' in mail ? mail.occasion : '');

/** The address as the cap counts it: tags (`anna+1@…`) and letter case make no other mailbox. */
function mailboxOf(address: string): string {
  const lower = address.toLowerCase();
  const tag = lower.indexOf('+');
  const at = lower.indexOf('@', tag);
  return tag < 0 || at < 0 ? lower : lower.slice(0, tag) + lower.slice(at);
}

/** Seals a mail for the outbox. Only acknowledgements are counted: staff cause the others. */
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
