// Rows that belong to a submission: its state, its messages, its rating.
import type { Standing } from '../domain/follow-up.ts';
import type { SealedMessage } from '../domain/messages.ts';
import type { SealedRating } from '../domain/rating.ts';
import type { State } from '../domain/submission.ts';
import type { Row, SqlValue } from './database.ts';
import { textsIn } from './stored-json.ts';

/** Columns of `submissions s`. */
export const STANDING_COLUMNS = `state, unread_since, review_requested_at, erasure_requested_at, version, kind, received_at,
  due_on, assignee, spam, handling, outcome, closed_at, channel, held_since, language,
  (SELECT json_group_array(who) FROM conflicts WHERE conflicts.reference = s.reference AND why <> 'lifted') AS conflicts`;
export const MESSAGE_COLUMNS = 't.id, t.at, t.author, t.kind, t.body';
export const RATING_COLUMNS = 't.given_at, t.satisfaction, t.effort, t.comment';

export const textOrNull = (value: SqlValue | undefined): string | null =>
  typeof value === 'string' ? value : null;

export const toStanding = (row: Row, rated: boolean): Standing => ({
  state: row['state'] as State,
  unreadSince: textOrNull(row['unread_since']),
  reviewRequestedAt: textOrNull(row['review_requested_at']),
  erasureRequestedAt: textOrNull(row['erasure_requested_at']),
  rated,
  version: Number(row['version']),
  kind: row['kind'] as Standing['kind'],
  receivedAt: String(row['received_at']),
  dueOn: textOrNull(row['due_on']),
  assignee: textOrNull(row['assignee']),
  spam: row['spam'] as Standing['spam'],
  handling: row['handling'] as Standing['handling'],
  outcome: row['outcome'] as Standing['outcome'],
  closedAt: textOrNull(row['closed_at']),
  channel: row['channel'] as Standing['channel'],
  heldSince: textOrNull(row['held_since']),
  language: row['language'] === 'en' ? 'en' : 'lv',
  conflicts: textsIn(row['conflicts']),
});

export const toMessage = (row: Row): SealedMessage => ({
  id: String(row['id']),
  at: String(row['at']),
  author: row['author'] as SealedMessage['author'],
  kind: row['kind'] as SealedMessage['kind'],
  body: row['body'] as Uint8Array,
});

export const toRating = (row: Row): SealedRating => ({
  givenAt: String(row['given_at']),
  satisfaction: Number(row['satisfaction']),
  effort: row['effort'] === null ? null : Number(row['effort']),
  comment: row['comment'] as Uint8Array | null,
});
