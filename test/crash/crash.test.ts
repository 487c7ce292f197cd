// Nothing acknowledged is lost to kill -9. Three rounds here; `npm run test:crash` plays a hundred.
import { expect, it } from 'vitest';
import { temporaryFolders } from '../support/folder.ts';
import { crash } from './crash.ts';

const folder = temporaryFolders();
const ROUNDS = 3;

it(`keeps through ${ROUNDS} crashes what it acknowledged, exactly once`, async () => {
  const { acknowledged, resent } = await crash(folder(), ROUNDS);
  // A run in which nothing was under way shows nothing.
  expect(acknowledged).toBeGreaterThan(ROUNDS);
  expect(resent).toBeGreaterThan(0);
});
