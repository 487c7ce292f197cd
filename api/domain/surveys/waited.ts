// Answers that waited at the kiosk for the network: how long they say they did, and what is taken of them. The kiosk's clock
// may be wrong and its word a lie, so it decides little: that an answer is marked, never that it counts as in time. Pure.
import { addDays, rigaDate } from '../../../src/calendar/dates.ts';
import type { SurveyDefinition } from '../../../src/forms/survey/definition.ts';

export interface Waited {
  /** That of the page on which it was answered. */
  readonly version: number;
  /** Milliseconds since the last tap, by the kiosk. */
  readonly waited: number;
}

/** Longer ones are not believed, and taken no more: days after the end, or after the version that was answered. */
const LATE_DAYS = 7;
const DAY_MS = 86_400_000;
/** Shorter than this is the way of every answer; milliseconds. */
const SOON_MS = 5 * 60_000;

const SAID = /^version=(\d{1,6}); waited=(\d{1,9})$/;

/** What the header `Kiosk-Answer` says, seconds in it; null for anything else. */
export function waitedIn(header: string | undefined): Waited | null {
  const [, version, seconds] = SAID.exec(header ?? '') ?? [];
  return seconds === undefined ? null : { version: Number(version), waited: Number(seconds) * 1000 };
}

/** When it says it was given; null where it did not wait, or says to have waited too long. */
export const givenAt = ({ waited }: Waited, now: Date): Date | null =>
  waited < SOON_MS || waited > LATE_DAYS * DAY_MS ? null : new Date(now.getTime() - waited);

/**
 * Whether an answer that may not be stored any more was given when it still might: before the end, or while the former
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
