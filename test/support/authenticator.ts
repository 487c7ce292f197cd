// A security key in software: makes passkeys and signs with them as a browser would pass it on, or as an
// attacker would.
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
const sha256 = (data: string | Uint8Array): Buffer => createHash('sha256').update(data).digest();

/** Flags of the authenticator data (WebAuthn 6.1). */
const PRESENT = 0x01;
const VERIFIED = 0x04;
const ATTESTED = 0x40;

/** What may be falsified. */
export interface Cheat {
  readonly origin?: string;
  readonly rpId?: string;
  readonly challenge?: string;
  /** False: the key was touched, but without a PIN or fingerprint. */
  readonly verified?: boolean;
  readonly counter?: number;
  readonly type?: string;
  /** Names this credential, but signs with its own key. */
  readonly credentialId?: string;
}

interface Options {
  readonly challenge: string;
  readonly rpId?: string;
  readonly rp?: { readonly id: string };
}

/** CBOR (RFC 8949) of the values used in attestations. */
function cbor(value: unknown): Buffer {
  // Numbers take the fewest bytes they fit in: readers require it.
  const head = (major: number, n: number): Buffer => {
    if (n < 24) return Buffer.from([(major << 5) | n]);
    return Buffer.from(n < 256 ? [(major << 5) | 24, n] : [(major << 5) | 25, n >> 8, n & 255]);
  };
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === 'string')
    return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (value instanceof Uint8Array) return Buffer.concat([head(2, value.length), value]);
  if (!(value instanceof Map)) throw new Error('no CBOR for this');
  return Buffer.concat([head(5, value.size), ...[...value].flat().map(cbor)]);
}

export interface Authenticator {
  readonly credentialId: string;
  /** The response to `parseCreationOptionsFromJSON`. */
  create(options: string, cheat?: Cheat): string;
  /** The response to `parseRequestOptionsFromJSON`. */
  get(options: string, cheat?: Cheat): string;
}

/** `counting`: false for a key that is synchronised between devices and always reports 0. */
export function authenticator({ origin = 'http://localhost', counting = true } = {}): Authenticator {
  const id = randomBytes(16);
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  let count = 0;
  const clientData = (type: string, options: Options, cheat: Cheat): Buffer =>
    Buffer.from(
      JSON.stringify({
        type: cheat.type ?? type,
        challenge: cheat.challenge ?? options.challenge,
        origin: cheat.origin ?? origin,
        crossOrigin: false,
      }),
    );
  const data = (options: Options, cheat: Cheat, more: Buffer): Buffer => {
    if (counting) count += 1;
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(cheat.counter ?? count);
    const verified = cheat.verified === false ? 0 : VERIFIED;
    const flags = PRESENT | verified | (more.length > 0 ? ATTESTED : 0);
    const rpId = cheat.rpId ?? options.rpId ?? options.rp?.id ?? '';
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), counter, more]);
  };
  const answer = (credentialId: string, response: object): string =>
    JSON.stringify({
      id: credentialId,
      rawId: credentialId,
      type: 'public-key',
      clientExtensionResults: {},
      response,
    });
  return {
    credentialId: text(id),
    create(typed, cheat = {}) {
      const options = JSON.parse(typed) as Options;
      const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, coseOf(publicKey)]);
      const statement = new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', data(options, cheat, attested)],
      ]);
      return answer(cheat.credentialId ?? text(id), {
        clientDataJSON: text(clientData('webauthn.create', options, cheat)),
        attestationObject: text(cbor(statement)),
        transports: ['usb'],
      });
    },
    get(typed, cheat = {}) {
      const options = JSON.parse(typed) as Options;
      const client = clientData('webauthn.get', options, cheat);
      const authenticatorData = data(options, cheat, Buffer.alloc(0));
      const signature = sign('sha256', Buffer.concat([authenticatorData, sha256(client)]), privateKey);
      return answer(cheat.credentialId ?? text(id), {
        clientDataJSON: text(client),
        authenticatorData: text(authenticatorData),
        signature: text(signature),
      });
    },
  };
}

/** The public key as in COSE (RFC 9053): ES256 on P-256. */
function coseOf(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' });
  return cbor(
    new Map<number, unknown>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Buffer.from(x, 'base64url')],
      [-3, Buffer.from(y, 'base64url')],
    ]),
  );
}
