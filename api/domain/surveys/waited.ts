// Answers that waited at the kiosk for the network: how long they claim to have waited, and the consequences.
// The kiosk's clock may be wrong and its claim false, so it only marks an answer and never makes it count as
// in time. Pure.
import { addDays, rigaDate } from '../../../src/calendar/dates.ts';
import type { SurveyDefinition } from '../../../src/forms/survey/definition.ts';

export interface Waited {
  /** Version of the page on which it was answered. */
  readonly version: number;
  /** Milliseconds since the last tap, by the kiosk's clock. */
  readonly waited: number;
}

/** Longer waits are not believed; days after the end, or after the version that was answered. */
const LATE_DAYS = 7;
const DAY_MS = 86_400_000;
/** Shorter waits are normal for every answer; milliseconds. */
const SOON_MS = 5 * 60_000;

const SAID = /^version=(\d{1,6}); waited=(\d{1,9})$/;

/** The value of the header `Kiosk-Answer`, seconds in it; null for anything else. */
export function waitedIn(header: string | undefined): Waited | null {
  const [, version, seconds] = SAID.exec(header ?? '') ?? [];
  return seconds === undefined ? null : { version: Number(version), waited: Number(seconds) * 1000 };
}

/** The claimed time of the answer; null when it did not wait, or claims to have waited too long. */
export const givenAt = ({ waited }: Waited, now: Date): Date | null =>
  waited < SOON_MS || waited > LATE_DAYS * DAY_MS ? null : new Date(now.getTime() - waited);

/**
 * Whether an answer that may no longer be stored was given in time: before the end, or while the former
 * version was asked.
 * @param answered the version it answers, as it was asked
 */
export function wasInTime(
  { waited }: Waited,
  answered: Pick<SurveyDefinition, 'opens'>,
  { closes, now }: { readonly closes: string; readonly now: Date },
): boolean {
  if (waited <= 0 || waited > LATE_DAYS * DAY_MS || rigaDate(now) > addDays(closes, LATE_DAYS)) return false;
  const given = rigaDate(new Date(now.getTime() - waited));
  return answered.opens <= given && given <= closes;
}
