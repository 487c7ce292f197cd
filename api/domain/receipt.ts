// The receipt: a short text a person can read and anyone can check, signed with Ed25519 (ISO 10002: acknowledge at once).
import { fromBase64Url, type Keyring, toBase64Url } from './keyring.ts';
import type { Kind } from './submission.ts';

const TITLE = 'KAC saņemšanas apstiprinājums';
const LABELS = {
  centre: 'Iestāde',
  reference: 'Numurs',
  kind: 'Veids',
  receivedAt: 'Saņemts',
  dueOn: 'Atbildes termiņš',
  digest: 'Satura nospiedums',
  keyId: 'Atslēga',
} as const;
const SIGNATURE = 'Paraksts';

type Field = keyof typeof LABELS;
/** The signed facts, each a single line of text. */
export type ReceiptFacts = Readonly<Record<Field, string>>;

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
  [TITLE, ...(Object.keys(LABELS) as Field[]).map(field => `${LABELS[field]}: ${facts[field]}`)].join('\n');

/**
 * SHA-256 of the tracking code and the content, base64url: the holder of the code can prove what was sent, and nobody
 * can guess a short text from the receipt alone.
 */
export async function contentFingerprint(trackingCode: string, content: string): Promise<string> {
  return toBase64Url(
    new Uint8Array(await crypto.subtle.digest('SHA-256', utf8.encode(`${trackingCode}\n${content}`))),
  );
}

/** The receipt's text with its signature in the last line. */
export async function signReceipt(keyring: Keyring, facts: Omit<ReceiptFacts, 'keyId'>): Promise<string> {
  const [present] = keyring.publicKeys;
  const lines = Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, oneLine(value)]));
  const text = signedText({ ...(lines as typeof facts), keyId: present?.id ?? '' });
  const { signature } = await keyring.sign(utf8.encode(text));
  return `${text}\n${SIGNATURE}: ${toBase64Url(signature)}\n`;
}

export type ReceiptCheck =
  | { readonly valid: true; readonly facts: ReceiptFacts }
  | { readonly valid: false; readonly reason: 'unreadable' | 'unknown-key' | 'altered' };

/** Reads the lines from the title on; what a file says before it (the tracking code) is not part of the receipt. */
function readReceipt(text: string): { facts: ReceiptFacts; signature: string } | null {
  const lines = text
    .split(/\r?\n/)
    .map(line => line.trim())
    .filter(line => line !== '');
  const start = lines.lastIndexOf(TITLE);
  const names = Object.keys(LABELS) as Field[];
  if (start < 0 || lines.length < start + names.length + 2) return null;
  const value = (offset: number, label: string): string | null => {
    const line = lines[start + offset] ?? '';
    return line.startsWith(`${label}: `) ? line.slice(label.length + 2) : line === `${label}:` ? '' : null;
  };
  const values = names.map((name, i) => value(i + 1, LABELS[name]));
  const signature = value(names.length + 1, SIGNATURE);
  if (signature === null || values.some(found => found === null)) return null;
  return { facts: Object.fromEntries(names.map((name, i) => [name, values[i]])) as ReceiptFacts, signature };
}

/** Whether this text is a receipt we signed, unchanged; reveals nothing beyond the text itself. */
export async function checkReceipt(keyring: Keyring, text: string): Promise<ReceiptCheck> {
  const read = readReceipt(text);
  if (!read) return { valid: false, reason: 'unreadable' };
  if (!keyring.publicKeys.some(({ id }) => id === read.facts.keyId))
    return { valid: false, reason: 'unknown-key' };
  if (!/^[\w-]{86}$/.test(read.signature)) return { valid: false, reason: 'altered' };
  const signature = fromBase64Url(read.signature);
  const valid = await keyring.verify(read.facts.keyId, utf8.encode(signedText(read.facts)), signature);
  return valid ? { valid, facts: read.facts } : { valid, reason: 'altered' };
}

/** Names of the signed facts as they stand in the text, for a page that lists them. */
export const receiptLabels: Readonly<Record<Field, string>> = LABELS;
