// Key windows: for a minute at a time one key wraps the content keys, and itself lies in the database sealed to the
// office (HPKE, RFC 9180). A timer overwrites it when the minute is over: the intake can then read nothing it has stored.
import { AEAD_AES_256_GCM, CipherSuite, KDF_HKDF_SHA256, KEM_DHKEM_X25519_HKDF_SHA256 } from 'hpke';
import type { Recipient } from '../keyring.ts';
import type { After } from './after.ts';
import { hex } from './bytes.ts';
import { place } from './place.ts';
import type { Primitives } from './primitives.ts';

const suite = new CipherSuite(KEM_DHKEM_X25519_HKDF_SHA256, KDF_HKDF_SHA256, AEAD_AES_256_GCM);
const INFO = new TextEncoder().encode('kac window 1');
const ENCAPSULATED_BYTES = 32;
const WINDOW_MS = 60_000;
const ID_BYTES = 16;

/** A window's key, sealed to one recipient. */
export interface SealedWindow {
  /** Hexadecimal, 16 bytes. */
  readonly id: string;
  readonly recipient: string;
  readonly sealed: Uint8Array;
}

/** An open window. `key` never leaves memory and is zeros when the window is over; `sealed` is stored with what was wrapped under it. */
export interface KeyWindow {
  readonly id: string;
  readonly key: Uint8Array;
  readonly sealed: readonly SealedWindow[];
}

/** Seals a window's key to one recipient: encapsulated secret and ciphertext in one piece. */
export async function sealWindow(id: string, key: Uint8Array, to: Recipient): Promise<SealedWindow> {
  const publicKey = await suite.DeserializePublicKey(to.publicKey);
  const aad = place('windows', 'sealed', `${id} ${to.id}`);
  const { encapsulatedSecret, ciphertext } = await suite.Seal(publicKey, key, { info: INFO, aad });
  const sealed = new Uint8Array(encapsulatedSecret.length + ciphertext.length);
  sealed.set(encapsulatedSecret);
  sealed.set(ciphertext, encapsulatedSecret.length);
  return { id, recipient: to.id, sealed };
}

/** A recipient's key pair, raw, 32 bytes each. */
export interface RecipientPair extends Recipient {
  readonly privateKey: Uint8Array;
}

/**
 * A window's key for the holder of the private key; null when it was sealed to another recipient or was
 * altered.
 */
export async function openWindow(
  { id, recipient, sealed }: SealedWindow,
  mine: RecipientPair,
): Promise<Uint8Array | null> {
  const pair = {
    privateKey: await suite.DeserializePrivateKey(mine.privateKey),
    publicKey: await suite.DeserializePublicKey(mine.publicKey),
  };
  const aad = place('windows', 'sealed', `${id} ${recipient}`);
  const [secret, body] = [sealed.subarray(0, ENCAPSULATED_BYTES), sealed.subarray(ENCAPSULATED_BYTES)];
  try {
    return await suite.Open(pair, secret, body, { info: INFO, aad });
  } catch {
    return null;
  }
}

/** Key windows for the code that seals. */
export interface Windows {
  /**
   * Runs `use` with the window that is open `at` (milliseconds) and resolves to what it gives. The key is for the time
   * of `use` alone: it is overwritten once the window is over and nobody uses it any more.
   */
  use<T>(at: number, use: (window: KeyWindow) => Promise<T>): Promise<T>;
}

/** Windows that keep a key in memory between uses. */
export interface WindowKeeper extends Windows {
  /** Whether a window's key is in memory. */
  holdsKey(): boolean;
  /** Ends the window that is open. */
  close(): void;
}

interface Held {
  readonly since: number;
  readonly window: Promise<KeyWindow>;
  users: number;
  isOver: boolean;
  callOff: () => void;
}

export interface WindowTools {
  readonly recipients: readonly Recipient[];
  readonly primitives: Primitives;
  /** Ends a window when its minute is over. Null: it ends with its use, as on the edge, where no timer outlives a request. */
  readonly after: After | null;
  /** Milliseconds a window is open; a minute unless told. */
  readonly openMs?: number;
}

async function openNew({ recipients, primitives }: WindowTools): Promise<KeyWindow> {
  const [id, key] = [hex(primitives.random(ID_BYTES)), primitives.random(32)];
  return { id, key, sealed: await Promise.all(recipients.map(to => sealWindow(id, key, to))) };
}

/** Overwrites the key as soon as nobody uses it. */
function wipe({ window, users, isOver }: Held): void {
  if (!isOver || users > 0) return;
  // A window that could not be made has no key.
  window.then(
    ({ key }) => key.fill(0),
    () => undefined,
  );
}

/**
 * Keeps one window open for all requests of a minute: sealing takes milliseconds, which must not be paid per
 * person. A clock that was set back also starts a new window.
 */
export function createWindows(tools: WindowTools): WindowKeeper {
  const { after, openMs = WINDOW_MS } = tools;
  const held = new Set<Held>();
  let open: Held | null = null;
  const end = (one: Held): void => {
    one.isOver = true;
    one.callOff();
    if (open === one) open = null;
    if (one.users === 0) held.delete(one);
    wipe(one);
  };
  const begin = (at: number): Held => {
    const one: Held = {
      since: at,
      window: openNew(tools),
      users: 0,
      isOver: false,
      callOff: () => undefined,
    };
    if (after) one.callOff = after(openMs, () => end(one));
    held.add(one);
    return one;
  };
  /** The next to come tries again. */
  const failWith = (one: Held, fault: unknown): never => {
    end(one);
    throw fault;
  };
  return {
    async use(at, use) {
      if (open && (at < open.since || at - open.since >= openMs)) end(open);
      open ??= begin(at);
      const mine = open;
      mine.users += 1;
      try {
        return await use(await mine.window.catch(failed => failWith(mine, failed)));
      } finally {
        mine.users -= 1;
        if (mine.isOver || (after === null && mine.users === 0)) end(mine);
      }
    },
    holdsKey: () => held.size > 0,
    close: () => {
      if (open) end(open);
    },
  };
}

/**
 * A window for every use. One that texts shared would say, to who has the database, that they came within the same
 * minute: in a quiet hall, from the same person.
 */
export const aWindowEach = (tools: Pick<WindowTools, 'recipients' | 'primitives'>): Windows => ({
  use: (at, use) => createWindows({ ...tools, after: null }).use(at, use),
});
