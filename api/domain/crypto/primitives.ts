// The cryptographic functions that the register needs, as a port: synchronous on Node, WebCrypto on the edge,
// with the same bytes.

/**
 * A value, or a promise of it: Node answers synchronously, WebCrypto after a thread hop (twice the cost of a
 * request).
 */
export type Awaitable<T> = T | Promise<T>;

export interface Primitives {
  /** Cryptographically strong random bytes. */
  random(length: number): Uint8Array;
  /** SHA-256: 32 bytes. */
  sha256(bytes: Uint8Array): Awaitable<Uint8Array>;
  /** HMAC-SHA-256: 32 bytes. */
  hmac(key: Uint8Array, bytes: Uint8Array): Awaitable<Uint8Array>;
  /** HKDF-SHA-256 without salt: 32 bytes for this `info`. `key` must have at least 80 bits of entropy. */
  derive(key: Uint8Array, info: string): Awaitable<Uint8Array>;
  /**
   * AES-256-GCM under a 32-byte key with a fresh random nonce: nonce (12 bytes), ciphertext and tag (16
   * bytes) in one piece. `aad` binds it to its place: with another place it does not open.
   */
  seal(key: Uint8Array, plaintext: Uint8Array, aad: Uint8Array): Awaitable<Uint8Array>;
  /** Opens what `seal` sealed; null when the key, the place or a byte differs. */
  open(key: Uint8Array, sealed: Uint8Array, aad: Uint8Array): Awaitable<Uint8Array | null>;
  /** Ed25519; `privateKey` is PKCS #8. */
  sign(privateKey: Uint8Array, bytes: Uint8Array): Awaitable<Uint8Array>;
  /** Ed25519; `publicKey` is raw, 32 bytes. */
  verify(publicKey: Uint8Array, bytes: Uint8Array, signature: Uint8Array): Awaitable<boolean>;
}

export const NONCE_BYTES = 12;
export const TAG_BYTES = 16;
