// A register with submissions from several minutes, and who can read them with the current files on disk.
import { createOffice } from '../../api/domain/office.ts';
import { openContent } from '../../api/domain/submission.ts';
import { publicHalf, toPkcs8 } from '../../api/node/key-files.ts';
import { type KeyFolder, keyFolder } from '../../api/node/key-folder.ts';
import { nodePrimitives } from '../../api/node/primitives.ts';
import { random } from '../../api/node/random.ts';
import { parseRecoveryText } from '../../api/node/recovery-key.ts';
import type { Tools } from '../../api/node/renew.ts';
import { type WindowStore, windowStore, windowsOf } from '../../api/store/windows.ts';
import { postJson, startApp, type TestApp } from '../api/harness.ts';

export interface Filled {
  readonly test: TestApp;
  readonly folder: KeyFolder;
  readonly windows: WindowStore;
  readonly tools: Tools;
  /** The recovery key shown by the set-up. */
  readonly recoveryKey: string;
  readonly references: readonly string[];
}

/** A register with one submission in each of `minutes` minutes. */
export async function filled(minutes = 5): Promise<Filled> {
  const test = await startApp();
  const references: string[] = [];
  for (let i = 0; i < minutes; i += 1) {
    test.at(`2026-11-23T09:${String(i).padStart(2, '0')}:00Z`);
    references.push(await file(test, `Rinda ${i}`));
  }
  const folder = keyFolder({ dataFolder: test.folder, officeKeys: null });
  const windows = windowStore(test.database);
  const tools = { folder, windows, random, now: new Date('2027-01-02T03:04:05Z'), batch: 2 };
  return { test, folder, windows, tools, references, recoveryKey: test.secrets.recoveryKey ?? '' };
}

export async function file({ app }: TestApp, text: string): Promise<string> {
  const answer = await postJson(app, '/api/complaints', { text });
  return ((await answer.json()) as { reference: string }).reference;
}

type Pairs = Parameters<typeof createOffice>[0]['keys'];

/** How many of the submissions these keys open. */
async function opened({ test, references }: Filled, keys: Pairs): Promise<number> {
  const office = createOffice({ keys, search: new Uint8Array(32) }, nodePrimitives, windowsOf(test.database));
  let count = 0;
  for (const reference of references) {
    const found = await test.deps.submissions.findByReference(reference);
    const key = found && (await office.contentKey(found.submission));
    if (key && (await openContent(nodePrimitives, key, found.submission))) count += 1;
  }
  return count;
}

/** How many the current office.json opens. */
export const openedByOffice = (register: Filled): Promise<number> =>
  opened(register, register.folder.office()?.keys ?? []);

/** How many a recovery key opens, as any of the recipients. */
export function openedByRecovery(register: Filled, text: string): Promise<number> {
  const privateKey = parseRecoveryText(text) ?? new Uint8Array(32);
  const publicKey = publicHalf(toPkcs8('x25519', privateKey));
  return opened(
    register,
    ['r1', 'r2', 'r3', 'r4'].map(id => ({ id, publicKey, privateKey })),
  );
}
