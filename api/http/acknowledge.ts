// The letter that says a submission has come in, queued in the commit that stores the submission.
import type { Language } from '../../src/forms/field.ts';
import type { Deps } from '../deps.ts';
import type { Draft } from '../domain/intake.ts';
import { mailAddressOf } from '../domain/mails.ts';
import type { Content, NewSubmission } from '../domain/submission.ts';
import type { Arriving } from '../store/intake.ts';

/** Where the letter goes; null where nobody asked for one. A suspect gets none: strangers' boxes are not ours to fill. */
export function acknowledgedAt(
  { mail }: Pick<Deps, 'mail'>,
  { kind, suspicions }: Pick<NewSubmission, 'kind' | 'suspicions'>,
  content: Content,
): string | null {
  return mail.enabled && suspicions.length === 0 ? mailAddressOf(kind, content) : null;
}

/** The letter as statements for the commit. */
export function acknowledge(
  { mail }: Pick<Deps, 'mail'>,
  { reference, receivedAt, dueOn }: Draft,
  { to, lang }: { readonly to: string; readonly lang: Language },
): Promise<Arriving['statements']> {
  return mail.statements({ kind: 'acknowledgement', to, lang, reference, receivedAt, dueOn });
}
