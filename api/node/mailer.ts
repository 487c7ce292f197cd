// Mail over SMTP: one connection per mail, with time limits, encrypted unless the server is this machine.
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

// A server may examine a mail for a long time before it accepts it; aborted then, the recipient would get it
// twice. Five whole mails take less time than a claim on the outbox (`LEASE_MS`).
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
    // Nobody can listen on this machine, and its certificate seldom has its name.
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

/** One recipient, always as an object: a text would be parsed as a list of addresses. */
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
    // As `text` the library would set its own type, without `flowed`.
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

/** The mailer over SMTP. Nothing of it is logged: neither the password nor an address. */
export function smtpMailer({ server, from, limits = LIMITS }: SmtpOptions): Mailer {
  const transporter = transport(server, limits);
  return {
    async send(envelope, signal): Promise<Delivery> {
      // The library parses a recipient as a list of addresses, also in the envelope: a comma would add
      // strangers.
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

/** Connects and signs in, and sends nothing. Null on success, otherwise the code of the failure. */
export async function checkServer(server: SmtpServer, limits: Limits = LIMITS): Promise<string | null> {
  try {
    await transport(server, limits).verify();
    return null;
  } catch (fault) {
    return refusalOf(fault, false).code;
  }
}
