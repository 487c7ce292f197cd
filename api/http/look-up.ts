// Finding a submission by a typed tracking code: the one place where codes are tried.
import { statusForm } from '../../src/forms/status.ts';
import { type Case, openCase, type StoredCase } from '../domain/case.ts';
import { parseTrackingCode } from '../domain/codes.ts';
import { keyByCode } from '../domain/crypto/content-key.ts';
import { listAttachments } from '../domain/files/reading.ts';
import { codeHashOf } from '../domain/intake.ts';
import type { ListedFile } from '../views/attachments.ts';
import { formPage } from '../views/form-page.ts';
import { languageOf } from './language.ts';
import { problemOf } from './problems.ts';
import { type AppContext, page, problem, wantsJson } from './reply.ts';

export interface LookedUp {
  readonly of: Case;
  /** The attached files, as far as they can be opened. */
  readonly files: readonly ListedFile[];
  /** In the form shown on the receipt, however it was typed. */
  readonly trackingCode: string;
}

async function opened(c: AppContext, found: StoredCase, contentKey: Uint8Array | null) {
  const { deps } = c.var;
  const { reference } = found.submission;
  return {
    of: await openCase(deps.primitives, found, contentKey),
    files: contentKey ? await listAttachments(deps, contentKey, reference) : [],
  };
}

function unknownCode(c: AppContext, typed: string): Promise<Response> {
  if (wantsJson(c)) return problem(c, 'unknown-code');
  const lang = languageOf(c);
  const { title, detail } = problemOf('unknown-code', lang);
  const errors = [{ field: 'trackingCode', message: `${title}. ${detail}` }];
  return page(c, formPage(statusForm(lang), { values: { trackingCode: typed }, errors }), 404);
}

/** The submission of this code, opened with it; or the refusal. Who calls this has counted a `look-up` before. */
export async function findByTypedCode(
  c: AppContext,
  typed: string,
): Promise<LookedUp | { readonly response: Response }> {
  const { keyring, primitives, submissions } = c.var.deps;
  // Input that cannot be a code is looked up as well, so that the response time is the same for any input.
  const trackingCode = parseTrackingCode(typed) ?? typed;
  const found = await submissions.findByCode(await codeHashOf(keyring, trackingCode));
  if (!found) return { response: await unknownCode(c, typed) };
  const contentKey = await keyByCode(primitives, found.submission, trackingCode);
  return { trackingCode, ...(await opened(c, found, contentKey)) };
}

/** The same submission after a step; null when it has been erased in the meantime. */
export async function lookAgain(c: AppContext, { of, trackingCode }: LookedUp): Promise<LookedUp | null> {
  const { submissions } = c.var.deps;
  const found = await submissions.findByReference(of.submission.reference);
  return found && { trackingCode, ...(await opened(c, found, of.contentKey)) };
}
