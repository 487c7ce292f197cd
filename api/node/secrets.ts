// The keys of a data folder: created once, never replaced. Without them receipts, tracking codes and content
// are lost.
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { z } from 'zod';
import type { Config } from '../config.ts';
import type { KeyringSecrets } from '../domain/keyring.ts';
import type { OfficeSecrets } from '../domain/office.ts';
import { createFile, replaceFile } from './durable-file.ts';
import {
  KEY_BYTES,
  KeyFile,
  type KeyFileData,
  OfficeFile,
  type OfficeFileData,
  publicHalf,
  toFileText,
  toPkcs8,
} from './key-files.ts';
import { keepRecovery } from './recovery-file.ts';
import { recoveryText } from './recovery-key.ts';
import { Refusal } from './refusal.ts';

export interface NewKeys {
  /** Cryptographically strong random bytes. */
  readonly random: (length: number) => Uint8Array;
  readonly now: Date;
  /**
   * True when a database exists that was written with keys: missing keys are then a loss, not a first start.
   */
  readonly databaseExists: boolean;
}

export interface Secrets {
  readonly intake: KeyringSecrets;
  /** Null when the office's key is kept elsewhere: submissions are taken in but cannot be read here. */
  readonly office: OfficeSecrets | null;
  /** The recovery key in words, where it was made just now; until confirmed it is kept in `recovery-file.ts`. */
  readonly recoveryKey: string | null;
}

export const keyFileOf = (folder: string): string => join(folder, 'keys.json');

/** Path of the office's key; null when this process must not read it. */
export function officeFileOf({
  dataFolder,
  officeKeys,
}: Pick<Config, 'dataFolder' | 'officeKeys'>): string | null {
  if (officeKeys === 'off') return null;
  return officeKeys ?? join(dataFolder, 'office.json');
}

/**
 * Reads the keys in `folder`, or makes the folder (0700) and the files (0600) on the first start. Keys from before
 * content was sealed get the office's and the recovery key added. `officeFile`: where the office's key lies, null
 * where it is not to be read.
 *
 * @throws {Refusal} when a file is damaged, or missing although the database exists.
 */
export function loadSecrets(
  folder: string,
  fresh: NewKeys,
  officeFile: string | null = officeFileOf({ dataFolder: folder, officeKeys: null }),
): Secrets {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const known = readKeyFile(folder);
  if (known && known.recipients.length > 0)
    return {
      intake: known,
      office: officeFile === null ? null : readOfficeFile(officeFile),
      recoveryKey: null,
    };
  if (!known && fresh.databaseExists) throw new Refusal(lostMessage(keyFileOf(folder)));
  if (officeFile === null) throw new Refusal(notHereMessage(folder));
  if (!existsSync(dirname(officeFile))) throw new Refusal(noFolderMessage(officeFile));
  return setUp(folder, known, officeFile, fresh);
}

/** @throws {Refusal} when it is damaged. */
export const readKeyFile = (folder: string): KeyFileData | null => read(keyFileOf(folder), KeyFile);

/** @throws {Refusal} when it is damaged. */
export const readOfficeFile = (path: string): OfficeFileData | null => read(path, OfficeFile);

/** The office's file first: a crash in between leaves a key to which nothing is sealed yet. */
function setUp(folder: string, known: KeyFileData | null, officeFile: string, fresh: NewKeys): Secrets {
  const created = fresh.now.toISOString();
  createFile(officeFile, toFileText(newOfficeFile('o1', fresh, created)));
  const office = readOfficeFile(officeFile);
  if (!office) throw new Refusal(lostMessage(officeFile));
  const recovery = fresh.random(KEY_BYTES);
  const recoveryKey = recoveryText(recovery);
  // Before anything is sealed to it: a start that is killed from here on shows it the next time.
  keepRecovery(folder, recoveryKey);
  const data: KeyFileData = {
    format: 2,
    secret: known?.secret ?? new Uint8Array(fresh.random(KEY_BYTES)),
    signing: known?.signing ?? [newSigningKey('k1', fresh, created)],
    recipients: [
      ...office.keys.slice(0, 1).map(({ id, publicKey }) => ({ id, created, publicKey })),
      { id: 'r1', created, publicKey: publicHalf(toPkcs8('x25519', recovery)) },
    ],
  };
  if (known) replaceFile(keyFileOf(folder), toFileText(data));
  // Another process was first: its file counts.
  else if (!createFile(keyFileOf(folder), toFileText(data))) return loadSecrets(folder, fresh, officeFile);
  return { intake: data, office, recoveryKey };
}

export function newSigningKey(
  id: string,
  { random }: Pick<NewKeys, 'random'>,
  created: string,
): KeyFileData['signing'][number] {
  const privateKey = toPkcs8('ed25519', random(KEY_BYTES));
  return { id, created, privateKey, publicKey: publicHalf(privateKey) };
}

export function newOfficeKey(
  id: string,
  { random }: Pick<NewKeys, 'random'>,
  created: string,
): OfficeFileData['keys'][number] {
  const privateKey = new Uint8Array(random(KEY_BYTES));
  return { id, created, privateKey, publicKey: publicHalf(toPkcs8('x25519', privateKey)) };
}

/** A new office key with a new search key. */
export const newOfficeFile = (
  id: string,
  fresh: Pick<NewKeys, 'random'>,
  created: string,
): OfficeFileData => ({
  format: 1,
  keys: [newOfficeKey(id, fresh, created)],
  search: new Uint8Array(fresh.random(KEY_BYTES)),
});

function read<Data>(path: string, schema: z.ZodType<Data>): Data | null {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw fault;
  }
  const result = schema.safeParse(toJson(text));
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new Refusal(
    `Atslēgu fails “${path}” ir bojāts (${issue?.path.join('.') || 'fails nav lasāms'}). ` +
      'Atjaunojiet to no rezerves kopijas. Nedzēsiet to: bez šīm atslēgām iesniegumu kodi, apliecinājumi un saturs vairs nebūs lietojami.',
  );
}

function toJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const lostMessage = (path: string): string =>
  `Datubāze jau pastāv, bet tās atslēgu faila “${path}” nav. Atjaunojiet keys.json no rezerves kopijas. ` +
  'Jaunas atslēgas netiek veidotas: ar tām agrākie iesniegumu kodi un apliecinājumi vairs nederētu.';

const notHereMessage = (folder: string): string =>
  `Mapē “${folder}” vēl jāizveido atslēgas, bet KAC_OFFICE_KEYS=off te liedz biroja atslēgu. ` +
  'Vispirms palaidiet serveri datorā, kurā lasīs iesniegumus, un tad pārnesiet šurp tikai keys.json.';

const noFolderMessage = (officeFile: string): string =>
  `Mapes biroja atslēgai “${officeFile}” nav. Izveidojiet to (vai pievienojiet datu nesēju), vai izlabojiet KAC_OFFICE_KEYS.`;
