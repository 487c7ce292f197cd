// Public survey results for programs: the same numbers, with the same ones hidden, and a codebook. No texts.

import { rigaDate } from '../../../src/calendar/dates.ts';
import { HIDDEN, type Public } from '../../domain/register/public-figures.ts';
import { isWrittenField } from '../../domain/surveys/fields.ts';
import type { ReleasedResults } from '../../domain/surveys/release.ts';
import type { ShownField, ShownMean, ShownValue } from '../../domain/surveys/shown.ts';
import type { Interval, Nps } from '../../domain/surveys/statistics.ts';
import { CANT_SAY } from '../../domain/surveys/versions.ts';

const LICENCE = 'https://creativecommons.org/publicdomain/zero/1.0/';

/** Four decimal places: more would suggest false precision. */
const round = (n: number): number => Math.round(n * 10_000) / 10_000;

const rounded = ({ value, low, high }: Interval): Interval => ({
  value: round(value),
  low: low === null ? null : round(low),
  high: high === null ? null : round(high),
});

const interval = (of: Public<Interval | null>): Public<Interval | null> =>
  of === HIDDEN || of === null ? of : rounded(of);

const meanOf = (of: Public<ShownMean | null>) =>
  of === HIDDEN || of === null ? of : { is: of.is, ...rounded(of) };

const npsOf = (of: Public<Nps | null>) => (of === HIDDEN || of === null ? of : { ...of, ...rounded(of) });

const isWritten = ({ field }: ShownField): boolean => isWrittenField(field);

const valueJson = ({ value, n, share }: ShownValue) => ({ value, n, share: interval(share) });

const fieldJson = (of: ShownField) => ({
  field: of.field.name,
  period: of.months,
  asked: of.asked,
  answered: of.n,
  cantSay: of.cantSay,
  empty: of.empty,
  values: of.values.map(valueJson),
  ...(isWritten(of)
    ? {}
    : {
        mean: meanOf(of.mean),
        median: of.median,
        topTwo: interval(of.good),
        nps: npsOf(of.nps),
      }),
});

const headOf = ({
  survey,
  version,
  title,
  audience,
  months,
  responses,
  threshold,
  withheld,
  destroyed,
}: ReleasedResults) => ({
  survey,
  version,
  title,
  audience,
  period: months,
  responses,
  threshold,
  withheld,
  // Since when the answers are destroyed, and by which act; the numbers were released before.
  destroyed: destroyed.map(({ at, act }) => ({ on: rigaDate(new Date(at)), act })),
  licence: LICENCE,
});

/** The results as they are. */
export const resultsJson = (results: ReleasedResults) => ({
  ...headOf(results),
  codebook: `/dati/aptaujas/${results.survey}.kodi.json`,
  fields: results.fields.map(fieldJson),
});

const COLUMNS = [
  'survey',
  'version',
  'field',
  'value',
  'n',
  'share',
  'share_low',
  'share_high',
  'period_from',
  'period_to',
] as const;

type Cell = string | number | null;

/**
 * Quoted when necessary; ids contain neither commas nor quotes, classes of numbers may start with a minus.
 */
const cell = (of: Cell): string => {
  const text = of === null ? '' : String(of);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

function rowsOf(results: ReleasedResults, of: ShownField): Cell[][] {
  const { survey, version } = results;
  const row = (value: string, n: Public<number>, share: Public<Interval | null> = null): Cell[] => {
    const [at, low, high] =
      share === HIDDEN
        ? [HIDDEN, null, null]
        : share === null
          ? [null, null, null]
          : [share.value, share.low, share.high];
    const places = [at, low, high].map(one => (typeof one === 'number' ? round(one) : one));
    return [
      survey,
      version,
      of.field.name,
      value,
      n,
      ...places,
      of.months?.from ?? null,
      of.months?.to ?? null,
    ];
  };
  return [
    row('asked', of.asked),
    row('answered', of.n),
    ...of.values.map(({ value, n, share }) => row(`=${value}`, n, share)),
    ...(of.field.cantSay ? [row(CANT_SAY, of.cantSay)] : []),
    row('empty', of.empty),
    ...(of.mean === null ? [] : [row('mean', of.mean === HIDDEN ? HIDDEN : round(of.mean.value))]),
  ];
}

/** One line per number; `hidden` when it is not shown. */
export function resultsCsv(results: ReleasedResults): string {
  const lines: (readonly Cell[])[] = [COLUMNS, ...results.fields.flatMap(of => rowsOf(results, of))];
  return lines.map(line => `${line.map(cell).join(',')}\r\n`).join('');
}

/** All fields and values: the questions as asked, and how to read hidden values. */
export const codebook = (results: ReleasedResults) => ({
  ...headOf(results),
  opens: results.opens,
  closes: results.closes,
  marks: {
    hidden: `Not shown: fewer than ${results.threshold} people would stand behind it, or could be reckoned from other numbers.`,
    'at-least': 'The mean is greater than the value; how much would tell of a few.',
    'at-most': 'The mean is less than the value; how much would tell of a few.',
    null: 'There is none.',
  },
  rows: {
    asked: 'Who was asked the question.',
    answered: 'Who answered it, other than “can’t say”.',
    [CANT_SAY]: 'Who answered “can’t say”.',
    empty: 'Who was asked and left it empty.',
    mean: 'The mean of all answers; in the CSV file without a mark where it is a bound, see the JSON file.',
    '=<value>':
      'Who gave this answer; the share is of who answered, or of who was asked where the former is hidden.',
  },
  statistics: {
    share: 'Wilson score interval, 95 %',
    mean: 'Student’s t interval, 95 %; none where only the mean is shown',
    nps: 'Percentage of 9–10 less percentage of 0–6; adjusted Wald interval, 95 %',
    topTwo: 'Share of the two highest points of the scale (CSAT, CES)',
  },
  fields: results.fields.map(of => ({
    field: of.field.name,
    kind: of.field.kind,
    question: of.field.label,
    ...(of.field.over ? { of: of.field.over } : {}),
    section: of.field.section,
    rulePoint: of.field.rulePoint,
    measure: of.field.measure,
    ...(of.field.range ? { range: of.field.range, unit: of.field.unit } : {}),
    askedIf: of.field.conditions,
    period: of.months,
    published: isWritten(of) ? 'number of answers only; texts are published nowhere' : 'numbers',
    values: of.values.map(({ value, label }) => ({ value, label })),
  })),
});
