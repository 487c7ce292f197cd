// The acknowledgement letter, queued in the commit that stores the submission.
import type { Language } from '../../src/forms/field.ts';
import type { Deps } from '../deps.ts';
import type { Draft } from '../domain/intake.ts';
import { mailAddressOf } from '../domain/mails.ts';
import type { Content, NewSubmission } from '../domain/submission.ts';
import type { Arriving } from '../store/intake.ts';

/**
 * Recipient of the letter; null when none was requested. A spam suspect gets none, so that strangers'
 * mailboxes are not filled.
 */
export function acknowledgedAt(
  { mail }: Pick<Deps, 'mail'>,
  { kind, suspicions }: Pick<NewSubmission, 'kind' | 'suspicions'>,
  content: Content,
): string | null {
  return mail.enabled && suspicions.length === 0 ? mailAddressOf(kind, content) : null;
}

/** The statements that queue the letter in the commit. */
export function acknowledge(
  { mail }: Pick<Deps, 'mail'>,
  { reference, receivedAt, dueOn }: Draft,
  { to, lang }: { readonly to: string; readonly lang: Language },
): Promise<Arriving['statements']> {
  return mail.statements({ kind: 'acknowledgement', to, lang, reference, receivedAt, dueOn });
}
