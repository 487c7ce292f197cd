// Holds the rows of a case against what its events tell.
import type { Replayed, Told } from './replay.ts';

const FINDINGS = [
  'unreceived',
  'gone',
  'risen',
  'redated',
  'case-column',
  'message-missing',
  'message-unknown',
  'message-column',
  'note-missing',
  'note-unknown',
  'note-column',
  'link-missing',
  'link-unknown',
  'link-column',
  'publication-missing',
  'publication-unknown',
  'publication-column',
  'rating-missing',
  'rating-unknown',
  'rating-column',
  'conflict-missing',
  'conflict-unknown',
  'conflict-lifted',
  'files',
  'tombstone-missing',
  'tombstone-unknown',
  'tombstone-column',
  'unmarked',
] as const;

/** One way in which the register does not go with its events. */
export interface Finding {
  readonly what: (typeof FINDINGS)[number];
  /** Number of the case; the person's id for `unmarked`. */
  readonly of: string;
  /** The column, or for `unmarked` the table. */
  readonly name?: string;
}

export type Columns = Readonly<Record<string, unknown>>;

/** The rows of one case as they lie in the database. */
export interface CaseRows {
  readonly reference: string;
  readonly row: Columns;
  readonly messages: readonly Columns[];
  readonly notes: readonly Columns[];
  readonly links: readonly Columns[];
  readonly publications: readonly Columns[];
  readonly rating: Columns | null;
  readonly conflicts: readonly Columns[];
  /** `message` (null for the submission's own) and `n`. */
  readonly files: readonly Columns[];
}

const differing = (told: Iterable<readonly [string, unknown]>, row: Columns): string[] =>
  [...told].filter(([column, value]) => row[column] !== value).map(([column]) => column);

type ListKind = 'message' | 'note' | 'publication' | 'link';

/** Rows that are missing, unknown to the events, or other than told. */
function listed(
  kind: ListKind,
  of: string,
  told: ReadonlyMap<string, Told>,
  rows: ReadonlyMap<string, Columns>,
) {
  const findings: Finding[] = [];
  for (const [id, columns] of told) {
    const row = rows.get(id);
    if (!row) findings.push({ what: `${kind}-missing`, of });
    else
      for (const name of differing(Object.entries(columns), row))
        findings.push({ what: `${kind}-column`, of, name });
  }
  for (const id of rows.keys()) if (!told.has(id)) findings.push({ what: `${kind}-unknown`, of });
  return findings;
}

const byId = (rows: readonly Columns[], id = 'id'): Map<string, Columns> =>
  new Map(rows.map(row => [String(row[id]), row]));

/**
 * A row for a person has an event that names them. A row for an entry of the directory, whose id is a name and in no event, has
 * an event with the same reason.
 */
function conflictFindings({ noted, lifted }: Replayed, of: string, rows: readonly Columns[]): Finding[] {
  const findings: Finding[] = [];
  const there = new Map(rows.map(row => [String(row['who']), String(row['why'])]));
  const reasons = new Set([...noted.values()].flatMap(whys => [...whys]));
  const isTold = ([who, why]: [string, string]): boolean => (noted.get(who) ?? reasons).has(why);
  const isLifted = (who: string): boolean =>
    lifted.has('') || (noted.has(who) ? lifted.has(who) : lifted.size > 0);
  const [gone, kept] = [
    [...there].filter(([, why]) => why === 'lifted'),
    [...there].filter(([, why]) => why !== 'lifted'),
  ];
  if (!gone.every(([who]) => isLifted(who))) findings.push({ what: 'conflict-lifted', of });
  const isPerson = (who: string): boolean => /^p-/.test(who);
  if (!kept.every(isTold) || [...there.keys()].some(who => isPerson(who) && !noted.has(who)))
    findings.push({ what: 'conflict-unknown', of });
  if ([...noted.keys()].some(who => (who === '' ? there.size === 0 : !there.has(who))))
    findings.push({ what: 'conflict-missing', of });
  return findings;
}

function ratingFindings({ rating }: Replayed, of: string, row: Columns | null): Finding[] {
  if (!rating) return row ? [{ what: 'rating-unknown', of }] : [];
  if (!row) return [{ what: 'rating-missing', of }];
  return differing(rating, row).map(name => ({ what: 'rating-column', of, name }));
}

function fileFindings({ files }: Replayed, of: string, rows: readonly Columns[]): Finding[] {
  const there = new Map(
    rows.map(row => [row['message'] === null ? '' : String(row['message']), Number(row['n'])]),
  );
  const wrong = [...files].some(([message, n]) => (there.get(message) ?? 0) !== n);
  return wrong ? [{ what: 'files', of }] : [];
}

/** Everything in which a case's rows differ from what was replayed. `others`: cases that are there, for links. */
export function compareCase(told: Replayed, rows: CaseRows, others: ReadonlySet<string>): Finding[] {
  const of = rows.reference;
  const links = new Map(
    [...told.links].filter(([other]) => others.has(other)).map(([other, kind]) => [other, { kind }]),
  );
  const wrong = differing(told.row, rows.row).filter(
    name => told.row.has('received_at') || name !== 'received_at',
  );
  return [
    ...wrong.map(
      (name): Finding =>
        name === 'received_at' ? { what: 'redated', of } : { what: 'case-column', of, name },
    ),
    ...listed('message', of, told.messages, byId(rows.messages)),
    ...listed('note', of, told.notes, byId(rows.notes)),
    ...listed('link', of, links, byId(rows.links, 'other')),
    ...listed('publication', of, told.publications, byId(rows.publications)),
    ...ratingFindings(told, of, rows.rating),
    ...conflictFindings(told, of, rows.conflicts),
    ...fileFindings(told, of, rows.files),
  ];
}

/** What a tombstone must hold of a replayed case. */
const STONE = [
  'kind',
  'state',
  'channel',
  'service',
  'rule_points',
  'outcome',
  'received_at',
  'due_on',
  'closed_at',
  'sent_on',
] as const;

/** Spam and whistleblowers' reports leave none (decision 0025). */
export function compareTombstone(told: Replayed, of: string, stone: Columns | null): Finding[] {
  const none = told.row.get('handling') !== 'ordinary' || told.row.get('spam') === 'confirmed';
  if (!stone) return none ? [] : [{ what: 'tombstone-missing', of }];
  if (none) return [{ what: 'tombstone-unknown', of }];
  const expected = new Map<string, unknown>([
    ...STONE.filter(column => told.row.has(column)).map(column => [column, told.row.get(column)] as const),
    ['erased_at', told.erasedAt],
    ['rated_at', told.rating?.get('given_at') ?? null],
    ...(['satisfaction', 'effort'] as const)
      .filter(column => !told.rating || told.rating.has(column))
      .map(column => [column, told.rating?.get(column) ?? null] as const),
  ]);
  return differing(expected, stone).map(name => ({ what: 'tombstone-column', of, name }));
}
