// What an SMTP failure means for the mail: try again, or never. Only codes are passed on, because a server's
// text may contain the address.
import type { Delivery } from '../domain/outbox.ts';

interface SmtpFault {
  readonly code?: string;
  /** The system's own code, when nodemailer has replaced it by its own. */
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

/** Authentication required or insufficient (RFC 4954): about our login, whichever command it answers. */
const ABOUT_LOGIN = new Set([530, 534, 535, 538]);
/** Wrong order of commands: about the session, not the mail. */
const BAD_SEQUENCE = 503;

const server = (code: string): Refused => ({ outcome: 'refused', how: 'temporary', of: 'server', code });

/**
 * The server answered about this mail or its recipient; a refused sender will be refused for the next mail
 * too.
 */
function answered(responseCode: number, command: string): Refused {
  if (ABOUT_LOGIN.has(responseCode)) return server(`auth ${responseCode}`);
  if (command === 'MAIL FROM') return server(`sender ${responseCode}`);
  const code = `${command === 'RCPT TO' ? 'recipient' : 'message'} ${responseCode}`;
  const permanent = responseCode >= 500 && responseCode < 600 && responseCode !== BAD_SEQUENCE;
  return { outcome: 'refused', how: permanent ? 'permanent' : 'temporary', of: 'mail', code };
}

/**
 * The result of a mail whose sending failed with this. `timedOut`: we aborted it because it took too long.
 */
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
