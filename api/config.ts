// Settings from the environment: every setting, its default, and all that is wrong with them said at once.
import * as z from 'zod';
import { isLoopback, isOrigin, parseSender, parseSmtpUrl, type SmtpServer } from './config-mail.ts';
import type { Hsts } from './domain/hsts.ts';
import type { Limits } from './domain/limits.ts';
import type { Sender } from './domain/mails.ts';
import { hstsSetting } from './hsts-setting.ts';
import { limitSettings, limitsOf } from './limit-settings.ts';

export interface Config {
  /** 0 lets the system choose. */
  readonly port: number;
  readonly host: string;
  /** Folder for database, keys and backups. */
  readonly dataFolder: string;
  /** `libsql:`, `https:` or `http:` for a server, `file:` for a file; null means `kac.db` in the data folder. */
  readonly databaseUrl: string | null;
  readonly databaseToken: string | null;
  /** Where the office's key lies; null means `office.json` in the data folder, `off` that this process may not read it. */
  readonly officeKeys: string | 'off' | null;
  /** The public address without a slash at the end; null means "wherever the request came to". */
  readonly origin: string | null;
  /** What browsers are told to open by https only, where `origin` is https. */
  readonly hsts: Hsts;
  /** How often one source may do what in an hour; null lifts all of it, for load tests on one machine. */
  readonly limits: Limits | null;
  /** Trusted proxies in front, whose entries in `X-Forwarded-For` are believed. */
  readonly proxies: number;
  /** Null: no mail is sent. With it `origin` is never null. */
  readonly mail: { readonly server: SmtpServer; readonly from: Sender } | null;
  /** Whom the head of the event chain is mailed to once a day; null: nobody. */
  readonly witness: string | null;
  readonly backups: Backups;
}

export interface Backups {
  /** Null means `backups` in the data folder. */
  readonly folder: string | null;
  /** False: the server makes none by itself. */
  readonly nightly: boolean;
  /** So many days a copy is kept. */
  readonly days: number;
}

export type ConfigResult =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problems: readonly string[] };

const optional = z.string().default('');

/** So long a backup is kept at most: visitors are told thirty days (content/pages/privatums.mdx). */
const MOST_BACKUP_DAYS = 30;

const Env = z.object({
  PORT: z.string().default('4321').refine(isPort, 'jābūt portam no 0 līdz 65535'),
  HOST: z.string().default('127.0.0.1'),
  KAC_DATA: z.string().default('data'),
  KAC_DATABASE_URL: optional.refine(
    text => text === '' || /^(?:(?:libsql|https?):\/\/[^/\s]+|file:.)/.test(text),
    'jāsākas ar libsql://, https://, http:// vai file:',
  ),
  KAC_DATABASE_TOKEN: optional,
  KAC_OFFICE_KEYS: optional,
  KAC_ORIGIN: optional.refine(
    text => text === '' || isOrigin(text),
    'jābūt adresei bez ceļa, piemēram, https://kac.example',
  ),
  ...hstsSetting,
  KAC_SMTP_URL: optional.refine(
    text => text === '' || parseSmtpUrl(text) !== null,
    'jābūt formā smtps://lietotājs:parole@serveris:465 vai smtp://serveris:587 (paroles īpašās zīmes raksta kodētas, piemēram, @ vietā %40)',
  ),
  KAC_WITNESS: optional.refine(
    text => text === '' || z.email().safeParse(text).success,
    'jābūt e-pasta adresei, kurai katru dienu sūtīt notikumu ķēdes galu',
  ),
  KAC_BACKUPS: optional,
  KAC_BACKUP_DAYS: z
    .string()
    .default(String(MOST_BACKUP_DAYS))
    .refine(
      text => /^\d{1,2}$/.test(text) && Number(text) >= 1 && Number(text) <= MOST_BACKUP_DAYS,
      `jābūt dienu skaitam no 1 līdz ${MOST_BACKUP_DAYS}: ilgāk rezerves kopijās nedrīkst palikt tas, kas reģistrā izdzēsts`,
    ),
  KAC_MAIL_FROM: optional.refine(
    text => text === '' || parseSender(text) !== null,
    'jābūt e-pasta adresei vai nosaukumam ar adresi, piemēram, Paraugu KAC <kac@kac.example>',
  ),
  ...limitSettings,
  KAC_PROXY: z
    .string()
    .default('0')
    .refine(text => /^\d$/.test(text), 'jābūt skaitlim no 0 līdz 9'),
});

