// What the rows of a case must hold according to its events. Only columns that the events tell of are named; the rest is
// listed in `api/views/not-covered.ts`.
import { rigaDate } from '../../../src/calendar/dates.ts';
import { staffIdOf } from '../chain.ts';
import { CLOSED, STATES, type State } from '../submission.ts';

export interface ReplayedEvent {
  readonly at: string;
  readonly kind: string;
  readonly actor: string;
  /** JSON as stored. */
  readonly detail: string;
}

type Value = string | number | null;

/** Columns by name; one that the events don't tell of is not there. */
export type Told = Readonly<Record<string, Value>>;

/** What the rows must be, by the events so far. */
export interface Replayed {
  /** Of `submissions`, and of the tombstone where the case is erased. */
  readonly row: Map<string, Value>;
  /** Of `messages` and `notes`, by id. */
  readonly messages: Map<string, Told>;
  readonly notes: Map<string, Told>;
  /** Of `links`, by the other case's number: the kind. */
  readonly links: Map<string, Value>;
  /** Of `publications`, by id. */
  readonly publications: Map<string, Told>;
  /** Of `ratings`; null where nobody rated. */
  rating: Map<string, Value> | null;
  /** Whom the case was kept from, by id, with every reason that was noted; under '' who is not in the register. */
  readonly noted: Map<string, Set<string>>;
  /** For whom that was lifted; '' where the event names nobody, as in earlier versions. */
  readonly lifted: Set<string>;
  /** Files that came with the submission, under ''; with a message, under its id. */
  readonly files: Map<string, number>;
  erasedAt: string | null;
}

type Facts = Readonly<Record<string, Value | undefined>>;

interface Turn {
  readonly to: Replayed;
  readonly event: ReplayedEvent;
  readonly facts: Facts;
}

function factsIn(detail: string): Facts {
  try {
    const facts: unknown = JSON.parse(detail);
    return typeof facts === 'object' && facts !== null ? (facts as Facts) : {};
  } catch {
    return {};
  }
}

const isState = (kind: string): kind is State => (STATES as readonly string[]).includes(kind);
const text = (value: Value | undefined): string => (typeof value === 'string' ? value : '');

/** The kind of message an event of this kind brings; an ordinary one unless named. */
const MESSAGE_KIND: Readonly<Record<string, string>> = {
  'information-received': 'information',
  'review-requested': 'review',
  'erasure-requested': 'erasure',
  'document-added': 'document',
  'needs-information': 'information-request',
  answered: 'answer',
};
/** Brings no message but names one that is there. */
const NAMES_ONLY: ReadonlySet<string> = new Set(['letter-sent']);
/** What the submitter sent and nobody has read yet. */
const UNREAD: ReadonlySet<string> = new Set([
  'message-received',
  'information-received',
  'review-requested',
  'erasure-requested',
]);

function received({ to, event, facts }: Turn): void {
  const { row } = to;
  row.set('received_at', event.at);
  row.set('channel', facts['channel'] ?? 'web');
  for (const [column, value] of [
    ['kind', facts['kind']],
    ['due_on', facts['due']],
    ['service', facts['service']],
    ['rule_points', points(facts['points'])],
  ] as const)
    if (value !== undefined) row.set(column, value);
  if (typeof facts['files'] === 'number') to.files.set('', facts['files']);
}

const points = (value: Value | undefined): string | undefined =>
  typeof value === 'string' ? JSON.stringify(value === '' ? [] : value.split(',')) : undefined;

function state({ to, event, facts }: Turn): void {
  const { row } = to;
  const { kind, at, actor } = event;
  if (!isState(kind) || kind === 'received') return;
  row.set('state', kind);
  if (kind === 'reopened') {
    for (const column of ['closed_at', 'outcome', 'review_requested_at', 'sent_on']) row.set(column, null);
    if (facts['due'] === undefined) row.delete('due_on');
    else row.set('due_on', facts['due']);
  }
  if (!CLOSED.has(kind)) return;
  row.set('closed_at', at);
  if (actor !== 'submitter') row.set('outcome', facts['outcome'] ?? null);
}

function words({ to, event, facts }: Turn): void {
  const { kind, at, actor } = event;
  const message = text(facts['message']);
  const fromSubmitter = actor === 'submitter' || kind === 'document-added';
  if (message !== '' && !NAMES_ONLY.has(kind)) {
    const author = fromSubmitter ? 'submitter' : 'office';
    to.messages.set(message, { at, author, kind: MESSAGE_KIND[kind] ?? 'message' });
    if (typeof facts['files'] === 'number') to.files.set(message, facts['files']);
  }
  for (const [name, as] of [
    ['note', kind === 'draft-saved' ? 'draft' : 'note'],
    ['change', 'change'],
  ] as const)
    if (text(facts[name]) !== '') to.notes.set(text(facts[name]), { at, person: staffIdOf(actor), kind: as });
  unread({ to, event, facts });
}

