// How long a service takes, for standards that only know calendar days. Pure.

const WEEKEND = 2;
const WORKING_WEEK = 5;

/**
 * An `xsd:duration` that is never too short: working days plus every weekend that may fall between them,
 * without holidays (10 → `P14D`). Null when the time is not known.
 */
export function duration(workingDays: number | null): string | null {
  if (workingDays === null) return null;
  return `P${workingDays + WEEKEND * Math.ceil(workingDays / WORKING_WEEK)}D`;
}
