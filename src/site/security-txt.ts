// `/.well-known/security.txt`: whom to tell of a vulnerability (RFC 9116). Pure.
import { addDays } from '../calendar/dates.ts';
import { FILES } from './routes.ts';

/** The standard advises less than a year, so that a forgotten file does not lead nowhere. A build makes it anew. */
const DAYS = 364;

export interface SecurityFacts {
  /** An e-mail address or an https address. */
  readonly contact: string;
  /** The day of the build, `2026-11-22`. */
  readonly builtOn: string;
  /** The public address of the site. */
  readonly origin: URL | string;
}

/** The file's text; every line ends with a line break. */
export function securityText({ contact, builtOn, origin }: SecurityFacts): string {
  const lines = [
    `Contact: ${contact.startsWith('https:') ? contact : `mailto:${contact}`}`,
    `Expires: ${addDays(builtOn, DAYS)}T00:00:00Z`,
    'Preferred-Languages: lv, en',
    `Canonical: ${new URL(FILES.securityTxt, origin).href}`,
    `Policy: ${new URL(FILES.securityPolicy, origin).href}`,
  ];
  return `${lines.join('\n')}\n`;
}
