// Additions of staff to a case, and screening new cases for conflicts of interest.

import type { Kind } from '../../../src/contract/kinds.ts';
import type { WrappedKey } from '../../domain/crypto/content-key.ts';
import type { SealedNote } from '../../domain/register/notes.ts';
import type { InnerCase, LinkKind } from '../../domain/register/office-case.ts';
import type { ConflictReason, Effects } from '../../domain/step.ts';
import { textOrNull } from '../case-rows.ts';
import type { Database, Row, Statement } from '../database.ts';
import { list } from '../rows.ts';
import { conflictRows } from './step-rows.ts';
import { seenBy, type Viewer } from './worklist.ts';

export interface Unscreened extends WrappedKey {
  readonly id: number;
  readonly reference: string;
  readonly kind: Kind;
  readonly content: Uint8Array;
}

export interface CaseStore {
  /** Without links to cases that are kept from the viewer. */
  inner(reference: string, viewer: Viewer): Promise<InnerCase>;
  /** For the batch that records it: whom the case is, or may be, about. */
  noteConflicts(reference: string, found: NonNullable<Effects['conflicts']>): readonly Statement[];
  /** Those of the references that are kept from the viewer, also of cases that are erased. */
  keptAmong(references: readonly string[], viewer: Viewer): Promise<ReadonlySet<string>>;
  /** Which of these cases are nobody's. */
  unassigned(references: readonly string[]): Promise<ReadonlySet<string>>;
  /** Unscreened cases in order, after the row with that id. */
  unscreened(after: number, limit: number): Promise<readonly Unscreened[]>;
}

const toNote = (row: Row): SealedNote => ({
  id: String(row['id']),
  at: String(row['at']),
  person: String(row['person']),
  kind: row['kind'] as SealedNote['kind'],
  body: row['body'] as Uint8Array,
});

/** Marks cases as screened. */
export const screened = (references: readonly string[], at: string): Statement => ({
  sql: `UPDATE submissions SET screened_at = ? WHERE reference IN ${list(references)}`,
  args: [at, ...references],
});

/** The store of the office's own data, over any engine. */
export function caseStore(database: Database): CaseStore {
  return {
    async inner(reference, viewer) {
      const [notes, links, conflicts, sending] = await database.batch([
        {
          sql: 'SELECT id, at, person, kind, body FROM notes WHERE reference = ? ORDER BY n',
          args: [reference],
        },
        {
          sql: `SELECT l.reference, kind FROM (SELECT other AS reference, kind FROM links WHERE reference = ?
              UNION SELECT reference, kind FROM links WHERE other = ?) l
            WHERE NOT EXISTS (SELECT 1 FROM conflicts c
              WHERE c.reference = l.reference AND c.who IN (?, ?) AND c.why <> 'lifted') ORDER BY 1`,
          args: [reference, reference, ...seenBy(viewer)],
        },
        { sql: 'SELECT who, why FROM conflicts WHERE reference = ?', args: [reference] },
        { sql: 'SELECT to_send_since, sent_on FROM submissions WHERE reference = ?', args: [reference] },
      ]);
      return {
        notes: (notes?.rows ?? []).map(toNote),
        links: (links?.rows ?? []).map(one => ({
          reference: String(one['reference']),
          kind: one['kind'] as LinkKind,
        })),
        dispatch: {
          toSendSince: textOrNull(sending?.rows[0]?.['to_send_since']),
          sentOn: textOrNull(sending?.rows[0]?.['sent_on']),
        },
        conflicts: (conflicts?.rows ?? []).map(one => ({
          who: String(one['who']),
          why: one['why'] as ConflictReason | 'lifted',
        })),
      };
    },
    noteConflicts: conflictRows,
    async keptAmong(references, viewer) {
      if (references.length === 0) return new Set();
      const { rows } = await database.execute({
        sql: `SELECT reference FROM conflicts WHERE reference IN ${list(references)} AND who IN (?, ?) AND why <> 'lifted'`,
        args: [...references, ...seenBy(viewer)],
      });
      return new Set(rows.map(row => String(row['reference'])));
    },
    async unassigned(references) {
      const { rows } = await database.execute({
        sql: `SELECT reference FROM submissions WHERE assignee IS NULL AND reference IN ${list(references)}`,
        args: references,
      });
      return new Set(rows.map(row => String(row['reference'])));
    },
    async unscreened(after, limit) {
      const { rows } = await database.execute({
        sql: `SELECT id, reference, kind, window_id, for_office, for_code, content FROM submissions
          WHERE screened_at IS NULL AND id > ? ORDER BY id LIMIT ?`,
        args: [after, limit],
      });
      return rows.map(row => ({
        id: Number(row['id']),
        reference: String(row['reference']),
        kind: row['kind'] as Kind,
        windowId: String(row['window_id']),
        forOffice: row['for_office'] as Uint8Array,
        forCode: row['for_code'] as Uint8Array | null,
        content: row['content'] as Uint8Array,
      }));
    },
  };
}
