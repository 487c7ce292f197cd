// Everything a mail sender needs, over a real database file, with a clock that tests set.
import type { LogEntry } from '../../api/deps.ts';
import { type Mail, writeLetter } from '../../api/domain/mails.ts';
import type { Mailer, OutboxTools } from '../../api/domain/outbox.ts';
import { mailPort } from '../../api/jobs/queue-mail.ts';
import { type MailJob, sendDue } from '../../api/jobs/send-mail.ts';
import { type Limits, smtpMailer } from '../../api/node/mailer.ts';
import { nodePrimitives } from '../../api/node/primitives.ts';
import type { Database } from '../../api/store/database.ts';
import { type OutboxStore, outboxStore } from '../../api/store/outbox.ts';
import { testSite } from '../api/test-site.ts';

const utf8 = new TextEncoder();
const secret = nodePrimitives.random(32);
const keyOf = (purpose: string) => nodePrimitives.derive(secret, `kac ${purpose}`);

/** Keys as the keyring derives them, from a secret of this test run. */
export const tools: OutboxTools = {
  primitives: nodePrimitives,
  keyring: {
    key: keyOf,
    mac: async (purpose, text) => nodePrimitives.hmac(await keyOf(purpose), utf8.encode(text)),
  },
};

export const FROM = { name: null, address: 'kac@paraugs.example' };
const ORIGIN = 'https://kac.example';
const HEAD = { site: testSite, origin: ORIGIN };

/** Short, so that a test need not wait; long enough for a busy machine. */
export const SHORT: Limits = { connect: 2000, silence: 400, whole: 5000 };

export const acknowledgement = (
  n: number,
  more: Partial<Extract<Mail, { kind: 'acknowledgement' }>> = {},
): Mail => ({
  kind: 'acknowledgement',
  to: `anna.${n}@paraugs.example`,
  lang: 'lv',
  reference: `KAC-26-7Q4W-${n}`,
  receivedAt: '2026-11-23T08:30:00Z',
  dueOn: '2026-12-07',
  ...more,
});

export interface Post extends MailJob {
  readonly outbox: OutboxStore;
  readonly entries: LogEntry[];
  /** Sets the clock. */
  at(instant: string | number): void;
  queue(...mails: readonly Mail[]): Promise<void>;
  /** Sends the mails that are due. */
  send(): Promise<void>;
  rows(): Promise<readonly Record<string, unknown>[]>;
}

/** A sender on this database; it is 23 November 2026, 10:30 in Riga. */
export function post(database: Database, mailer: Mailer): Post {
  let now = new Date('2026-11-23T08:30:00Z');
  const entries: LogEntry[] = [];
  const outbox = outboxStore(database);
  const port = mailPort({ ...tools, outbox, from: FROM, now: () => now, wake: () => {} });
  const job: MailJob & { readonly outbox: OutboxStore } = {
    ...tools,
    outbox,
    mailer,
    write: mail => writeLetter(mail, HEAD),
    now: () => now,
    log: entry => entries.push(entry),
  };
  const never = new AbortController().signal;
  return {
    ...job,
    entries,
    at: instant => {
      now = new Date(instant);
    },
    queue: async (...mails) => {
      for (const mail of mails) await database.batch(await port.statements(mail));
    },
    send: () => sendDue(job, { soon: never, now: never }),
    rows: async () => (await database.execute({ sql: 'SELECT * FROM outbox ORDER BY created_at, id' })).rows,
  };
}

/** SMTP to a server on this machine. */
export const localMailer = (port: number, limits = SHORT): Mailer =>
  smtpMailer({
    server: { host: '127.0.0.1', port, encryption: 'none', login: null },
    from: { name: testSite.centre.shortName, address: FROM.address },
    limits,
  });
