// The letters sent by e-mail: their kinds, recipients and texts. They say that something happened, never what
// was written: no name, no subject, no tracking code, no link with an effect.
import { rigaDate, rigaTime } from '../../src/calendar/dates.ts';
import { type Kind, kindFacts, owesReply } from '../../src/contract/kinds.ts';
import type { SiteBundle } from '../../src/contract/site-bundle.ts';
import type { Language } from '../../src/forms/field.ts';
import { flowed } from './flowed.ts';
import { mailsEn } from './mails.en.ts';
import { type MailWords, mailsLv } from './mails.lv.ts';
import type { Content } from './submission.ts';

/** The sender of letters: `KAC_MAIL_FROM`. */
export interface Sender {
  /** Null: the centre's short name. */
  readonly name: string | null;
  readonly address: string;
}

interface Base {
  /** One address, as `mailAddressOf` returns it. */
  readonly to: string;
  readonly lang: Language;
  readonly reference: string;
}
/** Distinguishes two letters of one kind about one submission, for example by the number of the event. */
interface OfEvent extends Base {
  readonly occasion: string;
}

/** A letter as facts. Instants are ISO 8601 in UTC, dates are Riga's. */
export type Mail =
  | (Base & { readonly kind: 'acknowledgement'; readonly receivedAt: string; readonly dueOn: string | null })
  | (OfEvent & { readonly kind: 'message-from-office' | 'answered' })
  | (OfEvent & { readonly kind: 'due-changed'; readonly dueOn: string | null })
  /**
   * To staff and to the witness of the chain: the text is written when it is queued, because it covers
   * several things.
   */
  | (OfEvent & { readonly kind: 'reminder' | 'chain-head'; readonly subject: string; readonly body: string });

export type MailKind = Mail['kind'];

/** A letter as text. */
export interface Letter {
  readonly lang: Language;
  readonly subject: string;
  /** Plain text in `format=flowed` (RFC 3676). */
  readonly text: string;
  /** Address for replies; null when the centre has only a sample address. */
  readonly replyTo: string | null;
}

const WORDS: Readonly<Record<Language, MailWords>> = { lv: mailsLv, en: mailsEn };
/** The page on how submissions are handled exists only in Latvian. */
const PATHS: Readonly<Record<Language, { readonly status: string; readonly handling: string }>> = {
  lv: { status: '/gaita/', handling: '/ka-izskatam/' },
  en: { status: '/en/status/', handling: '/ka-izskatam/' },
};

// Deliberately stricter than the standard: no characters that could end a header, quote, list, route or
// comment.
const ADDRESS = /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?=.{4,190}$)[\p{L}\p{N}.-]+\.[\p{L}\p{N}-]{2,}$/u;

/** True when a letter can be addressed to it. Non-ASCII letters are accepted only in the domain. */
export const isMailable = (address: string): boolean => address.length <= 254 && ADDRESS.test(address);

/**
 * The address for letters about a submission, or null. For a complaint only when the reply by e-mail was
 * chosen. A question or suggestion has no such choice; its address is asked only for this purpose, and the
 * hint says so. Submissions that want no reply get no letters.
 */
export function mailAddressOf(kind: Kind, content: Content): string | null {
  const { email, replyBy } = content;
  if (!owesReply(kind) || typeof email !== 'string') return null;
  if (kindFacts(kind).replyBy === 'chosen' && replyBy !== 'email') return null;
  return isMailable(email) ? email : null;
}

/** Reserved names (RFC 2606, 6761): such an address is a sample. */
const RESERVED = /(?:^|[.@])(?:example(?:\.(?:com|net|org))?|test|invalid|localhost)$/i;

const realAddress = ({ centre }: SiteBundle): string | null =>
  isMailable(centre.email) && !RESERVED.test(centre.email) ? centre.email : null;

function facts(mail: Mail, say: MailWords): string {
  const due = (dueOn: string | null) => (dueOn ? say.date(dueOn) : say.facts.noDue);
  const lines = [`${say.facts.reference}: ${mail.reference}`];
  if (mail.kind === 'acknowledgement') {
    const at = new Date(mail.receivedAt);
    lines.push(`${say.facts.received}: ${say.instant(rigaDate(at), rigaTime(at))}`);
    lines.push(`${say.facts.due}: ${due(mail.dueOn)}`);
  }
  if (mail.kind === 'due-changed') lines.push(`${say.facts.newDue}: ${due(mail.dueOn)}`);
  return lines.join('\n');
}

export interface LetterHead {
  readonly site: SiteBundle;
  /** The public address of the site without a trailing slash. */
  readonly origin: string;
}

/** Writes the letter. */
export function writeLetter(mail: Mail, { site, origin }: LetterHead): Letter {
  if ('body' in mail)
    return { lang: mail.lang, subject: mail.subject, text: flowed(mail.body), replyTo: realAddress(site) };
  const say = WORDS[mail.lang];
  const paths = PATHS[site.shellEn === null ? 'lv' : mail.lang];
  const replyTo = realAddress(site);
  const { phone, email, further } = say.contacts;
  const paragraphs = [
    say.greeting,
    say[mail.kind].opening(site.centre.name),
    facts(mail, say),
    `${say.follow[mail.kind]}\n${origin}${paths.status}`,
    say.code,
    say.notYours,
    [phone(site.centre.phone), ...(replyTo ? [email(replyTo)] : [])].join('\n'),
    `${further}\n${origin}${paths.handling}`,
    replyTo ? say.automatic : say.noAnswer,
    site.centre.shortName,
  ];
  return {
    lang: mail.lang,
    subject: say[mail.kind].subject(mail.reference),
    text: flowed(`${paragraphs.join('\n\n')}\n`),
    replyTo,
  };
}
