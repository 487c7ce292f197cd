// The check of a running server: one at a time, beside the work, whose verdict is kept until the next.
import type { Checked } from '../domain/register/verdict.ts';
import { type VerifyTools, verify } from './verify.ts';

export interface Verification {
  /** Begins a check, or joins the one that runs; resolves when it is done. */
  run(): Promise<Checked>;
  /** How much of the event chain a running check has walked, 0 to 1; null while none runs. */
  progress(): number | null;
  /** The last check that ended since the server started. */
  last(): Checked | null;
}

export interface VerificationTools {
  readonly now: () => Date;
  readonly tools: VerifyTools;
  /** The number of the last event. */
  readonly end: () => Promise<number>;
}

export function createVerification({ tools, end, now }: VerificationTools): Verification {
  let running: Promise<Checked> | null = null;
  let walked = 0;
  let last: Checked | null = null;

  async function check(): Promise<Checked> {
    walked = 0;
    const at = now();
    const all = Math.max(1, await end());
    const verdict = await verify({ ...tools, onProgress: seq => (walked = Math.min(1, seq / all)) });
    last = { verdict, at };
    return last;
  }

  return {
    run() {
      running ??= check().finally(() => {
        running = null;
      });
      return running;
    },
    progress: () => (running ? walked : null),
    last: () => last,
  };
}
