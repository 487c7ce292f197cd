// Changes keys in the files. Former keys remain valid: old receipts verify, old windows open.
import type { WindowStore } from '../store/windows.ts';
import type { KeyFileData, OfficeFileData } from './key-files.ts';
import { type Fresh, isRecovery, type KeyFolder, nextId, requireOffice } from './key-folder.ts';
import { newOfficeKey, newSigningKey } from './secrets.ts';

/** A new signing key in front; returns its id. The former ones stay, so that every receipt still verifies. */
export function rotateSigning(folder: KeyFolder, fresh: Fresh): string {
  const keys = folder.keys();
  const ids = keys.signing.map(({ id }) => id);
  const key = newSigningKey(nextId('k', ids), fresh, fresh.now.toISOString());
  folder.writeKeys({ ...keys, signing: [key, ...keys.signing] });
  return key.id;
}

/** A new key pair for the office; returns its id. The former private key stays until the windows are rewrapped. */
export async function rotateOffice(folder: KeyFolder, windows: WindowStore, fresh: Fresh): Promise<string> {
  const keys = folder.keys();
  const office = requireOffice(folder);
  const waiting = newestUnused(keys, office);
  // A run interrupted between the two files is finished, not repeated.
  if (waiting) return putInUse(folder, waiting);
  const used = [...keys.recipients, ...office.keys].map(({ id }) => id);
  const id = nextId('o', [...used, ...(await windows.counts()).keys()]);
  const key = newOfficeKey(id, fresh, fresh.now.toISOString());
  // The private key before the public one: nothing may be sealed to a key that nobody has.
  folder.writeOffice({ ...office, keys: [key, ...office.keys] });
  return putInUse(folder, key);
}

/** The office's newest key when nothing is sealed to it yet. */
export function newestUnused(
  keys: KeyFileData,
  office: OfficeFileData,
): OfficeFileData['keys'][number] | null {
  const [newest] = office.keys;
  return newest && !keys.recipients.some(({ id }) => id === newest.id) ? newest : null;
}

/** From now on windows are sealed to this office key, and as before to the recovery key. */
export function putInUse(folder: KeyFolder, key: OfficeFileData['keys'][number]): string {
  const keys = folder.keys();
  const { id, created, publicKey } = key;
  const recipients = [{ id, created, publicKey }, ...keys.recipients.filter(isRecovery)];
  folder.writeKeys({ ...keys, recipients });
  return id;
}
