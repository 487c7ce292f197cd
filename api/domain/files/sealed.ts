// How an upload is found and opened: by a token that only the sender has. The row's id, which reveals
// nothing, and the file's key, which the server forgets after the request, are derived from it.
import { fromBase64Url, toBase64Url } from '../crypto/base64url.ts';
import { place } from '../crypto/place.ts';
import type { Primitives } from '../crypto/primitives.ts';
import type { Keyring } from '../keyring.ts';

/** 32 random bytes as base64url. */
const TOKEN = /^[\w-]{43}$/;
const TOKEN_BYTES = 32;
const ID_BYTES = 16;
const utf8 = new TextEncoder();
const text = new TextDecoder();

export interface FileTools {
  readonly primitives: Primitives;
  readonly keyring: Pick<Keyring, 'mac'>;
}

/** A file as its sender can reach it. */
export interface FileAccess {
  /** The row's id, 22 characters. */
  readonly id: string;
  /** 32 bytes; everything of the file is sealed under it. */
  readonly key: Uint8Array;
}

export const isUploadToken = (value: unknown): value is string =>
  typeof value === 'string' && TOKEN.test(value);

export const newUploadToken = ({ primitives }: Pick<FileTools, 'primitives'>): string =>
  toBase64Url(primitives.random(TOKEN_BYTES));

/** Id and key of the file that belongs to a token (`isUploadToken`). */
export async function accessBy({ primitives, keyring }: FileTools, token: string): Promise<FileAccess> {
  return {
    id: toBase64Url((await keyring.mac('upload', token)).subarray(0, ID_BYTES)),
    key: await primitives.derive(fromBase64Url(token), 'kac upload'),
  };
}

/** The place of a file's key, sealed under the content key of its submission. */
export const keyPlace = (id: string): Uint8Array => place('attachments', 'key', id);

const metaPlace = (id: string): Uint8Array => place('attachments', 'meta', id);

/**
 * A chunk's place includes its number and whether it is the last, so that none can be moved, left out or cut
 * off undetected.
 */
const chunkPlace = (id: string, n: number, last: boolean): Uint8Array =>
  place('attachment_chunks', last ? 'last' : 'data', `${id} ${n}`);

export const sealMeta = (primitives: Primitives, { id, key }: FileAccess, meta: object) =>
  primitives.seal(key, utf8.encode(JSON.stringify(meta)), metaPlace(id));

/** Opens what `sealMeta` sealed; null when it does not open. */
export async function openMeta<T>(
  primitives: Primitives,
  { id, key }: FileAccess,
  sealed: Uint8Array,
): Promise<T | null> {
  const opened = await primitives.open(key, sealed, metaPlace(id));
  return opened && (JSON.parse(text.decode(opened)) as T);
}

export const sealChunk = (
  primitives: Primitives,
  { id, key }: FileAccess,
  { n, last, bytes }: { readonly n: number; readonly last: boolean; readonly bytes: Uint8Array },
) => primitives.seal(key, bytes, chunkPlace(id, n, last));

/**
 * The bytes of chunk `n`; null when it belongs to another file, is another chunk, was changed, or is wrongly
 * marked as last.
 */
export const openChunk = (
  primitives: Primitives,
  { id, key }: FileAccess,
  { n, last, data }: { readonly n: number; readonly last: boolean; readonly data: Uint8Array },
) => primitives.open(key, data, chunkPlace(id, n, last));
