// Vitest global setup: one migrated, empty database per run. Tests copy it, which takes the place of 22 migrations each.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openEmbedded } from '../../api/node/embedded.ts';
import { migrate } from '../../api/store/migrate.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Path of a database file with all migrations and no rows; to be copied, never opened. */
    emptyDatabase: string;
  }
}

/** Makes the file and returns how to remove it. */
export async function setup({ provide }: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'kac-empty-'));
  const file = join(folder, 'kac.db');
  const database = await openEmbedded(file);
  await migrate(database);
  await database.close();
  provide('emptyDatabase', file);
  return () => rmSync(folder, { recursive: true, force: true });
}
