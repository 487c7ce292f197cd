// Charts as SVG: scales and lines are d3's; colours and print styles come from `src/styles/figures.css` by
// class, because the policy allows no inline style. Each chart has a name and refers to its numbers.
import { scaleBand, scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { html } from 'hono/html';
import type { Markup } from '../page.ts';
import { tenthsIn } from './cells.ts';

/** In the units of the view box. */
const WIDTH = 360;
const HEIGHT = 190;
const LEFT = 34;
const TOP = 10;
const BOTTOM = 166;
/** A bar for zero is still visible. */
const LEAST_BAR = 1;

export interface ChartFrame {
  /** Unique on the page. */
  readonly id: string;
  readonly title: string;
  /** Refers to the numbers. */
  readonly note: string;
  /** One for each position along the axis. */
  readonly labels: readonly string[];
}

export interface Series {
  readonly name: string;
  /** Null when nothing is shown. */
  readonly values: readonly (number | null)[];
}

const round = (n: number): number => Math.round(n * 10) / 10;

const bandOf = (labels: readonly string[]) =>
  scaleBand<number>()
    .domain(labels.map((_, i) => i))
    .range([LEFT, WIDTH])
    .paddingInner(0.25)
    .paddingOuter(0.15);

function axes(labels: readonly string[], y: (n: number) => number, ticks: readonly number[]): Markup {
  const band = bandOf(labels);
  return html`<g class="chart__axis">${ticks.map(
    tick =>
      html`<line x1="${LEFT}" x2="${WIDTH}" y1="${round(y(tick))}" y2="${round(y(tick))}"/><text x="${LEFT - 6}" y="${round(y(tick)) + 4}" text-anchor="end">${tick}</text>`,
  )}${labels.map(
    (label, i) =>
      html`<text x="${round((band(i) ?? 0) + band.bandwidth() / 2)}" y="${HEIGHT - 8}" text-anchor="middle">${label}</text>`,
  )}</g>`;
}

const frame = ({ id, title, note }: ChartFrame, drawing: Markup, legend: Markup | string): Markup =>
  html`<figure class="chart"><figcaption>${title}${legend}</figcaption><svg class="chart__svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="${id}-nosaukums ${id}-piezime" focusable="false"><title id="${id}-nosaukums">${title}</title><desc id="${id}-piezime">${note}</desc>${drawing}</svg></figure>`;

/** Bars next to each other at each position; the second is hollow, so that they differ without colour. */
export function barChart(of: ChartFrame, series: readonly Series[]): Markup {
  const top = Math.max(1, ...series.flatMap(({ values }) => values.map(value => value ?? 0)));
  const y = scaleLinear().domain([0, top]).nice(4).range([BOTTOM, TOP]);
  const ticks = y.ticks(4).filter(Number.isInteger);
  const band = bandOf(of.labels);
  const each = scaleBand<number>()
    .domain(series.map((_, i) => i))
    .range([0, band.bandwidth()]);
  const bar = (value: number | null, place: number, i: number): Markup => {
    const x = round((band(place) ?? 0) + (each(i) ?? 0));
    if (value === null)
      return html`<text class="chart__hidden" x="${round(x + each.bandwidth() / 2)}" y="${BOTTOM - 3}" text-anchor="middle">•</text>`;
    if (value === 0) return html``;
    const height = Math.max(LEAST_BAR, BOTTOM - y(value));
    return html`<rect class="chart__bar chart__bar--${i}" x="${x}" y="${round(BOTTOM - height)}" width="${round(each.bandwidth())}" height="${round(height)}"/>`;
  };
  const bars = series.map(
    ({ values }, i) => html`<g>${values.map((value, place) => bar(value, place, i))}</g>`,
  );
  const legend = html`<span class="chart__legend">${series.map(
    ({ name }, i) => html`<span class="chart__key chart__key--${i}">${name}</span> `,
  )}</span>`;
  return frame(of, html`${axes(of.labels, y, ticks)}${bars}`, series.length > 1 ? legend : '');
}

/** Numbers along a line, interrupted where none is shown; formatted by `written`. */
function lineOf(
  of: ChartFrame,
  values: readonly (number | null)[],
  {
    range,
    ticks,
    written,
  }: { range: readonly [number, number]; ticks: readonly number[]; written: (n: number) => string },
): Markup {
  const y = scaleLinear()
    .domain([...range])
    .range([BOTTOM, TOP]);
  const band = bandOf(of.labels);
  const x = (place: number): number => (band(place) ?? 0) + band.bandwidth() / 2;
  const path = line<number | null>()
    .defined(value => value !== null)
    .x((_, place) => x(place))
    .y(value => y(value ?? 0))
    .digits(1)([...values]);
  const near = range[0] + 0.12 * (range[1] - range[0]);
  const dots = values.map((value, place) =>
    value === null
      ? ''
      : html`<circle class="chart__dot" cx="${round(x(place))}" cy="${round(y(value))}" r="3.5"/><text class="chart__value" x="${round(x(place))}" y="${round(y(value)) + (value > near ? 16 : -8)}" text-anchor="middle">${written(value)}</text>`,
  );
  return frame(
    of,
    html`${axes(of.labels, y, ticks)}${path ? html`<path class="chart__line" d="${path}"/>` : ''}${dots}`,
    '',
  );
}

/** Percentages along a line, interrupted where none is shown. */
export const shareChart = (of: ChartFrame, values: readonly (number | null)[]): Markup =>
  lineOf(of, values, { range: [0, 100], ticks: [0, 25, 50, 75, 100], written: String });

/** Means along a line, on their whole scale. */
export const meanChart = (
  of: ChartFrame,
  values: readonly (number | null)[],
  range: readonly [number, number],
): Markup =>
  lineOf(of, values, {
    range,
    ticks: scaleLinear()
      .domain([...range])
      .ticks(5)
      .filter(Number.isInteger),
    written: n => tenthsIn(n, 'lv'),
  });
