// A draft saved as a file: JSON with the form's address and the answers, without the key. Pure.
import { formOf, type Pairs } from './kept.ts';

const FORMAT = 'kac-draft';
const VERSION = 1;
/** Bytes; twice the largest body that the server accepts. */
export const MAX_FILE = 1024 * 1024;

/** The file's text. `savedAt` is an ISO time. */
export const draftFile = (action: string, fields: Pairs, savedAt: string): string =>
  `${JSON.stringify({ format: FORMAT, version: VERSION, form: formOf(action), savedAt, fields }, null, 2)}\n`;

export type ReadFile =
  | { readonly ok: true; readonly fields: Pairs }
  | { readonly ok: false; readonly reason: 'large' | 'unreadable' | 'newer' }
  /** `form` is the address of the other form. */
  | { readonly ok: false; readonly reason: 'other'; readonly form: string };

const isPair = (value: unknown): boolean =>
  Array.isArray(value) && value.length === 2 && value.every(part => typeof part === 'string');

/** Only our own forms are named in messages and links. */
const FORM = /^\/api\/(complaints|feedback|surveys\/[a-z0-9-]+\/responses)$/;

/** Reads a draft file for the form that posts to `action`; a bad file gives a reason, never an exception. */
export function readDraftFile(text: string, action: string): ReadFile {
  if (text.length > MAX_FILE) return { ok: false, reason: 'large' };
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return { ok: false, reason: 'unreadable' };
  }
  const { format, version, form, fields } = (content ?? {}) as Record<string, unknown>;
  if (format !== FORMAT || typeof version !== 'number') return { ok: false, reason: 'unreadable' };
  if (version > VERSION) return { ok: false, reason: 'newer' };
  if (typeof form !== 'string' || !FORM.test(form) || !Array.isArray(fields) || !fields.every(isPair))
    return { ok: false, reason: 'unreadable' };
  if (form !== formOf(action)) return { ok: false, reason: 'other', form };
  return { ok: true, fields: fields as unknown as Pairs };
}
