// Room for files whose submission has not come yet: how much there is, and who may use how much of it.
import type { Row } from './database.ts';

/**
 * Most bytes that may wait for their submissions: all together, and from one source. Besides, a source takes no more
 * than a `1 / share` of what the others leave, so that no number of sources can use up the last of the room.
 */
export interface Caps {
  readonly total: number;
  readonly perSource: number;
  readonly share: number;
}

/** `source-full`: this source has used up what one source may have. `full`: there is too little room for anybody. */
export type NoRoom = 'full' | 'source-full';

/** Names of SQL expressions. */
type Names<Name extends string> = Readonly<Record<Name, string>>;

/** Bytes that wait for their submissions at the instant `now`, but for those of the upload `id`. */
const waiting = ({ id, now }: Names<'id' | 'now'>): string =>
  `SELECT coalesce(sum(max(reserved, received)), 0) FROM attachments
    WHERE submission_id IS NULL AND expires_at > ${now} AND id <> ${id}`;

/** A condition: `more` bytes of `source` fit beside what waits. `total`, `perSource` and `share` are the caps. */
export const fits = (
  of: Names<'id' | 'now' | 'source' | 'more' | 'total' | 'perSource' | 'share'>,
): string => {
  const all = `(${waiting(of)})`;
  const own = `(${waiting(of)} AND source = ${of.source})`;
  const most = `min(${of.perSource}, (${of.total} - (${all} - ${own})) / ${of.share})`;
  return `${all} + ${of.more} <= ${of.total} AND (${of.source} IS NULL OR ${own} + ${of.more} <= ${most})`;
};

/** Bytes of the source ?3 that wait at the instant ?2, but for those of the upload ?1. */
export const OWN = `SELECT (${waiting({ id: '?1', now: '?2' })} AND source = ?3) AS own`;

/** Why `more` bytes do not fit: the sender has used up their own share, or there is too little room for anyone. */
export const whyNoRoom = (own: Row | undefined, more: number, { perSource }: Caps): NoRoom =>
  Number(own?.['own']) + more > perSource ? 'source-full' : 'full';
