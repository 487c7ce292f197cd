// The receipt: a short readable text that anyone can verify, signed with Ed25519 (ISO 10002: acknowledge at
// once).

import type { Kind } from '../../src/contract/kinds.ts';
import { fromBase64Url, toBase64Url } from './crypto/base64url.ts';
import { withLine } from './crypto/bytes.ts';
import type { Primitives } from './crypto/primitives.ts';
import type { Keyring } from './keyring.ts';

const TITLE = 'KAC saņemšanas apstiprinājums';
const LABELS = {
  centre: 'Iestāde',
  reference: 'Numurs',
  kind: 'Veids',
  receivedAt: 'Saņemts',
  dueOn: 'Atbildes termiņš',
  digest: 'Satura nospiedums',
  chain: 'Notikumu ķēde',
  keyId: 'Atslēga',
} as const;
const SIGNATURE = 'Paraksts';

type Field = keyof typeof LABELS;
/** The chain's head is not in survey receipts and not in receipts from before the chain. */
type Optional = 'chain';
/** The signed facts, each a single line of text. */
export type ReceiptFacts = Readonly<Record<Exclude<Field, Optional>, string>> &
  Readonly<Partial<Record<Optional, string>>>;
const FIELDS = Object.keys(LABELS) as Field[];

export const KIND_NAMES: Readonly<Record<Kind | 'survey', string>> = {
  complaint: 'sūdzība',
  suggestion: 'ierosinājums',
  gratitude: 'pateicība',
  question: 'jautājums',
  site: 'atsauksme par vietni',
  survey: 'aptaujas atbildes',
};

const utf8 = new TextEncoder();
const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

const signedText = (facts: ReceiptFacts): string =>
  [
    TITLE,
    ...FIELDS.filter(field => facts[field] !== undefined).map(field => `${LABELS[field]}: ${facts[field]}`),
  ].join('\n');

/**
 * SHA-256 of the tracking code and the content (UTF-8), base64url: the holder of the code can prove what was sent, and nobody
 * can guess a short text from the receipt alone.
 */
export async function contentFingerprint(
  primitives: Primitives,
  trackingCode: string,
  content: Uint8Array,
): Promise<string> {
  return toBase64Url(await primitives.sha256(withLine(trackingCode, content)));
}

/** The receipt's text with its signature in the last line. */
export async function signReceipt(keyring: Keyring, facts: Omit<ReceiptFacts, 'keyId'>): Promise<string> {
  const [present] = keyring.publicKeys;
  const lines = Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, oneLine(value)]));
  const text = signedText({ ...(lines as typeof facts), keyId: present.id });
  const signature = await keyring.sign(utf8.encode(text));
  return `${text}\n${SIGNATURE}: ${toBase64Url(signature)}\n`;
}

export type ReceiptCheck =
  | { readonly valid: true; readonly facts: ReceiptFacts }
  | { readonly valid: false; readonly reason: 'unreadable' | 'unknown-key' | 'altered' };

/**
 * Reads the lines from the title on; text before it in a file (the tracking code) is not part of the receipt.
 */
function readReceipt(text: string): { facts: ReceiptFacts; signature: string } | null {
  const lines = text
    .split(/\r?\n/)
    .map(line => line.trim())
    .filter(line => line !== '');
  const start = lines.lastIndexOf(TITLE);
  if (start < 0) return null;
  const rest = lines.slice(start + 1);
  const take = (label: string): string | undefined => {
    const line = rest[0] ?? '';
    if (line !== `${label}:` && !line.startsWith(`${label}: `)) return undefined;
    rest.shift();
    return line.slice(label.length + 2);
  };
  const facts = new Map(FIELDS.map(field => [field, take(LABELS[field])]));
  const signature = take(SIGNATURE);
  const complete = FIELDS.every(field => field === 'chain' || facts.get(field) !== undefined);
  if (signature === undefined || !complete) return null;
  const known = [...facts].filter(([, value]) => value !== undefined);
  return { facts: Object.fromEntries(known) as unknown as ReceiptFacts, signature };
}

function readSignature(text: string): Uint8Array | null {
  try {
    return fromBase64Url(text);
  } catch {
    return null;
  }
}

/** Whether this text is an unchanged receipt signed by us; reveals nothing beyond the text itself. */
export async function checkReceipt(keyring: Keyring, text: string): Promise<ReceiptCheck> {
  const read = readReceipt(text);
  if (!read) return { valid: false, reason: 'unreadable' };
  if (!keyring.publicKeys.some(({ id }) => id === read.facts.keyId))
    return { valid: false, reason: 'unknown-key' };
  const signature = readSignature(read.signature);
  if (!signature) return { valid: false, reason: 'altered' };
  const valid = await keyring.verify(read.facts.keyId, utf8.encode(signedText(read.facts)), signature);
  return valid ? { valid, facts: read.facts } : { valid, reason: 'altered' };
}

/** Labels of the signed facts, for a page that lists them. */
export const receiptLabels: Readonly<Record<Field, string>> = LABELS;
