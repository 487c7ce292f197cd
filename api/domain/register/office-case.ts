// A case as staff see it, with what they have added.
import type { Case } from '../case.ts';
import type { listAttachments } from '../files/reading.ts';
import type { ConflictReason } from '../step.ts';
import type { Dispatch } from './dispatch.ts';
import type { Note, SealedNote } from './notes.ts';
import type { Person } from './people.ts';

export const LINK_KINDS = ['duplicate', 'joint', 'related'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

interface CaseLink {
  readonly reference: string;
  readonly kind: LinkKind;
}

/** What only the office knows of a case. */
export interface InnerCase {
  /** Oldest first. */
  readonly notes: readonly SealedNote[];
  readonly links: readonly CaseLink[];
  readonly dispatch: Dispatch;
  readonly conflicts: readonly { readonly who: string; readonly why: ConflictReason | 'lifted' }[];
}

export interface OfficeCase extends Omit<InnerCase, 'notes'> {
  readonly of: Case;
  /** Steps that are not shown to the viewer, and that `of.standing.version` leaves out. */
  readonly hiddenSteps: number;
  readonly files: Awaited<ReturnType<typeof listAttachments>>;
  readonly notes: readonly Note[];
  /** Everybody in the register, by id: for names in the history. */
  readonly people: ReadonlyMap<string, Person>;
}
