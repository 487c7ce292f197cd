// The two key files of a data folder as data. `keys.json` belongs to the intake, `office.json` only to the
// register: on a machine without the register the second one is absent.
import { createPrivateKey, createPublicKey } from 'node:crypto';
import * as z from 'zod';
import { fromBase64Url, toBase64Url } from '../domain/crypto/base64url.ts';

export const KEY_BYTES = 32;
/** PKCS #8 around a raw key (RFC 8410). */
const PKCS8_HEAD = {
  ed25519: Buffer.from('302e020100300506032b657004220420', 'hex'),
  x25519: Buffer.from('302e020100300506032b656e04220420', 'hex'),
};

const bytes = z.string().transform((text, context) => {
  try {
    return fromBase64Url(text);
  } catch {
    context.addIssue('nav base64url');
    return z.NEVER;
  }
});
const keyBytes = bytes.refine(value => value.length === KEY_BYTES, 'nav 32 baitu');
const named = { id: z.string().min(1), created: z.iso.datetime() };

const Recipient = z.object({ ...named, publicKey: keyBytes });

export const KeyFile = z.object({
  /** 1: without recipients, from before content was sealed. */
  format: z.literal([1, 2]),
  secret: keyBytes,
  signing: z
    .array(
      z
        .object({ ...named, privateKey: bytes, publicKey: keyBytes })
        .refine(key => isPair(key.privateKey, key.publicKey), 'atslēgas puses nesader'),
    )
    .min(1),
  recipients: z.array(Recipient).default([]),
});

export const OfficeFile = z.object({
  format: z.literal(1),
  keys: z
    .array(
      z
        .object({ ...named, privateKey: keyBytes, publicKey: keyBytes })
        .refine(key => isPair(toPkcs8('x25519', key.privateKey), key.publicKey), 'atslēgas puses nesader'),
    )
    .min(1),
  search: keyBytes,
});

export type KeyFileData = z.infer<typeof KeyFile>;
export type OfficeFileData = z.infer<typeof OfficeFile>;

/** A raw private key as PKCS #8. */
export const toPkcs8 = (curve: keyof typeof PKCS8_HEAD, raw: Uint8Array): Uint8Array<ArrayBuffer> =>
  Uint8Array.from([...PKCS8_HEAD[curve], ...raw]);

/** The raw public half of a PKCS #8 private key. */
export function publicHalf(pkcs8: Uint8Array): Uint8Array<ArrayBuffer> {
  const key = createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' });
  return fromBase64Url(createPublicKey(key).export({ format: 'jwk' }).x ?? '');
}

function isPair(pkcs8: Uint8Array, publicKey: Uint8Array): boolean {
  try {
    return toBase64Url(publicHalf(pkcs8)) === toBase64Url(publicKey);
  } catch {
    return false;
  }
}

/** The text of a key file: bytes as base64url, everything else unchanged. */
export const toFileText = (data: KeyFileData | OfficeFileData): string =>
  `${JSON.stringify(data, (_, value) => (value instanceof Uint8Array ? toBase64Url(value) : value), 2)}\n`;
