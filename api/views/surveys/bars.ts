// Bars in table rows: to scale, hidden from screen readers, because the numbers are in the cells. Widths are
// attributes, because the policy allows no inline style.
import { html } from 'hono/html';
import type { Interval } from '../../domain/surveys/statistics.ts';
import type { Markup } from '../page.ts';

/** An interval, on its own background so that it is visible on a full bar. */
const whisker = (path: string): Markup =>
  html`<path class="bar__halo" d="${path}"/><path class="bar__whisker" d="${path}"/>`;

const round = (n: number): number => Math.round(n * 10) / 10;

/** A share as a bar on a background of 100, with a whisker when its interval is known. */
export function shareBar({ value, low, high }: Interval): Markup {
  const [width, from, to] = [value, low ?? 0, high ?? 0].map(share => round(100 * share)) as [
    number,
    number,
    number,
  ];
  const interval = low === null || high === null ? '' : whisker(`M${from} 7H${to}M${from} 4V10M${to} 4V10`);
  return html`<svg class="bar" viewBox="0 0 100 14" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="bar__ground" width="100" height="14"/><rect class="bar__share" width="${width}" height="14"/>${interval}</svg>`;
}

/**
 * Shares next to each other, from the lowest point of a scale to the highest. Tones go from hollow to full,
 * separated by gaps, so that they differ without colour.
 */
export function stackedBar(shares: readonly number[]): Markup {
  let x = 0;
  const parts = shares.map((share, i) => {
    const width = 100 * share;
    const part =
      width === 0
        ? ''
        : html`<rect class="stack__part stack__part--${tone(i, shares.length)}" x="${round(x)}" width="${round(width)}" height="14"/>`;
    x += width;
    return part;
  });
  return html`<svg class="bar" viewBox="0 0 100 14" preserveAspectRatio="none" aria-hidden="true" focusable="false">${parts}</svg>`;
}

/** Five tones for scales of any length. */
const tone = (i: number, count: number): number => (count < 2 ? 4 : Math.round((4 * i) / (count - 1)));

/** A mean on its scale, with its interval as a line. */
export function meanMark({ value, low, high }: Interval, [from, to]: readonly [number, number]): Markup {
  const x = (worth: number): number => round((100 * (worth - from)) / (to - from));
  const line =
    low === null || high === null ? '' : whisker(`M${x(low)} 7H${x(high)}M${x(low)} 3V11M${x(high)} 3V11`);
  return html`<svg class="bar" viewBox="0 0 100 14" preserveAspectRatio="none" aria-hidden="true" focusable="false"><path class="bar__scale" d="M0 7H100"/>${line}<rect class="bar__mean" x="${round(Math.max(0, x(value) - 0.7))}" y="1" width="1.4" height="12"/></svg>`;
}
