// The letter that says a submission has come in, queued in the commit that stores the submission.
import type { Language } from '../../src/forms/field.ts';
import type { Deps } from '../deps.ts';
import type { Prepared } from '../domain/intake.ts';
import { mailAddressOf } from '../domain/mails.ts';
import type { Content, NewSubmission } from '../domain/submission.ts';
import type { Waiting } from '../store/intake.ts';

/** Where the letter goes; null where nobody asked for one. A suspect gets none: strangers' boxes are not ours to fill. */
export function acknowledgedAt(
  { mail }: Pick<Deps, 'mail'>,
  { kind, suspicions }: Pick<NewSubmission, 'kind' | 'suspicions'>,
  content: Content,
): string | null {
  return mail.enabled && suspicions.length === 0 ? mailAddressOf(kind, content) : null;
}

/** The letter as statements for the commit; none where none is due. */
export async function acknowledge(
  deps: Pick<Deps, 'mail'>,
  { submission }: Prepared,
  { content, lang }: { readonly content: Content; readonly lang: Language },
): Promise<Waiting['statements']> {
  const to = acknowledgedAt(deps, submission, content);
  if (to === null) return [];
  const { reference, receivedAt, dueOn } = submission;
  return deps.mail.statements({ kind: 'acknowledgement', to, lang, reference, receivedAt, dueOn });
}