function unread({ to: { row }, event: { kind, at, actor }, facts }: Turn): void {
  const waits =
    UNREAD.has(kind) ||
    (kind === 'withdrawn' && actor === 'submitter') ||
    (kind === 'document-added' && row.get('assignee') !== staffIdOf(actor));
  if (waits) row.set('unread_since', row.get('unread_since') ?? at);
  const spoken = facts['message'] !== undefined && actor !== 'submitter' && kind !== 'document-added';
  if (kind === 'read' || (spoken && !NAMES_ONLY.has(kind))) row.set('unread_since', null);
}

function conflicts({ to, event: { kind }, facts }: Turn): void {
  const who = text(facts['who']);
  if (kind === 'conflict-lifted') to.lifted.add(who);
  if (kind !== 'conflict-noted') return;
  to.noted.set(who, (to.noted.get(who) ?? new Set()).add(text(facts['why'])));
}

function rated({ to, event: { at }, facts }: Turn): void {
  to.rating ??= new Map([['given_at', at]]);
  for (const column of ['satisfaction', 'effort'])
    if (facts[column] === undefined) to.rating.delete(column);
    else to.rating.set(column, facts[column]);
}

function published({ to, event: { kind, at }, facts }: Turn): void {
  const id = text(facts['publication']);
  const before = to.publications.get(id) ?? { published_on: rigaDate(new Date(at)) };
  to.publications.set(id, {
    ...before,
    withdrawn_on: kind === 'unpublished' ? rigaDate(new Date(at)) : null,
  });
}

const set =
  (column: string, value: (turn: Turn) => Value | undefined) =>
  (turn: Turn): void => {
    const next = value(turn);
    if (next === undefined) turn.to.row.delete(column);
    else turn.to.row.set(column, next);
  };

/** What else an event of a kind changes. */
const CHANGES: Readonly<Record<string, (turn: Turn) => void>> = {
  received,
  assigned: set('assignee', ({ facts }) => facts['to']),
  released: set('assignee', () => null),
  'due-changed': set('due_on', ({ facts }) => facts['to']),
  'due-extended': set('due_on', ({ facts }) => facts['to']),
  'spam-cleared': set('spam', () => 'cleared'),
  'spam-confirmed': set('spam', () => 'confirmed'),
  'whistleblower-marked': set('handling', () => 'whistleblower'),
  'whistleblower-unmarked': set('handling', () => 'ordinary'),
  'hold-set': set('held_since', ({ event }) => event.at),
  'hold-lifted': set('held_since', () => null),
  'review-requested': set('review_requested_at', ({ event }) => event.at),
  'review-declined': set('review_requested_at', () => null),
  'erasure-requested': set('erasure_requested_at', ({ event }) => event.at),
  'erasure-answered': set('erasure_requested_at', () => null),
  'letter-sent': set('sent_on', ({ facts }) => facts['on']),
  classified: turn => {
    set('service', ({ facts }) => facts['service'])(turn);
    set('rule_points', ({ facts }) => points(facts['points']))(turn);
  },
  linked: ({ to, facts }) => void to.links.set(text(facts['other']), facts['kind'] ?? null),
  unlinked: ({ to, facts }) => void to.links.delete(text(facts['other'])),
  rated,
  'rating-changed': rated,
  published,
  unpublished: published,
  erased: ({ to, event }) => {
    to.erasedAt = event.at;
  },
};

const nothing = (): Replayed => ({
  row: new Map<string, Value>([
    ['state', 'received'],
    ['assignee', null],
    ['spam', null],
    ['handling', 'ordinary'],
    ['outcome', null],
    ['closed_at', null],
    ['held_since', null],
    ['unread_since', null],
    ['review_requested_at', null],
    ['erasure_requested_at', null],
    ['sent_on', null],
  ]),
  messages: new Map(),
  notes: new Map(),
  links: new Map(),
  publications: new Map(),
  rating: null,
  noted: new Map(),
  lifted: new Set(),
  files: new Map(),
  erasedAt: null,
});

/** Replays a case's events, in order. */
export function replay(events: readonly ReplayedEvent[]): Replayed {
  const to = nothing();
  for (const event of events) {
    const turn = { to, event, facts: factsIn(event.detail) };
    state(turn);
    words(turn);
    conflicts(turn);
    CHANGES[event.kind]?.(turn);
  }
  return to;
}
