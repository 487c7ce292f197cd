// The short description beside each backup: its contents and how to check that it is complete. It contains no
// personal data.
import { createHash } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import * as z from 'zod';

const Manifest = z.object({
  format: z.literal(1),
  file: z.string(),
  /** ISO 8601, UTC. */
  made: z.iso.datetime(),
  bytes: z.int(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** The newest migration. */
  schema: z.string(),
  /** The end of the event chain, as printed by `register -- verify`; null when it is empty. */
  head: z.string().nullable(),
  chain: z.enum(['whole', 'damaged']),
  counts: z.record(z.string(), z.int()),
  /** Staff surveys whose waiting answers are not in the copy. */
  withoutAnswers: z.array(z.string()),
});
export type Manifest = z.infer<typeof Manifest>;

export const manifestOf = (file: string): string => file.replace(/\.db$/, '.json');

/** Null when there is none; `unreadable` when it is not a description of a backup. */
export function readManifest(file: string): Manifest | 'unreadable' | null {
  const path = manifestOf(file);
  if (path === file) return null;
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code === 'ENOENT' ? null : 'unreadable';
  }
  try {
    return Manifest.parse(JSON.parse(text));
  } catch {
    return 'unreadable';
  }
}

/** SHA-256 of a file, as hex. */
export async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
