// What an SMTP failure means for the mail: try again, or never again. Only code words leave here: what a server says
// may hold the address.
import type { Delivery } from '../domain/outbox.ts';

interface SmtpFault {
  readonly code?: string;
  /** The system's own code where nodemailer has put its word in front of it. */
  readonly originalCode?: string;
  readonly responseCode?: number;
  readonly command?: string;
}

type Refused = Extract<Delivery, { outcome: 'refused' }>;

/** Nodemailer's codes for trouble with the server as a whole. */
const OF_SERVER: Readonly<Record<string, string>> = {
  EAUTH: 'auth',
  ENOAUTH: 'auth',
  ETLS: 'tls',
  EDNS: 'dns',
  ETIMEDOUT: 'timeout',
  ESOCKET: 'connection',
  ECONNECTION: 'connection',
  EPROTOCOL: 'protocol',
};
const CERTIFICATE = /CERT|TLS|SSL|ISSUER|SIGNED/;

/** Asked to sign in first, or not trusted after it (RFC 4954): about our login, whatever command it answers. */
const ABOUT_LOGIN = new Set([530, 534, 535, 538]);
/** Wrong order of commands: about the session, not the mail. */
const BAD_SEQUENCE = 503;

const server = (code: string): Refused => ({ outcome: 'refused', how: 'temporary', of: 'server', code });

/** The server answered about this mail or its recipient; a sender it does not like it won't like in the next mail either. */
function answered(responseCode: number, command: string): Refused {
  if (ABOUT_LOGIN.has(responseCode)) return server(`auth ${responseCode}`);
  if (command === 'MAIL FROM') return server(`sender ${responseCode}`);
  const code = `${command === 'RCPT TO' ? 'recipient' : 'message'} ${responseCode}`;
  const permanent = responseCode >= 500 && responseCode < 600 && responseCode !== BAD_SEQUENCE;
  return { outcome: 'refused', how: permanent ? 'permanent' : 'temporary', of: 'mail', code };
}

/** What became of a mail whose sending failed with this. `timedOut`: we broke it off because it took too long. */
export function refusalOf(fault: unknown, timedOut: boolean): Refused {
  const { code = '', originalCode = '', responseCode, command = '' } = fault as SmtpFault;
  if (code === 'EABORT') return server(timedOut ? 'timeout' : 'stopped');
  const known = OF_SERVER[code];
  if (responseCode === 421) return server('busy 421');
  if (responseCode && /^(?:MAIL FROM|RCPT TO|DATA)$/.test(command)) return answered(responseCode, command);
  if (known) {
    const word = CERTIFICATE.test(originalCode) ? 'tls' : known;
    return server(responseCode ? `${word} ${responseCode}` : word);
  }
  // Found before anything was sent: the address, or the mail itself.
  if (code === 'EENVELOPE' || code === 'EMESSAGE')
    return { outcome: 'refused', how: 'permanent', of: 'mail', code: 'address' };
  return { outcome: 'refused', how: 'temporary', of: 'mail', code: 'unknown' };
}
