// From the tokens of a form to files that belong to its submission.
import type { FieldError, Language } from '../../src/forms/field.ts';
import { FILE_LIMITS } from '../../src/forms/files.ts';
import { messagesIn } from '../../src/forms/messages.ts';
import type { Deps } from '../deps.ts';
import { sameBytes } from '../domain/crypto/bytes.ts';
import { type AttachedFile, attachedFile, type FileMeta } from '../domain/files/receiving.ts';
import { accessBy, type FileAccess, keyPlace, openMeta } from '../domain/files/sealed.ts';

/** A complete file whose token the sender has. */
export interface HeldFile extends AttachedFile {
  readonly token: string;
  readonly key: Uint8Array;
  /** Identifies the same file sent twice; see `FileMeta`. */
  readonly digest: string;
}

export interface HeldFiles {
  readonly files: readonly HeldFile[];
  /** Problems of all files together or of one of them, as sentences. */
  readonly faults: readonly string[];
}

/** A form is stored shortly after its files are checked. */
const HOLD_MS = 3_600_000;

type Found = HeldFile | { readonly fault: 'gone' | 'elsewhere' } | { readonly incomplete: string };

/**
 * Finds the files of these tokens (`isUploadToken`) and keeps them from expiring for now. A file that belongs
 * to a submission with another idempotency hash is not used again.
 */
export async function holdFiles(
  deps: Deps,
  tokens: readonly string[],
  idempotencyHash: Uint8Array,
  lang: Language,
): Promise<HeldFiles> {
  const { attachments, primitives, now } = deps;
  const say = messagesIn(lang).files;
  const held: (FileAccess & { token: string })[] = [];
  for (const token of new Set(tokens)) held.push({ token, ...(await accessBy(deps, token)) });
  const until = new Date(now().getTime() + HOLD_MS).toISOString();
  const rows = await attachments.hold(
    held.map(({ id }) => id),
    now().toISOString(),
    until,
  );
  const found: Found[] = [];
  for (const { token, ...access } of held) {
    const row = rows.find(({ id }) => id === access.id);
    const meta = row && (await openMeta<FileMeta>(primitives, access, row.meta));
    if (!row || !meta) found.push({ fault: 'gone' });
    else if (row.claimedBy && !sameBytes(row.claimedBy, idempotencyHash)) found.push({ fault: 'elsewhere' });
    else {
      const file = attachedFile(access.id, meta);
      found.push(file ? { ...file, token, key: access.key, digest: meta.digest } : { incomplete: meta.name });
    }
  }
  const files = found.filter((one): one is HeldFile => 'token' in one);
  const single = found.flatMap(one =>
    'fault' in one ? [say[one.fault]] : 'incomplete' in one ? [say.incomplete(one.incomplete)] : [],
  );
  return { files, faults: [...new Set([...single, ...limitFaults(files, lang)])] };
}

function limitFaults(files: readonly HeldFile[], lang: Language): string[] {
  const say = messagesIn(lang).files;
  const total = files.reduce((sum, { size }) => sum + size, 0);
  return [
    ...(files.length > FILE_LIMITS.count ? [say.tooMany] : []),
    ...(total > FILE_LIMITS.total ? [say.tooMuch] : []),
  ];
}

/** One message at the field for all problems of the files. */
export const fileErrors = (field: string, faults: readonly string[]): FieldError[] =>
  faults.length > 0 ? [{ field, message: faults.join(' ') }] : [];

/**
 * The description of the files in the submission's content: enough to recognise the same files sent again.
 */
export const filesAsContent = (files: readonly HeldFile[]) =>
  files.map(({ name, size, digest }) => ({ name, size, digest }));

export interface Owner {
  /** The final reference of the submission. */
  readonly reference: string;
  readonly contentKey: Uint8Array;
  /** Their message; missing when they belong to the submission itself. */
  readonly message?: string | null | undefined;
  /** The note with the draft they belong to. */
  readonly draft?: string | undefined;
}

/**
 * For the batch that stores the submission or a step: assigns its files, each key sealed under the content
 * key.
 */
export async function claimFiles(
  { attachments, primitives }: Pick<Deps, 'attachments' | 'primitives'>,
  files: readonly HeldFile[],
  { reference, contentKey, message = null, draft }: Owner,
) {
  const statements = [];
  for (const { id, key } of files) {
    statements.push(
      attachments.claim({ id, reference, key: await primitives.seal(contentKey, key, keyPlace(id)) }),
    );
    if (message || draft)
      statements.push(attachments.place({ id, reference, message, draft: draft ?? null }));
  }
  return statements;
}
