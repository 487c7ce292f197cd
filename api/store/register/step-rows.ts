// Additional rows of steps of the office: notes, links, conflicts, changed messages.
import type { Effects } from '../../domain/step.ts';
import type { Statement } from '../database.ts';
import { insertRows } from '../rows.ts';

const linkRows = (reference: string, links: NonNullable<Effects['links']>): Statement[] =>
  insertRows(
    'links',
    ['reference', 'other', 'kind'],
    links.map(({ other, kind }) => [reference, other, kind]),
    'ON CONFLICT (reference, other) DO UPDATE SET kind = excluded.kind',
  );

const unlink = (reference: string, other: string): Statement => ({
  sql: 'DELETE FROM links WHERE (reference = ? AND other = ?) OR (reference = ? AND other = ?)',
  args: [reference, other, other, reference],
});

/**
 * A conflict found by the program keeps its first reason, or was lifted; a declaration by staff takes
 * precedence.
 */
export const conflictRows = (reference: string, conflicts: NonNullable<Effects['conflicts']>): Statement[] =>
  insertRows(
    'conflicts',
    ['reference', 'who', 'why'],
    conflicts.map(({ who, why }) => [reference, who, why]),
    `ON CONFLICT (reference, who) DO UPDATE SET why = excluded.why WHERE excluded.why IN ('declared', 'lifted')`,
  );

const rewrite = (
  table: 'messages' | 'notes',
  reference: string,
  { id, body }: { readonly id: string; readonly body: Uint8Array },
): Statement => ({
  sql: `UPDATE ${table} SET body = ? WHERE id = ? AND reference = ?`,
  args: [body, id, reference],
});

/** The rows of an office's step. */
export const officeRows = (
  reference: string,
  {
    notes = [],
    conflicts = [],
    links = [],
    unlinked = [],
    rewritten = [],
    rewrittenNotes = [],
    dispatch,
  }: Effects,
): Statement[] => [
  ...insertRows(
    'notes',
    ['id', 'reference', 'at', 'person', 'kind', 'body'],
    notes.map(({ id, at, person, kind, body }) => [id, reference, at, person, kind, body]),
  ),
  ...conflictRows(reference, conflicts),
  ...rewritten.map(one => rewrite('messages', reference, one)),
  ...rewrittenNotes.map(one => rewrite('notes', reference, one)),
  ...linkRows(reference, links),
  ...unlinked.map(other => unlink(reference, other)),
  ...(dispatch
    ? [
        {
          sql: 'UPDATE submissions SET to_send_since = ?, sent_on = ? WHERE reference = ?',
          args: [dispatch.toSendSince, dispatch.sentOn, reference],
        },
      ]
    : []),
];
