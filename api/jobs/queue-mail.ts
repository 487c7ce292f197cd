// The app's interface for mail: statements for the batch the mail reports on, so that both are stored, or
// neither.
import type { Mail, Sender } from '../domain/mails.ts';
import { MOST_A_DAY, type OutboxTools, sealMail } from '../domain/outbox.ts';
import type { Statement } from '../store/database.ts';
import { type OutboxStore, queueMail } from '../store/outbox.ts';

export interface MailPort {
  /** False when this installation sends no mail: no page may then promise any. */
  readonly enabled: boolean;
  /** For the batch that stores what the mail reports; none when mail is off. */
  statements(mail: Mail): Promise<readonly Statement[]>;
  /** Called after that commit, so that waiting mail is sent at once. */
  wake(): void;
  /** Failed: there are dead letters, or a mail has waited for more than an hour. */
  check(): Promise<'ok' | 'failed' | 'off'>;
}

export interface MailPortTools extends OutboxTools {
  readonly outbox: OutboxStore;
  readonly from: Sender;
  readonly now: () => Date;
  /** Wakes the mail sender, when it runs in this process. */
  readonly wake: () => void;
}

const LONG_MS = 60 * 60_000;

/** The port when mail is sent. */
export function mailPort(tools: MailPortTools): MailPort {
  const { outbox, from, now, wake } = tools;
  return {
    enabled: true,
    wake,
    statements: async mail => [queueMail(await sealMail(tools, mail, { from, now: now() }), MOST_A_DAY)],
    async check() {
      const { dead, oldest } = await outbox.summary();
      const late = oldest !== null && now().getTime() - oldest.getTime() > LONG_MS;
      return dead > 0 || late ? 'failed' : 'ok';
    },
  };
}

/** The port when no mail is sent. */
export const noMail: MailPort = {
  enabled: false,
  wake: () => {},
  statements: async () => [],
  check: async () => 'off',
};
