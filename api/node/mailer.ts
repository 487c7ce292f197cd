// Mail over SMTP: one connection a mail, never longer than a limit, encrypted unless the server is this machine.
import { createTransport, type SendMailOptions, type Transporter } from 'nodemailer';
import type { SmtpServer } from '../config-mail.ts';
import { isMailable, type Sender } from '../domain/mails.ts';
import type { Delivery, Envelope, Mailer } from '../domain/outbox.ts';
import { refusalOf } from './smtp-delivery.ts';

export interface Limits {
  /** Milliseconds for connection and greeting, for each silence after it, and for the whole mail. */
  readonly connect: number;
  readonly silence: number;
  readonly whole: number;
}

// A server may examine a mail for long before it says yes; broken off then, it would get the mail twice.
// Five whole mails are shorter than a claim on the outbox (`LEASE_MS`).
const LIMITS: Limits = { connect: 15_000, silence: 60_000, whole: 90_000 };

export interface SmtpOptions {
  readonly server: SmtpServer;
  /** `name` is what the recipient sees. */
  readonly from: { readonly name: string; readonly address: string };
  readonly limits?: Limits;
}

/** The sender as recipients see it: without a name in the settings, the centre's. */
export const senderOf = ({ name, address }: Sender, centre: string): SmtpOptions['from'] => ({
  name: name ?? centre,
  address,
});

function transport({ host, port, encryption, login }: SmtpServer, limits: Limits): Transporter {
  return createTransport({
    host,
    port,
    secure: encryption === 'tls',
    requireTLS: encryption === 'starttls',
    // Nobody listens in between, and a machine's own certificate seldom names it.
    ignoreTLS: encryption === 'none',
    ...(login ? { auth: { user: login.user, pass: login.password } } : {}),
    dnsTimeout: limits.connect,
    connectionTimeout: limits.connect,
    greetingTimeout: limits.connect,
    socketTimeout: limits.silence,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

/** One recipient, as an object everywhere: a text would be read as a list of addresses. */
function message({ to, messageId, letter }: Envelope, from: SmtpOptions['from']): SendMailOptions {
  return {
    envelope: { from: from.address, to: [to] },
    from,
    to: { name: '', address: to },
    ...(letter.replyTo ? { replyTo: { name: '', address: letter.replyTo } } : {}),
    subject: letter.subject,
    messageId,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'Content-Language': letter.lang,
    },
    // As `text` the library would set a type of its own, without `flowed`.
    alternatives: [
      {
        content: letter.text,
        contentType: 'text/plain; charset=utf-8; format=flowed',
        contentTransferEncoding: 'quoted-printable',
      },
    ],
    xMailer: false,
  };
}

/** The mailer over SMTP. Nothing of it is ever logged: neither the password nor an address. */
export function smtpMailer({ server, from, limits = LIMITS }: SmtpOptions): Mailer {
  const transporter = transport(server, limits);
  return {
    async send(envelope, signal): Promise<Delivery> {
      // The library takes a recipient for a list of addresses, also in the envelope: a comma would reach strangers.
      if (!isMailable(envelope.to))
        return { outcome: 'refused', how: 'permanent', of: 'mail', code: 'address' };
      const tooLong = AbortSignal.timeout(limits.whole);
      try {
        await transporter.sendMail({
          ...message(envelope, from),
          signal: AbortSignal.any([signal, tooLong]),
        });
        return { outcome: 'sent' };
      } catch (fault) {
        return refusalOf(fault, tooLong.aborted);
      }
    },
  };
}

/** Connects and signs in, and sends nothing. Null when that went well, otherwise the code word of what did not. */
export async function checkServer(server: SmtpServer, limits: Limits = LIMITS): Promise<string | null> {
  try {
    await transport(server, limits).verify();
    return null;
  } catch (fault) {
    return refusalOf(fault, false).code;
  }
}
