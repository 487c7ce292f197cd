// From the tokens a form brings to files that belong to its submission.
import type { FieldError, Language } from '../../src/forms/field.ts';
import { FILE_LIMITS } from '../../src/forms/files.ts';
import { messagesIn } from '../../src/forms/messages.ts';
import type { Deps } from '../deps.ts';
import { sameBytes } from '../domain/crypto/bytes.ts';
import { type AttachedFile, attachedFile, type FileMeta } from '../domain/files/receiving.ts';
import { accessBy, type FileAccess, keyPlace, openMeta } from '../domain/files/sealed.ts';

/** A whole file that the sender of a form holds the token of. */
export interface HeldFile extends AttachedFile {
  readonly token: string;
  readonly key: Uint8Array;
  /** Tells the same file sent twice; see `FileMeta`. */
  readonly digest: string;
}

export interface HeldFiles {
  readonly files: readonly HeldFile[];
  /** What is wrong with the files as a whole or with one of them, as sentences. */
  readonly faults: readonly string[];
}

/** A form is stored within moments of its files being looked at. */
const HOLD_MS = 3_600_000;

type Found = HeldFile | { readonly fault: 'gone' | 'elsewhere' } | { readonly incomplete: string };

/**
 * Finds the files of these tokens (`isUploadToken`) and keeps them from expiring for the moment. A file that belongs to
 * another submission than the one with this idempotency hash is not given twice.
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

/** One message at the field, whatever was wrong with the files. */
export const fileErrors = (field: string, faults: readonly string[]): FieldError[] =>
  faults.length > 0 ? [{ field, message: faults.join(' ') }] : [];

/** What the submission's content says of its files: enough to tell the same files sent again. */
export const filesAsContent = (files: readonly HeldFile[]) =>
  files.map(({ name, size, digest }) => ({ name, size, digest }));

export interface Owner {
  /** The submission's own and final. */
  readonly reference: string;
  readonly contentKey: Uint8Array;
  /** The message they go or come with; left out where they come with the submission itself. */
  readonly message?: string | null | undefined;
  /** The note that is the draft they wait with. */
  readonly draft?: string | undefined;
}

/** For the batch that stores the submission or a step on it: hands its files over, each key sealed under the content key. */
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
