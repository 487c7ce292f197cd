// The office opens a key window once for all callers that wait for it, and retries one that did not open.
import { expect, it } from 'vitest';
import type { SealedWindow } from '../../api/domain/crypto/windows.ts';
import { createOffice } from '../../api/domain/office.ts';
import { nodePrimitives } from '../../api/node/primitives.ts';
import { windowsOf } from '../../api/store/windows.ts';
import { startApp } from '../api/harness.ts';
import { file } from '../keys/filled.ts';

it('opens a window once for all who wait, and again after a failure', async () => {
  const test = await startApp();
  const references = [
    await file(test, 'Pirmais.'),
    await file(test, 'Otrais.'),
    await file(test, 'Trešais.'),
  ];
  const sealed = await test.deps.submissions.sealed(references);
  const read = windowsOf(test.database);
  let asked = 0;
  let broken = true;
  const windows = async (id: string): Promise<readonly SealedWindow[]> => {
    asked += 1;
    if (broken) throw new Error('the disk is gone');
    return read(id);
  };
  const secrets = test.secrets.office ?? { keys: [], search: new Uint8Array() };
  const office = createOffice(secrets, nodePrimitives, windows);
  const openAll = () => Promise.allSettled([...sealed.values()].map(office.contentKey));
  expect((await openAll()).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  broken = false;
  const opened = await openAll();
  expect(opened.map(one => one.status === 'fulfilled' && one.value?.length)).toEqual([32, 32, 32]);
  await openAll();
  expect(asked).toBe(2);
});
