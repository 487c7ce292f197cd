// How often one screen accepts answers.
import { describe, expect, it } from 'vitest';
import { pauseFor, stillCounting } from '../../src/kiosk/survey/rate.ts';

const NOW = Date.parse('2026-11-24T10:00:00Z');
/** Answered this many seconds ago. */
const ago = (...seconds: number[]): number[] => seconds.map(s => NOW - s * 1000);
const every = (seconds: number, times: number): number[] =>
  ago(...Array.from({ length: times }, (_, i) => i * seconds));

describe('the pause after many answers', () => {
  it('does not meet a family of four, but the fifth within the minute', () => {
    expect(pauseFor(ago(30, 20, 10), NOW)).toBe(0);
    expect(pauseFor(ago(40, 30, 20, 10), NOW)).toBe(20);
    expect(pauseFor(ago(61, 30, 20, 10), NOW)).toBe(0);
  });

  it('lasts twenty seconds from the last answer at least', () => {
    expect(pauseFor(ago(59, 40, 20, 0), NOW)).toBe(20);
    expect(pauseFor(ago(59, 40, 20, 15), NOW)).toBe(5);
  });

  it('is over when it says so', () => {
    const times = every(5, 4);
    const pause = pauseFor(times, NOW);
    expect(pauseFor(times, NOW + (pause - 1) * 1000)).toBe(1);
    expect(pauseFor(times, NOW + pause * 1000)).toBe(0);
  });

  it('meets the patient child, too: twelve within ten minutes', () => {
    expect(pauseFor(every(45, 11), NOW)).toBe(0);
    expect(pauseFor(every(45, 12), NOW)).toBe(600 - 11 * 45);
  });

  it('holds nobody up for what was long ago, or for a clock that was set back', () => {
    expect(pauseFor([], NOW)).toBe(0);
    expect(pauseFor(ago(600, 601, 700, 800, 900), NOW)).toBe(0);
    expect(pauseFor(ago(-10, -20, -30, -4000), NOW)).toBe(0);
  });
});

it('keeps no time longer than it counts', () => {
  expect(stillCounting(ago(10, 599, 600, 4000, -5), NOW)).toEqual(ago(10, 599));
});