/** Every setting's name; `.env.example` lists the same. */
export const settingNames: readonly string[] = Object.keys(Env.shape);

/** Reads the settings. An empty value means the default. Problems are Latvian sentences, each naming its setting. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): ConfigResult {
  const given = Object.fromEntries(settingNames.map(name => [name, env[name]?.trim() || undefined]));
  const result = Env.safeParse(given);
  const single = result.error?.issues.map(issue => `${issue.path.join('.')}: ${issue.message}.`) ?? [];
  const problems = [...single, ...jointProblems(given)];
  if (!result.success || problems.length > 0) return { ok: false, problems };
  const settings = result.data;
  const [server, from] = [parseSmtpUrl(settings.KAC_SMTP_URL), parseSender(settings.KAC_MAIL_FROM)];
  return {
    ok: true,
    config: {
      port: Number(settings.PORT),
      host: settings.HOST,
      dataFolder: settings.KAC_DATA,
      databaseUrl: settings.KAC_DATABASE_URL || null,
      databaseToken: settings.KAC_DATABASE_TOKEN || null,
      officeKeys: settings.KAC_OFFICE_KEYS || null,
      origin: URL.parse(settings.KAC_ORIGIN)?.origin ?? null,
      hsts: settings.KAC_HSTS,
      limits: limitsOf(settings),
      proxies: Number(settings.KAC_PROXY),
      mail: server && from ? { server, from } : null,
      witness: settings.KAC_WITNESS || null,
      backups: {
        folder: settings.KAC_BACKUPS === 'off' ? null : settings.KAC_BACKUPS || null,
        nightly: settings.KAC_BACKUPS !== 'off',
        days: Number(settings.KAC_BACKUP_DAYS),
      },
    },
  };
}

/** Settings that are right alone and wrong together. Said beside the others, so that one start shows everything. */
function jointProblems(given: Readonly<Record<string, string | undefined>>): string[] {
  const problems = [...mailProblems(given)];
  if (given['KAC_WITNESS'] !== undefined && given['KAC_SMTP_URL'] === undefined)
    problems.push('KAC_WITNESS: ķēdes galu var nosūtīt tikai tad, ja norādīts KAC_SMTP_URL.');
  if (given['KAC_LIMITS'] === 'off' && !isLoopback(given['HOST'] ?? '127.0.0.1')) {
    problems.push(
      'KAC_LIMITS: “off” ir atļauts tikai tad, ja serveris klausās šajā pašā datorā (HOST=127.0.0.1).',
    );
  }
  const remote = given['KAC_DATABASE_URL'] !== undefined && !given['KAC_DATABASE_URL'].startsWith('file:');
  if (given['KAC_DATABASE_TOKEN'] !== undefined && !remote) {
    problems.push(
      'KAC_DATABASE_TOKEN: norādīta piekļuves atslēga, bet KAC_DATABASE_URL nav attāls serveris.',
    );
  }
  return problems;
}

function mailProblems(given: Readonly<Record<string, string | undefined>>): string[] {
  const { KAC_SMTP_URL: server, KAC_MAIL_FROM: from, KAC_ORIGIN: origin } = given;
  if (server === undefined && from === undefined) return [];
  if (from === undefined) return ['KAC_MAIL_FROM: jānorāda kopā ar KAC_SMTP_URL, no kādas adreses sūtīt.'];
  if (server === undefined) return ['KAC_SMTP_URL: jānorāda kopā ar KAC_MAIL_FROM, caur kuru serveri sūtīt.'];
  // Never taken from a request: whoever makes the request could put an address of their own into our letters.
  return origin === undefined ? ['KAC_ORIGIN: jānorāda, ja sūta e-pastu: vēstulēs ir vietnes adrese.'] : [];
}

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) <= 65_535;
}
