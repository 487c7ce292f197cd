// The primitives on WebCrypto, for the edge and for tests of Node's implementation.
import { NONCE_BYTES, type Primitives, TAG_BYTES } from './primitives.ts';

type Bytes = Uint8Array<ArrayBuffer>;
const utf8 = new TextEncoder();
/** WebCrypto does not accept views of shared memory; the types say so since TypeScript 5.9. */
const own = (bytes: Uint8Array): Bytes => bytes as Bytes;
const AES = { name: 'AES-GCM', tagLength: TAG_BYTES * 8 } as const;

async function hmac(key: Uint8Array, bytes: Uint8Array): Promise<Uint8Array> {
  const hash = { name: 'HMAC', hash: 'SHA-256' };
  const imported = await crypto.subtle.importKey('raw', own(key), hash, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign('HMAC', imported, own(bytes)));
}

async function derive(key: Uint8Array, info: string): Promise<Uint8Array> {
  const root = await crypto.subtle.importKey('raw', own(key), 'HKDF', false, ['deriveBits']);
  const how = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: utf8.encode(info) };
  return new Uint8Array(await crypto.subtle.deriveBits(how, root, 256));
}

const aesKey = (key: Uint8Array, usage: 'encrypt' | 'decrypt') =>
  crypto.subtle.importKey('raw', own(key), 'AES-GCM', false, [usage]);

async function open(key: Uint8Array, sealed: Uint8Array, aad: Uint8Array): Promise<Uint8Array | null> {
  if (sealed.length < NONCE_BYTES + TAG_BYTES) return null;
  const how = { ...AES, iv: own(sealed.subarray(0, NONCE_BYTES)), additionalData: own(aad) };
  const imported = await aesKey(key, 'decrypt');
  try {
    return new Uint8Array(await crypto.subtle.decrypt(how, imported, own(sealed.subarray(NONCE_BYTES))));
  } catch {
    // WebCrypto reports a wrong tag only by this error.
    return null;
  }
}

/** The primitives over the runtime's WebCrypto, with randomness from `random`. */
export function webPrimitives(random: (length: number) => Uint8Array): Primitives {
  return {
    random,
    sha256: async bytes => new Uint8Array(await crypto.subtle.digest('SHA-256', own(bytes))),
    hmac,
    derive,
    async seal(key, plaintext, aad) {
      const nonce = random(NONCE_BYTES);
      const how = { ...AES, iv: own(nonce), additionalData: own(aad) };
      const body = await crypto.subtle.encrypt(how, await aesKey(key, 'encrypt'), own(plaintext));
      const sealed = new Uint8Array(NONCE_BYTES + body.byteLength);
      sealed.set(nonce);
      sealed.set(new Uint8Array(body), NONCE_BYTES);
      return sealed;
    },
    open,
    async sign(privateKey, bytes) {
      const key = await crypto.subtle.importKey('pkcs8', own(privateKey), 'Ed25519', false, ['sign']);
      return new Uint8Array(await crypto.subtle.sign('Ed25519', key, own(bytes)));
    },
    async verify(publicKey, bytes, signature) {
      const key = await crypto.subtle.importKey('raw', own(publicKey), 'Ed25519', false, ['verify']);
      return crypto.subtle.verify('Ed25519', key, own(signature), own(bytes));
    },
  };
}
