// Seals the register again: to a new office key, to a new recovery key, or after the office's key was lost.

import type { RecipientPair } from '../domain/crypto/windows.ts';
import { type Rewrapped, rewrapWindows } from '../jobs/rewrap.ts';
import type { WindowStore } from '../store/windows.ts';
import { KEY_BYTES, type KeyFileData, publicHalf, toPkcs8 } from './key-files.ts';
import { type Fresh, isRecovery, type KeyFolder, nextId, requireKeys, requireOffice } from './key-folder.ts';
import { parseRecoveryText, recoveryText } from './recovery-key.ts';
import { Refusal } from './refusal.ts';
import { newestUnused, putInUse } from './rotate.ts';
import { newOfficeFile } from './secrets.ts';

export interface Tools extends Fresh {
  readonly folder: KeyFolder;
  readonly windows: WindowStore;
  /** Called after each batch with the number of finished windows. */
  readonly progress?: (done: number) => void;
  readonly batch?: number;
}

const pace = ({ progress, batch }: Tools) => ({ ...(progress && { progress }), ...(batch && { batch }) });

export interface RewrapResult extends Rewrapped {
  /** Former office keys removed from the file. */
  readonly dropped: readonly string[];
  /** Why they were not removed, when they should be. */
  readonly kept: 'shut' | 'still-used' | null;
}

/**
 * Seals every window to the present recipients. `drop`: afterwards former office keys are removed from
 * office.json; not while a window needs one, and with other writers (`shared`) not in the run that still
 * found any, because somebody may be using it.
 */
export async function rewrap(tools: Tools, how: { drop: boolean; shared: boolean }): Promise<RewrapResult> {
  const { folder, windows } = tools;
  const office = requireOffice(folder);
  const { recipients } = folder.keys();
  const found = await rewrapWindows(windows, { recipients, openers: office.keys, ...pace(tools) });
  const isPresent = ({ id }: { readonly id: string }) => recipients.some(recipient => recipient.id === id);
  const former = office.keys.filter(key => !isPresent(key)).map(({ id }) => id);
  if (!how.drop || former.length === 0) return { ...found, dropped: [], kept: null };
  if (found.shut > 0) return { ...found, dropped: [], kept: 'shut' };
  if (how.shared && found.done > 0) return { ...found, dropped: [], kept: 'still-used' };
  folder.writeOffice({ ...office, keys: office.keys.filter(isPresent) });
  return { ...found, dropped: former, kept: null };
}

/**
 * A new recovery key, passed to `show` once. The former one remains valid until every window is sealed to the
 * new one, so that one of them always works.
 * @returns windows that could not be sealed again; the former key then stays a recipient.
 */
export async function renewRecovery(tools: Tools, show: (key: string) => void): Promise<Rewrapped> {
  const { folder, windows } = tools;
  const office = requireOffice(folder);
  const keys = folder.keys();
  const names = [...keys.recipients.map(({ id }) => id), ...(await windows.counts()).keys()];
  const privateKey = tools.random(KEY_BYTES);
  const fresh = {
    id: nextId('r', names),
    created: tools.now.toISOString(),
    publicKey: publicHalf(toPkcs8('x25519', privateKey)),
  };
  const both = [...keys.recipients, fresh];
  folder.writeKeys({ ...keys, recipients: both });
  show(recoveryText(privateKey));
  const openers = [...office.keys, { ...fresh, privateKey }];
  const found = await rewrapWindows(windows, { recipients: both, openers, ...pace(tools) });
  if (found.shut > 0) return found;
  const recipients = [...keys.recipients.filter(one => !isRecovery(one)), fresh];
  folder.writeKeys({ ...keys, recipients });
  await rewrapWindows(windows, { recipients, openers, ...pace(tools) });
  return found;
}

/**
 * Makes a new office.json from the recovery key as typed, and seals every window to the new office key. An
 * interrupted run continues where it stopped.
 * @throws {Refusal} when the key was typed wrong, or belongs to another centre.
 */
export async function restore(tools: Tools, typed: string): Promise<Rewrapped & { readonly office: string }> {
  const { folder, windows } = tools;
  const recovery = recoveryPair(folder.keys(), typed);
  const names = [...folder.keys().recipients.map(({ id }) => id), ...(await windows.counts()).keys()];
  if (!folder.office()) folder.writeOffice(newOfficeFile(nextId('o', names), tools, tools.now.toISOString()));
  const unused = newestUnused(folder.keys(), requireKeys(folder));
  if (unused) putInUse(folder, unused);
  const office = requireOffice(folder);
  const { recipients } = folder.keys();
  const openers = [...office.keys, recovery];
  return {
    ...(await rewrapWindows(windows, { recipients, openers, ...pace(tools) })),
    office: office.keys[0]?.id ?? '',
  };
}

function recoveryPair({ recipients }: KeyFileData, typed: string): RecipientPair {
  const privateKey = parseRecoveryText(typed);
  if (!privateKey)
    throw new Refusal(
      'Atjaunošanas atslēga ierakstīta kļūdaini: kādas zīmes trūkst vai tā ir cita. Salīdziniet ar pierakstīto un mēģiniet vēlreiz.',
    );
  const publicKey = publicHalf(toPkcs8('x25519', privateKey));
  const mine = recipients.find(
    one => isRecovery(one) && one.publicKey.every((byte, i) => byte === publicKey[i]),
  );
  if (!mine)
    throw new Refusal(
      'Šī atjaunošanas atslēga nepieder šim reģistram: tā ir cita centra vai vēlāk nomainīta. Nekas nav mainīts.',
    );
  return { id: mine.id, publicKey, privateKey };
}
