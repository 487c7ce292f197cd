// Both key files of a data folder, as commands read and change them. Each write is whole or absent.
import type { Config } from '../config.ts';
import type { Recipient } from '../domain/keyring.ts';
import type { OfficeSecrets } from '../domain/office.ts';
import { createFile, replaceFile } from './durable-file.ts';
import { type KeyFileData, type OfficeFileData, toFileText } from './key-files.ts';
import { Refusal } from './refusal.ts';
import { keyFileOf, officeFileOf, readKeyFile, readOfficeFile } from './secrets.ts';

export interface KeyFolder {
  /** @throws {Refusal} when there are none yet, or the file is damaged. */
  keys(): KeyFileData;
  /** Null when the office's key is not here, or must not be read here. */
  office(): OfficeFileData | null;
  writeKeys(data: KeyFileData): void;
  /** Creates or replaces the file. */
  writeOffice(data: OfficeFileData): void;
}

/** What a change of keys needs besides the files. */
export interface Fresh {
  /** Cryptographically strong random bytes. */
  readonly random: (length: number) => Uint8Array;
  readonly now: Date;
}

/** The key files that the settings name. */
export function keyFolder(config: Pick<Config, 'dataFolder' | 'officeKeys'>): KeyFolder {
  const folder = config.dataFolder;
  const officeFile = officeFileOf(config);
  return {
    keys() {
      const keys = readKeyFile(folder);
      if (keys && keys.recipients.length > 0) return keys;
      throw new Refusal(
        `Mapē “${folder}” atslēgu vēl nav. Tās izveido serveris, kad to palaiž pirmo reizi: npm start.`,
      );
    },
    office: () => (officeFile === null ? null : readOfficeFile(officeFile)),
    writeKeys: data => replaceFile(keyFileOf(folder), toFileText(data)),
    writeOffice(data) {
      if (officeFile === null) throw new Refusal(OFF);
      const text = toFileText(data);
      if (!createFile(officeFile, text)) replaceFile(officeFile, text);
    },
  };
}

const OFF =
  'KAC_OFFICE_KEYS=off: šajā datorā biroja atslēgas nedrīkst būt. Dariet to datorā, kurā lasa iesniegumus.';

/** @throws {Refusal} when the office's key is not here. */
export function requireKeys(folder: KeyFolder): OfficeFileData {
  const office = folder.office();
  if (office) return office;
  throw new Refusal(
    'Biroja atslēgas (office.json) šeit nav, bet šai darbībai tā ir vajadzīga. Dariet to datorā, kurā lasa iesniegumus; ' +
      'ja fails ir zudis, palīdz atjaunošanas atslēga: npm run keys -- restore.',
  );
}

/**
 * The office's keys, including the one to which windows are sealed. @throws {Refusal} when they are not here.
 */
export function requireOffice(folder: KeyFolder): OfficeFileData {
  const office = requireKeys(folder);
  const stranger = folder.keys().recipients.find(one => !isRecovery(one) && !holds(office, one));
  if (!stranger) return office;
  throw new Refusal(
    `keys.json šifrē biroja atslēgai ${stranger.id}, bet office.json tās nav: faili nesader. ` +
      'Atjaunojiet abus no vienas rezerves kopijas. Ja tādas nav, pārvietojiet office.json citur un izmantojiet atjaunošanas atslēgu: npm run keys -- restore.',
  );
}

/** True when exactly this key is the office's: a name alone may belong to another centre's file. */
export const holds = ({ keys }: Pick<OfficeSecrets, 'keys'>, { id, publicKey }: Recipient): boolean =>
  keys.some(key => key.id === id && key.publicKey.every((byte, i) => byte === publicKey[i]));

/** Recovery keys are called r1, r2, …; every other recipient is the office. */
export const isRecovery = ({ id }: { readonly id: string }): boolean => id.startsWith('r');

/** The next free name after these: `o3` after `o1` and `o2`. Names are never reused. */
export function nextId(letter: string, ids: Iterable<string>): string {
  const numbers = [...ids]
    .filter(id => id.startsWith(letter))
    .map(id => Number(id.slice(letter.length)))
    .filter(Number.isSafeInteger);
  return `${letter}${Math.max(0, ...numbers) + 1}`;
}
