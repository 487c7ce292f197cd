// Sends what waits in the outbox: claims a few, hands each to the mail server, notes what became of it. At least once:
// a sender that dies between the server's "yes" and its note sends again, under the same Message-ID.

import type { LogEntry } from '../deps.ts';
import { hex } from '../domain/crypto/bytes.ts';
import type { Letter, Mail } from '../domain/mails.ts';
import {
  type Delivery,
  LONGEST_WAIT,
  type Mailer,
  MOST_TRIES,
  type OutboxTools,
  openMail,
  waitAfter,
} from '../domain/outbox.ts';
import type { Claimed, OutboxClaims } from '../store/outbox-claims.ts';

export interface MailJob extends OutboxTools {
  readonly outbox: OutboxClaims;
  readonly mailer: Mailer;
  readonly write: (mail: Mail) => Letter;
  readonly now: () => Date;
  readonly log: (entry: LogEntry) => void;
}

export interface Ends {
  /** No further mail is begun. */
  readonly soon: AbortSignal;
  /** The one being sent is broken off too. */
  readonly now: AbortSignal;
}

const MOST = 5;
/** Longer than five mails to a server that stalls (`api/node/mailer.ts`); a dead sender's mails wait that long. */
export const LEASE_MS = 10 * 60_000;
/** A claim that ends sooner may not be over before the next mail is. */
const ENOUGH_MS = 2 * 60_000;
/** Clocks of machines on one database may differ; more than this is a clock that was set back. */
const SLACK_MS = 60 * 60_000;

const later = (now: Date, ms: number): Date => new Date(now.getTime() + ms);

const refused = (how: 'permanent' | 'temporary', code: string): Delivery => ({
  outcome: 'refused',
  how,
  of: 'mail',
  code,
});

async function attempt(job: MailJob, claimed: Claimed, signal: AbortSignal): Promise<Delivery> {
  // Its earlier senders died with it in hand.
  if (claimed.attempts > MOST_TRIES) return refused('permanent', 'abandoned');
  const mail = await openMail(job, claimed);
  if (!mail) return refused('permanent', 'unreadable');
  try {
    return await job.mailer.send(
      { to: mail.to, messageId: claimed.messageId, letter: job.write(mail) },
      signal,
    );
  } catch (fault) {
    // Ours, for example a kind of mail that only a newer program knows. It must not hold up its neighbours.
    const name = fault instanceof Error ? fault.name : 'unknown';
    job.log({ level: 'error', event: 'mail', detail: { id: claimed.id, fault: name } });
    return refused('temporary', 'fault');
  }
}

async function note(job: MailJob, claimed: Claimed, by: string, delivery: Delivery): Promise<void> {
  const { outbox, now } = job;
  const { id, attempts } = claimed;
  if (delivery.outcome === 'sent') {
    await outbox.sent(id, by);
    return;
  }
  const wait = delivery.how === 'permanent' ? null : waitAfter(attempts);
  if (wait === null) await outbox.dead(id, by, delivery.code);
  else await outbox.retryAt(id, by, later(now(), wait), delivery.code);
}

function tell({ log }: MailJob, { id, kind, attempts }: Claimed, delivery: Delivery): void {
  const level = delivery.outcome === 'sent' ? 'info' : 'error';
  const code = delivery.outcome === 'sent' ? {} : { how: delivery.how, code: delivery.code };
  log({ level, event: 'mail', detail: { id, kind, attempts, outcome: delivery.outcome, ...code } });
}

/**
 * Sends what is due, until nothing is left, the server as a whole refuses, or it is told to end. What it had claimed
 * and not begun is free again then. Rejects only when the database does.
 */
export async function sendDue(job: MailJob, ends: Ends): Promise<void> {
  while (!ends.soon.aborted) {
    const now = job.now();
    const by = hex(job.primitives.random(16));
    const until = later(now, LEASE_MS);
    const claimed = await job.outbox.claim({
      by,
      now,
      until,
      neverDueAfter: later(now, LONGEST_WAIT + SLACK_MS),
      neverClaimedAfter: later(until, SLACK_MS),
      most: MOST,
    });
    if (claimed.length === 0) return;
    for (const one of claimed) {
      if (ends.soon.aborted || until.getTime() - job.now().getTime() < ENOUGH_MS) break;
      const delivery = await attempt(job, one, ends.now);
      await note(job, one, by, delivery);
      tell(job, one, delivery);
      if (delivery.outcome === 'refused' && delivery.of === 'server') return job.outbox.release(by);
    }
    await job.outbox.release(by);
  }
}
