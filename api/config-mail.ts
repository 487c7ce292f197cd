// Reads settings that the Node server and the edge share: the sender and server of mail, and the public address.
import * as z from 'zod/mini';
import type { Sender } from './domain/mails.ts';

export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  /**
   * `tls`: from the first byte. `starttls`: required before anything else is sent. `none`: only to this
   * machine.
   */
  readonly encryption: 'tls' | 'starttls' | 'none';
  readonly login: { readonly user: string; readonly password: string } | null;
}

/** True when data sent to this host stays on this machine. */
export const isLoopback = (host: string): boolean =>
  /^(?:localhost|\[?::1\]?|127\.\d{1,3}\.\d{1,3}\.\d{1,3})$/.test(host);

const HOST = /^(?:[a-z\d](?:[a-z\d.-]*[a-z\d])?|\[[\d:a-f]+\])$/i;
const DEFAULT_PORT = { 'smtp:': 587, 'smtps:': 465 } as const;
const SCHEMES: ReadonlyMap<string, number> = new Map(Object.entries(DEFAULT_PORT));

/** Reads `smtps://user:password@host:465` or `smtp://host:587`; null for anything else. */
export function parseSmtpUrl(text: string): SmtpServer | null {
  const url = URL.parse(text);
  const standard = url && SCHEMES.get(url.protocol);
  if (!standard || !HOST.test(url.hostname) || url.port === '0') return null;
  // Text after the host is probably the rest of a password with an unescaped character.
  if (!/^\/?$/.test(url.pathname) || url.search !== '' || url.hash !== '') return null;
  if ((url.username === '') !== (url.password === '')) return null;
  try {
    return {
      host: url.hostname.replace(/^\[|\]$/g, ''),
      port: url.port === '' ? standard : Number(url.port),
      encryption: url.protocol === 'smtps:' ? 'tls' : isLoopback(url.hostname) ? 'none' : 'starttls',
      login: url.username
        ? { user: decodeURIComponent(url.username), password: decodeURIComponent(url.password) }
        : null,
    };
  } catch {
    // A percent sign that does not start an escape code.
    return null;
  }
}

const SENDER = /^(?:"?(?<name>[^<>"\p{Cc}]*?)"?\s*<(?<inner>[^<>\s]+)>|(?<bare>[^<>\s]+))$/u;

/** Reads `Name <address>` or an address alone; null for anything else. */
export function parseSender(text: string): Sender | null {
  const { name, inner, bare } = SENDER.exec(text)?.groups ?? {};
  const address = z.email().safeParse(inner ?? bare);
  return address.success ? { name: name || null, address: address.data } : null;
}

/** An http(s) address with nothing behind the host. */
export function isOrigin(text: string): boolean {
  const url = URL.parse(text);
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) return false;
  // Nothing but the origin: no user name, path, query or fragment.
  return url.href === `${url.origin}/`;
}

/** What is wrong with settings of mail that are right one by one. */
export function mailProblems(given: Readonly<Record<string, string | undefined>>): string[] {
  const { KAC_SMTP_URL: server, KAC_MAIL_FROM: from, KAC_ORIGIN: origin } = given;
  if (server === undefined && from === undefined) return [];
  if (from === undefined) return ['KAC_MAIL_FROM: jānorāda kopā ar KAC_SMTP_URL, no kādas adreses sūtīt.'];
  if (server === undefined) return ['KAC_SMTP_URL: jānorāda kopā ar KAC_MAIL_FROM, caur kuru serveri sūtīt.'];
  // Never taken from a request: the sender of the request could put their own address into our letters.
  return origin === undefined ? ['KAC_ORIGIN: jānorāda, ja sūta e-pastu: vēstulēs ir vietnes adrese.'] : [];
}
