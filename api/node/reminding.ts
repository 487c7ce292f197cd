// Sends reminders and the witness's letter while the server runs. Checked every few minutes, because the
// server may have been down at eight.
import { rigaDate } from '../../src/calendar/dates.ts';
import type { Config } from '../config.ts';
import type { RegisterDeps } from '../deps.ts';
import { soonOn } from '../http/register/worklist.ts';
import { remind } from '../jobs/remind.ts';
import { warnOfTerms } from '../jobs/warn-terms.ts';
import { tellWitness } from '../jobs/witness.ts';
import { type Repeating, repeat } from './repeat.ts';

const EVERY_MS = 5 * 60_000;

/**
 * Runs until it is stopped; null when no mail is sent. What was done today is not checked again until
 * tomorrow.
 */
export function startReminding(deps: RegisterDeps, config: Config): Repeating | null {
  const { origin, witness } = config;
  if (!config.mail || origin === null) return null;
  const today = () => rigaDate(deps.now());
  let [reminded, told, warned] = ['', '', ''];
  const failed = (fault: unknown): void =>
    deps.log({
      level: 'error',
      event: 'reminders',
      detail: { message: fault instanceof Error ? fault.message : String(fault) },
    });
  return repeat(
    async () => {
      const day = today();
      if (witness !== null && told !== day) {
        const head = () => deps.chain.head();
        if (await tellWitness({ ...deps, to: witness, head, today })) told = day;
      }
      const people = deps.people.list;
      if (warned !== day) {
        const letters = await warnOfTerms({ ...deps, told: deps.termsTold, people, origin, today });
        if (letters !== null) warned = day;
        if (letters) deps.log({ level: 'info', event: 'term warnings', detail: { letters } });
      }
      if (reminded === day) return;
      const days = () => ({ today: day, soon: soonOn(deps) });
      const letters = await remind({ ...deps, people, origin, days });
      if (letters === 0) return;
      reminded = day;
      deps.log({ level: 'info', event: 'reminders', detail: { letters } });
    },
    EVERY_MS,
    failed,
  );
}
