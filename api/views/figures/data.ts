// The public figures for programs: the same numbers, with the same ones hidden.
import { ENDINGS } from '../../domain/register/figures.ts';
import {
  HIDDEN,
  type Public,
  type PublicReport,
  type PublicRow,
} from '../../domain/register/public-figures.ts';

const COLUMNS = [
  'list',
  'value',
  'received',
  'closed',
  'on_time_percent',
  'on_time_is',
  'on_time_of',
  'median_working_days',
  'p90_working_days',
] as const;

type Cell = string | number | null;

const plain = (n: Public<number | null>): Cell => n;

const cells = (list: string, { value, received, closed, onTime, median, p90 }: PublicRow): Cell[] => [
  list,
  value,
  plain(received),
  plain(closed),
  onTime === HIDDEN ? HIDDEN : (onTime?.percent ?? null),
  onTime === HIDDEN ? null : (onTime?.is ?? null),
  onTime === HIDDEN ? HIDDEN : (onTime?.of ?? null),
  plain(median),
  plain(p90),
];

/** One line per row of any table; `hidden` for a number that is not shown, empty when there is none. */
export function reportCsv({ total, months, by, endings }: PublicReport): string {
  const lines = [
    [...COLUMNS],
    cells('year', total),
    ...months.map(row => cells('month', row)),
    ...ENDINGS.map(ending => ['ending', ending, null, endings[ending], null, null, null, null, null]),
    ...Object.entries(by).flatMap(([list, rows]) => rows.map(row => cells(list, row))),
  ];
  return lines.map(line => `${line.map(cell => cell ?? '').join(',')}\r\n`).join('');
}

/** The report as it is, with explanations. */
export const reportJson = (report: PublicReport) => ({
  description:
    'Figures on submissions. “hidden” stands where a number is from 1 to 4, or would tell such a number. How they are counted: /parskats/',
  leastShown: 5,
  ...report,
});
