// The recovery key between its making and the moment somebody confirms to have written it down: in a file, so that a start
// that failed or was killed can't lose it. The file is deleted then (decision 0039).
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Recipient } from '../domain/keyring.ts';
import { flushFolder, replaceFile } from './durable-file.ts';
import { publicHalf, toPkcs8 } from './key-files.ts';
import { parseRecoveryText } from './recovery-key.ts';

const recoveryFileOf = (folder: string): string => join(folder, 'recovery-key.txt');

/** Keeps the key until it is confirmed; in place of an earlier one that nothing was sealed to. */
export const keepRecovery = (folder: string, text: string): void =>
  replaceFile(recoveryFileOf(folder), `${text}\n`);

/**
 * The recovery key that nobody has confirmed yet, in words; null where there is none, or where nothing is sealed to it:
 * it was replaced by `npm run keys -- recovery`, or its start was killed before the keys were made.
 */
export function unconfirmedRecovery(folder: string, recipients: readonly Recipient[]): string | null {
  const path = recoveryFileOf(folder);
  if (!existsSync(path)) return null;
  const text = readFileSync(path, 'utf8').trim();
  const key = parseRecoveryText(text);
  if (!key) return null;
  const mine = publicHalf(toPkcs8('x25519', key));
  const isUsed = recipients.some(({ publicKey }) => publicKey.every((byte, i) => byte === mine[i]));
  return isUsed ? text : null;
}

/** Overwrites and deletes the file; false where there was none. */
export function forgetRecovery(folder: string): boolean {
  const path = recoveryFileOf(folder);
  if (!existsSync(path)) return false;
  writeFileSync(path, '0'.repeat(statSync(path).size), { flag: 'r+', flush: true });
  rmSync(path);
  flushFolder(folder);
  return true;
}
