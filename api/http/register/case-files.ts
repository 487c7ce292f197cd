// The files of an office step: initially those of the last draft, and how the step's batch stores them.
import type { OfficeCase } from '../../domain/register/office-case.ts';
import { dropDraftFiles } from '../../store/register/draft-files.ts';
import type { AlongsideStep } from '../../store/steps.ts';
import { claimFiles, type HeldFile, holdFiles } from '../attached.ts';
import type { ActionEntry } from './action-entry.ts';
import type { RegisterContext } from './env.ts';

/** The files waiting with the last draft, in the form its page would send them again. */
export async function draftFiles(
  c: RegisterContext,
  { of, notes, files }: OfficeCase,
): Promise<readonly HeldFile[]> {
  const uploads = notes.findLast(({ kind }) => kind === 'draft')?.uploads ?? [];
  if (uploads.length === 0) return [];
  const held = await holdFiles(c.var.deps, uploads, of.submission.idempotencyHash, 'lv');
  // Files that have been sent with an answer in the meantime belong to that answer.
  const waiting = new Set(files.filter(({ draft }) => draft).map(({ id }) => id));
  return held.files.filter(({ id }) => waiting.has(id));
}

/**
 * Adds the step's files to its message or draft in the batch that stores it; the statements of `more` come
 * first.
 */
export function withFiles(
  c: RegisterContext,
  { of }: OfficeCase,
  { entry, files, more }: { entry: ActionEntry; files: readonly HeldFile[]; more: AlongsideStep | undefined },
): AlongsideStep {
  const { deps } = c.var;
  const { contentKey, submission } = of;
  const { reference } = submission;
  return async effects => {
    const before = (await more?.(effects)) ?? [];
    if (!contentKey) return before;
    const message = effects.message?.id;
    const draft = message ? undefined : effects.notes?.find(({ kind }) => kind === 'draft')?.id;
    const kept = files.map(({ id }) => id);
    const left = entry.takesDraft ? [dropDraftFiles(reference, kept)] : [];
    return [
      ...before,
      ...left,
      ...(await claimFiles(deps, files, { reference, contentKey, message, draft })),
    ];
  };
}
