// An export of cases: its columns and their values. Pure.
import type { Kind } from '../../../src/contract/kinds.ts';
import type { Content, State } from '../submission.ts';
import { phoneCell } from './csv.ts';

export const EXPORT_FORMATS = ['csv', 'excel', 'json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface ExportedRow {
  readonly reference: string;
  readonly kind: Kind;
  readonly state: State;
  readonly receivedAt: string;
  readonly dueOn: string | null;
  readonly closedAt: string | null;
  readonly channel: string;
  readonly service: string | null;
  readonly rulePoints: readonly string[];
  readonly outcome: string | null;
  readonly spam: string | null;
  readonly satisfaction: number | null;
  readonly effort: number | null;
}

type Cell = string | number | null;

const OPEN = {
  reference: ({ reference }) => reference,
  kind: ({ kind }) => kind,
  state: ({ state }) => state,
  receivedAt: ({ receivedAt }) => receivedAt,
  dueOn: ({ dueOn }) => dueOn,
  closedAt: ({ closedAt }) => closedAt,
  channel: ({ channel }) => channel,
  service: ({ service }) => service,
  rulePoints: ({ rulePoints }) => rulePoints.join(' '),
  outcome: ({ outcome }) => outcome,
  spam: ({ spam }) => spam,
  satisfaction: ({ satisfaction }) => satisfaction,
  effort: ({ effort }) => effort,
} as const satisfies Record<string, (row: ExportedRow) => Cell>;

const SEALED = [
  'name',
  'email',
  'phone',
  'address',
  'replyBy',
  'occurredOn',
  'aboutStaff',
  'subject',
  'text',
  'wish',
] as const;

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** Names of the columns, as in the API. */
export const exportColumns = (withContent: boolean): readonly string[] => [
  ...Object.keys(OPEN),
  ...(withContent ? SEALED : []),
];

/** A case as cells; `content` is null when it was not requested or does not open. */
export const exportCells = (row: ExportedRow, content: Content | null, withContent: boolean): Cell[] => [
  ...Object.values(OPEN).map(cell => cell(row)),
  ...(withContent
    ? SEALED.map(field => {
        const value = text(content?.[field]);
        return value !== null && field === 'phone' ? phoneCell(value) : value;
      })
    : []),
];

/** A case for programs, unchanged. */
export const exportObject = (row: ExportedRow, content: Content | null, withContent: boolean) => ({
  ...Object.fromEntries(Object.entries(OPEN).map(([name, cell]) => [name, cell(row)])),
  rulePoints: row.rulePoints,
  ...(withContent
    ? { content: content && Object.fromEntries(SEALED.map(field => [field, text(content[field])])) }
    : {}),
});
