// A contact card as address books read it: vCard 4.0, RFC 6350. Pure.
import { contentLines } from '../site/content-lines.ts';
import type { Facts } from '../site/facts-schema.ts';
import { staffRoute } from '../site/routes.ts';
import { postTitle, type StaffEntry } from './directory.ts';

/**
 * Backslash, comma and line break are special in a value (RFC 6350, 3.4). A semicolon is special only between
 * the parts of a compound value; some readers show the backslash when it is escaped elsewhere.
 */
const escaped = (text: string): string =>
  text
    .replace(/[\\,]/g, sign => `\\${sign}`)
    .replace(/\r\n?|\n/g, '\\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what the format forbids must be named
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');

/** Several parts as one value. */
const compound = (parts: readonly string[]): string =>
  parts.map(part => escaped(part).replaceAll(';', '\\;')).join(';');

/** Family name and the rest; names here are written “Vārds Uzvārds”. */
function nameParts(name: string): string {
  const words = name.trim().split(/\s+/);
  const family = words.length > 1 ? (words.pop() ?? '') : '';
  return compound([family, words.join(' '), '', '', '']);
}

function addressParts({ address: { value } }: Facts, country: string): string {
  const { street, locality, parish, municipality, postalCode } = value;
  // Post office box and extension stay empty, as the standard asks.
  return compound(['', '', street, locality, `${parish}, ${municipality}`, postalCode, country]);
}

export interface CardDetails {
  /** Public address of the site, `https://kac.example`. */
  readonly origin: string;
  /** Reception hours and other notes, one item per line. */
  readonly note: string;
  readonly country: string;
}

/** The card of one person, with CRLF line ends; to be written as UTF-8. */
export function vcard({ id, data }: StaffEntry, facts: Facts, details: CardDetails): string {
  const url = new URL(staffRoute(id), details.origin).href;
  const lines = [
    'BEGIN:VCARD',
    'VERSION:4.0',
    'KIND:individual',
    `UID:${url}`,
    `FN:${escaped(data.name)}`,
    `N:${nameParts(data.name)}`,
    `ORG:${compound([facts.institution, facts.name])}`,
    `TITLE:${escaped(postTitle(data.post, facts))}`,
    `TEL;VALUE=uri;TYPE="work,voice":tel:${data.phone.replaceAll(' ', '')}`,
    `EMAIL;TYPE=work:${escaped(data.email)}`,
    `ADR;TYPE=work:${addressParts(facts, details.country)}`,
    `URL;TYPE=work:${url}`,
    'LANG:lv',
    `NOTE:${escaped(details.note)}`,
    'END:VCARD',
  ];
  return contentLines(lines);
}
