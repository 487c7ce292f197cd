// Assigns an uploaded file to a submission as the intake does, and opens it as staff do.
import { randomBytes } from 'node:crypto';
import { createApp } from '../../api/app.ts';
import type { Deps } from '../../api/deps.ts';
import { openAttachment } from '../../api/domain/files/reading.ts';
import { claimFiles, holdFiles } from '../../api/http/attached.ts';
import type { Database } from '../../api/store/database.ts';
import { postJson } from '../api/harness.ts';

export interface Where {
  readonly deps: Deps;
  readonly database: Database;
}

export const contentKey = new Uint8Array(randomBytes(32));

export const rowsOf = async ({ database }: Where, table: string) =>
  (await database.execute({ sql: `SELECT * FROM ${table}` })).rows;

/** A submission without files; returns its reference. */
async function submission({ deps }: Where): Promise<string> {
  const answer = await postJson(
    createApp(() => deps),
    '/api/complaints',
    { text: 'Rinda' },
  );
  return ((await answer.json()) as { reference: string }).reference;
}

/** Assigns the files of these tokens to a fresh submission; returns its reference and the files' ids. */
export async function claim(where: Where, ...tokens: string[]) {
  const reference = await submission(where);
  const { files, faults } = await holdFiles(where.deps, tokens, new Uint8Array(32), 'lv');
  if (faults.length > 0) throw new Error(faults.join(' '));
  await where.database.batch(await claimFiles(where.deps, files, { reference, contentKey }));
  return { reference, ids: files.map(({ id }) => id) };
}

/** Claims the one file and opens it. */
export async function claimed(where: Where, token: string) {
  const { ids } = await claim(where, token);
  return openAttachment(where.deps, contentKey, ids[0] ?? '');
}
