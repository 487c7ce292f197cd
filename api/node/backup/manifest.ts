// The short description beside each backup: what is in it and how to tell that it is whole. It holds no personal data.
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
  /** The end of the event chain, as `register -- verify` prints it; null where it is empty. */
  head: z.string().nullable(),
  chain: z.enum(['whole', 'damaged']),
  counts: z.record(z.string(), z.int()),
  /** Staff surveys whose waiting answers are not in the copy. */
  withoutAnswers: z.array(z.string()),
});
export type Manifest = z.infer<typeof Manifest>;

export const manifestOf = (file: string): string => file.replace(/\.db$/, '.json');

/** Null where there is none; `unreadable` where it is no description of a backup. */
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
