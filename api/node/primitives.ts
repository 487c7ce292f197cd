// The primitives on Node: synchronous `node:crypto`, which allows twice the requests per second of WebCrypto.
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import { NONCE_BYTES, type Primitives, TAG_BYTES } from '../domain/crypto/primitives.ts';
import { random } from './random.ts';

const CIPHER = 'aes-256-gcm';
const EMPTY = new Uint8Array();
/** SubjectPublicKeyInfo around a raw Ed25519 key (RFC 8410). */
const SPKI_HEAD = Buffer.from('302a300506032b6570032100', 'hex');

/** Parsing a key costs more than signing with it; there are only a few keys. */
const privateKeys = new WeakMap<Uint8Array, KeyObject>();
function privateKeyOf(bytes: Uint8Array): KeyObject {
  const known = privateKeys.get(bytes);
  if (known) return known;
  const key = createPrivateKey({ key: Buffer.from(bytes), format: 'der', type: 'pkcs8' });
  privateKeys.set(bytes, key);
  return key;
}

/**
 * A raw key as Node's own object. Node 24 distinguishes raw bytes from its objects by catching an error,
 * whose stack trace costs several times the cipher itself; converting here avoids it.
 */
function toSecretKey(raw: Uint8Array): KeyObject {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return createSecretKey(raw);
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/**
 * HMAC keys live as long as the program; sealing keys are mostly used once, and caching them burdened the
 * garbage collector.
 */
const secretKeys = new WeakMap<Uint8Array, KeyObject>();
function secretKeyOf(raw: Uint8Array): KeyObject {
  const known = secretKeys.get(raw);
  if (known) return known;
  const key = toSecretKey(raw);
  secretKeys.set(raw, key);
  return key;
}

const publicKeyOf = (raw: Uint8Array): KeyObject =>
  createPublicKey({ key: Buffer.concat([SPKI_HEAD, raw]), format: 'der', type: 'spki' });

function seal(key: Uint8Array, plaintext: Uint8Array, aad: Uint8Array): Uint8Array {
  const nonce = random(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, toSecretKey(key), nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(aad);
  const sealed = new Uint8Array(NONCE_BYTES + plaintext.length + TAG_BYTES);
  sealed.set(nonce);
  sealed.set(cipher.update(plaintext), NONCE_BYTES);
  cipher.final();
  sealed.set(cipher.getAuthTag(), NONCE_BYTES + plaintext.length);
  return sealed;
}

function open(key: Uint8Array, sealed: Uint8Array, aad: Uint8Array): Uint8Array | null {
  const end = sealed.length - TAG_BYTES;
  if (end < NONCE_BYTES) return null;
  const nonce = sealed.subarray(0, NONCE_BYTES);
  const cipher = createDecipheriv(CIPHER, toSecretKey(key), nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(aad);
  cipher.setAuthTag(sealed.subarray(end));
  const plaintext = cipher.update(sealed.subarray(NONCE_BYTES, end));
  try {
    cipher.final();
    return new Uint8Array(plaintext);
  } catch {
    // Node reports a wrong tag only by this error.
    return null;
  }
}

/** The same bytes as `webPrimitives`; `test/crypto` compares them. */
export const nodePrimitives: Primitives = {
  random,
  sha256: bytes => new Uint8Array(createHash('sha256').update(bytes).digest()),
  hmac: (key, bytes) => new Uint8Array(createHmac('sha256', secretKeyOf(key)).update(bytes).digest()),
  derive: (key, info) => new Uint8Array(hkdfSync('sha256', toSecretKey(key), EMPTY, info, 32)),
  seal,
  open,
  sign: (privateKey, bytes) => new Uint8Array(sign(null, bytes, privateKeyOf(privateKey))),
  verify: (publicKey, bytes, signature) => verify(null, bytes, publicKeyOf(publicKey), signature),
};
