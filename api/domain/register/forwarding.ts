// The recipient of a matter that is not ours, with the fields of rule point 5.2.3: place, phone, name and
// surname, post, reception hours.

import type { DeskData, DirectoryEntry } from '../../../src/contract/desk.ts';
import { folded } from '../search-words.ts';
import { paragraphs, told } from './told.lv.ts';

const FORWARD_FIELDS = ['institution', 'name', 'post', 'place', 'phone', 'email', 'hours'] as const;
type ForwardField = (typeof FORWARD_FIELDS)[number];
export type ForwardTo = Readonly<Record<ForwardField, string>>;

/**
 * `sent`: the submission itself is forwarded; `told`: the person is told whom to turn to (Iesniegumu likums
 * 4).
 */
export const FORWARD_WAYS = ['sent', 'told'] as const;
export type ForwardWay = (typeof FORWARD_WAYS)[number];

const STAFF = 'staff:';
const INSTITUTION = 'institution:';

/** Codes of all possible recipients, as a page offers them. */
export const staffCode = (id: string): string => `${STAFF}${id}`;
export const institutionCode = (id: string): string => `${INSTITUTION}${id}`;

/** The directory entry of a code. */
export const entryOf = (
  { directory }: Pick<DeskData, 'directory'>,
  code: string,
): DirectoryEntry | undefined => directory.find(({ id }) => staffCode(id) === code);

/** The fields filled in from the directory; null for an unknown code. */
export function forwardToOf(
  desk: Pick<DeskData, 'directory' | 'institutions'>,
  code: string,
  centre: { readonly name: string; readonly address: string },
): ForwardTo | null {
  const entry = entryOf(desk, code);
  if (entry)
    return {
      institution: centre.name,
      name: entry.name,
      post: entry.post,
      place: `${entry.room}, ${centre.address}`,
      phone: entry.phone,
      email: entry.email,
      hours: entry.reception.join('\n'),
    };
  const institution = desk.institutions.find(({ id }) => institutionCode(id) === code);
  return institution?.name === undefined
    ? null
    : {
        institution: institution.name,
        name: '',
        post: '',
        place: institution.url,
        phone: '',
        email: '',
        hours: '',
      };
}

export const forwardToIn = (data: Readonly<Record<string, unknown>>): ForwardTo =>
  Object.fromEntries(
    FORWARD_FIELDS.map(field => [field, typeof data[field] === 'string' ? data[field].trim() : '']),
  ) as ForwardTo;

/** The text for the submitter: why, and exactly the fields shown before sending. */
export function forwardText(
  { way, within, why }: { readonly way: ForwardWay; readonly within: boolean; readonly why: string },
  to: ForwardTo,
): string {
  const lines = FORWARD_FIELDS.filter(field => to[field]).map(
    field => `${told.forwarded.fields[field]}: ${to[field].replaceAll('\n', '; ')}`,
  );
  const heading = way === 'sent' ? told.forwarded.to : told.forwarded.where;
  return paragraphs(
    (within ? told.forwarded.within : told.forwarded)[way],
    why,
    `${heading}\n${lines.join('\n')}`,
  );
}

/**
 * True when the recipient is, or may be, the person it is about (Iesniegumu likums 5(2)): by choice or by
 * name.
 */
export function goesToThem(
  directory: readonly DirectoryEntry[],
  { code, name }: { readonly code: string; readonly name: string },
  conflicts: readonly string[],
): boolean {
  const about = directory.filter(({ id }) => conflicts.includes(id));
  return about.some(entry => staffCode(entry.id) === code || folded(entry.name) === folded(name.trim()));
}
