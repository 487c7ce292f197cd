// kill -9 loses nothing that was acknowledged. Three rounds here; `npm run test:crash` runs a hundred.
import { expect, it } from 'vitest';
import { temporaryFolders } from '../support/folder.ts';
import { crash } from './crash.ts';

const folder = temporaryFolders();
const ROUNDS = 3;

it(`keeps through ${ROUNDS} crashes what it acknowledged, exactly once`, async () => {
  const { acknowledged, resent } = await crash(folder(), ROUNDS);
  // A run without work in progress would prove nothing.
  expect(acknowledged).toBeGreaterThan(ROUNDS);
  expect(resent).toBeGreaterThan(0);
});
