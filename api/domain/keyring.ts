// Keys by purpose, derived from one secret, and the receipt signature. WebCrypto only: the same bytes on Node and on the edge.

/** The secrets a root hands in. */
export interface KeyringSecrets {
  /** 32 random bytes; every HMAC key is derived from it. */
  readonly secret: Uint8Array;
  /** Ed25519 private keys as PKCS #8 with their public halves (raw, 32 bytes); the first one signs, all verify. */
  readonly signing: readonly {
    readonly id: string;
    readonly privateKey: Uint8Array;
    readonly publicKey: Uint8Array;
  }[];
}

export interface PublicKey {
  readonly id: string;
  /** Raw Ed25519 public key, base64url. */
  readonly key: string;
}

export interface Keyring {
  /** HMAC-SHA-256 of `text` under the key of this purpose: 32 bytes. */
  mac(
    purpose: 'tracking-code' | 'code-hash' | 'idempotency' | 'content' | 'reference' | 'upload',
    text: string,
  ): Promise<Uint8Array>;
  /** Signs with the present key. */
  sign(bytes: Uint8Array): Promise<{ keyId: string; signature: Uint8Array }>;
  /** True when `signature` over `bytes` was made by the key `keyId`, present or retired. */
  verify(keyId: string, bytes: Uint8Array, signature: Uint8Array): Promise<boolean>;
  readonly publicKeys: readonly PublicKey[];
}

const utf8 = new TextEncoder();
type Bytes = Uint8Array<ArrayBuffer>;
const copy = (bytes: Uint8Array): Bytes => new Uint8Array(bytes);

export const toBase64Url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

/** Throws on anything that is not base64url. */
export const fromBase64Url = (text: string): Bytes =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), char => char.charCodeAt(0));

/** Builds the keyring; imports each key once and keeps it. */
export async function createKeyring(secrets: KeyringSecrets): Promise<Keyring> {
  const root = await crypto.subtle.importKey('raw', copy(secrets.secret), 'HKDF', false, ['deriveKey']);
  const macKeys = new Map<string, Promise<CryptoKey>>();
  const macKey = (purpose: string): Promise<CryptoKey> => {
    const known = macKeys.get(purpose);
    if (known) return known;
    const made = crypto.subtle.deriveKey(
      { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: utf8.encode(`kac ${purpose}`) },
      root,
      { name: 'HMAC', hash: 'SHA-256', length: 256 },
      false,
      ['sign'],
    );
    macKeys.set(purpose, made);
    return made;
  };
  const [present] = secrets.signing;
  if (!present) throw new Error('the keyring needs at least one signing key');
  const signer = await crypto.subtle.importKey('pkcs8', copy(present.privateKey), 'Ed25519', false, ['sign']);
  return {
    async mac(purpose, text) {
      return new Uint8Array(await crypto.subtle.sign('HMAC', await macKey(purpose), utf8.encode(text)));
    },
    async sign(bytes) {
      return {
        keyId: present.id,
        signature: new Uint8Array(await crypto.subtle.sign('Ed25519', signer, copy(bytes))),
      };
    },
    async verify(keyId, bytes, signature) {
      const key = secrets.signing.find(({ id }) => id === keyId);
      if (!key) return false;
      const publicKey = await crypto.subtle.importKey('raw', copy(key.publicKey), 'Ed25519', false, [
        'verify',
      ]);
      return crypto.subtle.verify('Ed25519', publicKey, copy(signature), copy(bytes));
    },
    publicKeys: secrets.signing.map(({ id, publicKey }) => ({ id, key: toBase64Url(publicKey) })),
  };
}
