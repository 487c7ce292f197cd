// Mails the head of the event chain to an outside recipient once a day: the mail's Message-ID is derived from
// the day.

import type { SiteBundle } from '../../src/contract/site-bundle.ts';
import type { Head } from '../domain/chain.ts';
import { toInstant } from '../domain/intake.ts';
import type { Keyring } from '../domain/keyring.ts';
import { signHead } from '../domain/register/chain-head.ts';
import { REGISTER } from '../domain/register/events.ts';
import type { Journal } from '../store/journal.ts';
import type { MailPort } from './queue-mail.ts';

export interface WitnessTools {
  /** The recipient. */
  readonly to: string;
  readonly head: () => Promise<Head | null>;
  readonly keyring: Keyring;
  readonly journal: Journal;
  readonly mail: Pick<MailPort, 'enabled' | 'statements' | 'wake'>;
  readonly site: Pick<SiteBundle, 'centre'>;
  /** The Riga date. */
  readonly today: () => string;
  readonly now: () => Date;
}

/** Queues the letter; false when there is no chain yet, or no mail. */
export async function tellWitness(tools: WitnessTools): Promise<boolean> {
  const { to, keyring, journal, mail, site, today, now } = tools;
  const head = await tools.head();
  if (!head || !mail.enabled) return false;
  const signed = await signHead(keyring, head, toInstant(now()), site.centre.name);
  const body = `Labdien!\n\nReģistra notikumu ķēdes gals. Saglabājiet šo vēstuli: pēc tās var pierādīt, ka līdz šim notikumam nekas vēlāk nav mainīts.\n\n${signed}`;
  const statements = await mail.statements({
    kind: 'chain-head',
    to,
    lang: 'lv',
    reference: REGISTER,
    occasion: today(),
    subject: `Notikumu ķēdes gals ${today()}`,
    body,
  });
  await journal.run(async () => ({ statements, result: undefined }));
  mail.wake();
  return true;
}
