// The intake's keys by purpose, derived from one secret, and the receipt's signature. They open nothing in
// the register.
import { toBase64Url } from './crypto/base64url.ts';
import type { Awaitable, Primitives } from './crypto/primitives.ts';

/** Purposes of keys. Two purposes never share a key, so that a value made for one is invalid for another. */
export const PURPOSES = [
  'tracking-code',
  'code-hash',
  'idempotency',
  'content',
  'reference',
  'chain',
  'limit',
  'min-time',
  'pow',
  'receipt-pointer',
  'upload',
  'outbox',
  'session',
  'recovery',
  'invitation',
  'challenge',
  'survey-token',
  'survey-pool',
  'survey-seen',
  'mark',
] as const;
type Purpose = (typeof PURPOSES)[number];

/** A public key that content is sealed to: the office's, or the recovery key. */
export interface Recipient {
  readonly id: string;
  /** Raw X25519 public key, 32 bytes. */
  readonly publicKey: Uint8Array;
}

/** The secrets that a root provides. */
export interface KeyringSecrets {
  /** 32 random bytes; every purpose key is derived from it. */
  readonly secret: Uint8Array;
  /** Ed25519 private keys as PKCS #8 with their public halves (raw, 32 bytes); the first one signs, all verify. */
  readonly signing: readonly {
    readonly id: string;
    readonly privateKey: Uint8Array;
    readonly publicKey: Uint8Array;
  }[];
  /** Everyone who must be able to read submissions; at least one. */
  readonly recipients: readonly Recipient[];
}

interface PublicKey {
  readonly id: string;
  /** Raw Ed25519 public key, base64url. */
  readonly key: string;
}

export interface Keyring {
  /** The 32-byte key of a purpose. */
  key(purpose: Purpose): Uint8Array;
  /** HMAC-SHA-256 of a text (as UTF-8) or of bytes under the key of this purpose: 32 bytes. */
  mac(purpose: Purpose, data: string | Uint8Array): Awaitable<Uint8Array>;
  /** Signs with the current key. */
  sign(bytes: Uint8Array): Awaitable<Uint8Array>;
  /** True when `signature` over `bytes` was made by the key `keyId`, current or retired. */
  verify(keyId: string, bytes: Uint8Array, signature: Uint8Array): Awaitable<boolean>;
  /** The current signing key first. */
  readonly publicKeys: readonly [PublicKey, ...PublicKey[]];
  readonly recipients: readonly Recipient[];
}

const utf8 = new TextEncoder();

/** Builds the keyring; every key is derived once. Throws without a signing key or a recipient. */
export async function createKeyring(
  { secret, signing, recipients }: KeyringSecrets,
  primitives: Primitives,
): Promise<Keyring> {
  const [present, ...retired] = signing;
  if (!present) throw new Error('the keyring needs at least one signing key');
  if (recipients.length === 0) throw new Error('the keyring needs somebody to seal to');
  const keys = new Map<Purpose, Uint8Array>();
  for (const purpose of PURPOSES) keys.set(purpose, await primitives.derive(secret, `kac ${purpose}`));
  const key = (purpose: Purpose): Uint8Array => keys.get(purpose) as Uint8Array;
  const published = ({ id, publicKey }: (typeof signing)[number]): PublicKey => ({
    id,
    key: toBase64Url(publicKey),
  });
  return {
    key,
    mac: (purpose, data) =>
      primitives.hmac(key(purpose), typeof data === 'string' ? utf8.encode(data) : data),
    sign: bytes => primitives.sign(present.privateKey, bytes),
    verify(keyId, bytes, signature) {
      const known = signing.find(({ id }) => id === keyId);
      return known ? primitives.verify(known.publicKey, bytes, signature) : false;
    },
    publicKeys: [published(present), ...retired.map(published)],
    recipients,
  };
}
