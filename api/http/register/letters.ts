// The letter that notifies the submitter of a step, in the batch of the step itself.
import { mailAddressOf } from '../../domain/mails.ts';
import type { OfficeCase } from '../../domain/register/office-case.ts';
import type { AlongsideStep } from '../../store/steps.ts';
import type { RegisterContext } from './env.ts';

/**
 * Queues a letter of this kind in the language of the submission; none when the person did not ask for
 * letters. Without a new due date, `due-changed` is sent as `message-from-office`.
 */
export const letter =
  (kind: 'message-from-office' | 'answered' | 'due-changed') =>
  (c: RegisterContext, { of }: OfficeCase): AlongsideStep =>
  async ({ message, due }) => {
    const { submission, content, standing } = of;
    const to = content && mailAddressOf(submission.kind, content);
    if (!to || !message) return [];
    const { reference } = submission;
    const letter = { to, lang: standing.language, reference, occasion: message.id };
    if (kind === 'due-changed' && due)
      return c.var.deps.mail.statements({ ...letter, kind, dueOn: due.dueOn });
    return c.var.deps.mail.statements({
      ...letter,
      kind: kind === 'answered' ? kind : 'message-from-office',
    });
  };
