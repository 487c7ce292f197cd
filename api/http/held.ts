// The files of a form that was sent: found by their tokens, told of where something is wrong, kept with what was typed.
import { type FieldError, type FormDefinition, filesFieldOf, type Values } from '../../src/forms/field.ts';
import type { AttachedView } from '../../src/forms/field-parts.ts';
import { MAX_TOKENS, type Validation } from '../../src/forms/validate.ts';
import { isUploadToken } from '../domain/files/sealed.ts';
import { idempotencyHashOf } from '../domain/intake.ts';
import type { Content } from '../domain/submission.ts';
import { viewWords } from '../views/words.ts';
import { fileErrors, filesAsContent, type HeldFile, type HeldFiles, holdFiles } from './attached.ts';
import type { FormFiles } from './read-body.ts';
import type { AppContext } from './reply.ts';

/** Whom files may belong to already: the idempotency hash of a submission. The one that this form makes, unless told. */
export type Owner = (values: Values, idempotencyKey: string) => Promise<Uint8Array | null>;

const NO_FILES: HeldFiles = { files: [], faults: [] };

function tokensIn(form: FormDefinition, values: Values): string[] {
  const tokens: unknown = values[filesFieldOf(form)?.name ?? ''];
  return Array.isArray(tokens) ? tokens.filter(isUploadToken).slice(0, MAX_TOKENS) : [];
}

/** The files whose tokens were sent, also where the rest of the form is at fault: they are to be shown again. */
export async function heldBy(
  c: AppContext,
  form: FormDefinition,
  sent: { readonly values: Values; readonly idempotencyKey: string; readonly owner: Owner | undefined },
): Promise<HeldFiles> {
  const { values, idempotencyKey, owner } = sent;
  const known = tokensIn(form, values);
  if (known.length === 0) return NO_FILES;
  const { keyring } = c.get('deps');
  const hash = (await owner?.(values, idempotencyKey)) ?? (await idempotencyHashOf(keyring, idempotencyKey));
  return holdFiles(c.get('deps'), known, hash, form.lang);
}

/** Files by their tokens alone, for when the database can't be asked for their names. */
export function namelessFiles(form: FormDefinition, values: Values): AttachedView[] {
  const name = viewWords(form.lang).attachments.unnamed;
  return tokensIn(form, values).map(token => ({ token, name, size: 0 }));
}

/** The form's own errors, and what was wrong with its files in one sentence after another. */
export function errorsOf(
  form: FormDefinition,
  checked: Validation,
  { taker, held }: { readonly taker: FormFiles | undefined; readonly held: HeldFiles },
): FieldError[] {
  const field = filesFieldOf(form)?.name ?? '';
  const refused = taker?.faults ?? [];
  // Why a file was not taken says more than that there is none.
  const errors = (checked.ok ? [] : checked.errors).filter(
    error => refused.length === 0 || error.field !== field,
  );
  return [
    ...errors,
    // One message a field: what the schema says of the tokens comes first.
    ...(errors.some(error => error.field === field) ? [] : fileErrors(field, [...refused, ...held.faults])),
  ];
}

/** The tokens give way to what is kept of the files. */
export function withFiles(form: FormDefinition, data: Content, files: readonly HeldFile[]): Content {
  const field = filesFieldOf(form)?.name;
  if (field === undefined) return data;
  const { [field]: _, ...typed } = data;
  return files.length > 0 ? { ...typed, [field]: filesAsContent(files) } : typed;
}
