// Sends the mail waiting in the outbox: claims a few, passes each to the mail server, records the result.
// Delivery is at least once: a sender that dies between the server's acceptance and recording it sends again,
// with the same Message-ID.

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
  /** No further mail is started. */
  readonly soon: AbortSignal;
  /** The mail being sent is also aborted. */
  readonly now: AbortSignal;
}

const MOST = 5;
/**
 * Longer than five mails to a server that stalls (`api/node/mailer.ts`); a dead sender's mails wait this
 * long.
 */
export const LEASE_MS = 10 * 60_000;
/** A claim that ends sooner might expire before the next mail is sent. */
const ENOUGH_MS = 2 * 60_000;
/** Clocks of machines sharing a database may differ; a larger difference means that a clock was set back. */
const SLACK_MS = 60 * 60_000;

const later = (now: Date, ms: number): Date => new Date(now.getTime() + ms);

const refused = (how: 'permanent' | 'temporary', code: string): Delivery => ({
  outcome: 'refused',
  how,
  of: 'mail',
  code,
});

async function attempt(job: MailJob, claimed: Claimed, signal: AbortSignal): Promise<Delivery> {
  // Its earlier senders died while sending it.
  if (claimed.attempts > MOST_TRIES) return refused('permanent', 'abandoned');
  const mail = await openMail(job, claimed);
  if (!mail) return refused('permanent', 'unreadable');
  try {
    return await job.mailer.send(
      { to: mail.to, messageId: claimed.messageId, letter: job.write(mail) },
      signal,
    );
  } catch (fault) {
    // An error on our side, for example a kind of mail known only to a newer program. It must not block other
    // mail.
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
 * Sends everything due, until nothing is left, the server as a whole refuses, or it is asked to stop. Claimed
 * mail that was not started is then released. Rejects only when the database does.
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
