// From settings to a mail sender, for the server and for `npm run outbox -- send`.

import type { SiteBundle } from '../../src/contract/site-bundle.ts';
import type { Config } from '../config.ts';
import type { LogEntry } from '../deps.ts';
import { writeLetter } from '../domain/mails.ts';
import type { OutboxTools } from '../domain/outbox.ts';
import type { Database } from '../store/database.ts';
import { outboxStore } from '../store/outbox.ts';
import { createMailRunner, type MailRunner } from './mail-runner.ts';

export interface MailSurroundings extends OutboxTools {
  readonly database: Database;
  readonly site: SiteBundle;
  readonly now: () => Date;
  readonly log: (entry: LogEntry) => void;
}

/** A sender that is not started yet; null when the settings have no mail. */
export async function openMail(
  { mail, origin }: Config,
  surroundings: MailSurroundings,
): Promise<MailRunner | null> {
  if (!mail || origin === null) return null;
  // Loaded here, because a server without mail starts sooner without it.
  const { senderOf, smtpMailer } = await import('./mailer.ts');
  const { database, site, ...tools } = surroundings;
  return createMailRunner({
    ...tools,
    outbox: outboxStore(database),
    mailer: smtpMailer({ server: mail.server, from: senderOf(mail.from, site.centre.shortName) }),
    write: letter => writeLetter(letter, { site, origin }),
  });
}
