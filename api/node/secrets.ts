// The key file of a data folder: made once, never replaced. Without it receipts and tracking codes are worthless.
import { createPrivateKey, createPublicKey } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { fromBase64Url, type KeyringSecrets, toBase64Url } from '../domain/keyring.ts';
import { createFile } from './durable-file.ts';
import { Refusal } from './refusal.ts';

const KEY_BYTES = 32;
/** PKCS #8 around a raw Ed25519 seed (RFC 8410). */
const PKCS8_HEAD = Uint8Array.from(Buffer.from('302e020100300506032b657004220420', 'hex'));

const bytes = z.string().transform((text, context) => {
  try {
    return fromBase64Url(text);
  } catch {
    context.addIssue('nav base64url');
    return z.NEVER;
  }
});
const keyBytes = bytes.refine(value => value.length === KEY_BYTES, 'nav 32 baitu');

const KeyFile = z.object({
  format: z.literal(1),
  secret: keyBytes,
  signing: z
    .array(
      z
        .object({ id: z.string().min(1), created: z.iso.datetime(), privateKey: bytes, publicKey: keyBytes })
        .refine(matches, 'atslēgas puses nesader'),
    )
    .min(1),
});

export interface NewKeys {
  /** Cryptographically strong random bytes. */
  readonly random: (length: number) => Uint8Array;
  readonly now: Date;
  /** True when a database exists that was written with keys: then missing keys are a loss, not a first start. */
  readonly databaseExists: boolean;
}

/**
 * Reads `<folder>/keys.json`, or makes the folder (0700) and the file (0600) on the first start.
 *
 * @throws {Refusal} when the file is damaged, or missing although the database exists.
 */
export function loadSecrets(folder: string, fresh: NewKeys): KeyringSecrets {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, 'keys.json');
  const known = read(path);
  if (known !== null) return parse(path, known);
  if (fresh.databaseExists) throw new Refusal(lostMessage(path));
  createFile(path, newKeyFile(fresh));
  // Read back: what counts is the file, also when another process was first.
  return parse(path, read(path) ?? '');
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw fault;
  }
}

function parse(path: string, text: string): KeyringSecrets {
  const result = KeyFile.safeParse(toJson(text));
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new Refusal(
    `Atslēgu fails “${path}” ir bojāts (${issue?.path.join('.') || 'fails nav lasāms'}). ` +
      'Atjaunojiet to no rezerves kopijas. Nedzēsiet to: bez šīm atslēgām iesniegumu kodi un apliecinājumi vairs nederēs.',
  );
}

function toJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function newKeyFile({ random, now }: NewKeys): string {
  const privateKey = Uint8Array.from([...PKCS8_HEAD, ...random(KEY_BYTES)]);
  const signing = {
    id: 'k1',
    created: now.toISOString(),
    privateKey: toBase64Url(privateKey),
    publicKey: toBase64Url(publicHalf(privateKey)),
  };
  return `${JSON.stringify({ format: 1, secret: toBase64Url(random(KEY_BYTES)), signing: [signing] }, null, 2)}\n`;
}

function publicHalf(privateKey: Uint8Array): Uint8Array {
  const key = createPrivateKey({ key: Buffer.from(privateKey), format: 'der', type: 'pkcs8' });
  return fromBase64Url(createPublicKey(key).export({ format: 'jwk' }).x ?? '');
}

function matches(key: { privateKey: Uint8Array; publicKey: Uint8Array }): boolean {
  try {
    return toBase64Url(publicHalf(key.privateKey)) === toBase64Url(key.publicKey);
  } catch {
    return false;
  }
}

const lostMessage = (path: string): string =>
  `Datubāze jau pastāv, bet tās atslēgu faila “${path}” nav. Atjaunojiet keys.json no rezerves kopijas. ` +
  'Jaunas atslēgas netiek veidotas: ar tām agrākie iesniegumu kodi un apliecinājumi vairs nederētu.';
