// What is left of erased bytes in the files of a data folder.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestApp } from '../api/harness.ts';

const PIECE = 24;

/** Which of the traces are in which file. A long value may be split over several pages: any piece counts. */
export function leftIn({ folder }: Pick<TestApp, 'folder'>, traces: ReadonlyMap<string, Buffer>): string[] {
  const left: string[] = [];
  for (const name of readdirSync(folder)) {
    const bytes = readFileSync(join(folder, name));
    for (const [what, trace] of traces) {
      for (let at = 0; at < trace.length; at += PIECE) {
        const piece = trace.subarray(at, at + PIECE);
        if (piece.length >= Math.min(PIECE, trace.length) && bytes.includes(piece)) {
          left.push(`${what} in ${name}`);
          break;
        }
      }
    }
  }
  return left;
}
