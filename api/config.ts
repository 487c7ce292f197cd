// Settings from the environment: every setting and its default; all problems are reported at once.
import * as z from 'zod';
import {
  isLoopback,
  isOrigin,
  mailProblems,
  parseSender,
  parseSmtpUrl,
  type SmtpServer,
} from './config-mail.ts';
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
  /**
   * Path of the office's key file; null means `office.json` in the data folder, `off` that this process may
   * not read it.
   */
  readonly officeKeys: string | 'off' | null;
  /** The public address without a trailing slash; null means the address of each request. */
  readonly origin: string | null;
  /** What browsers are told to open by https only, where `origin` is https. */
  readonly hsts: Hsts;
  /** Hourly limits per source; null disables them all, for load tests on one machine. */
  readonly limits: Limits | null;
  /** Number of trusted proxies in front, whose entries in `X-Forwarded-For` are believed. */
  readonly proxies: number;
  /** Null: no mail is sent. When set, `origin` is not null. */
  readonly mail: { readonly server: SmtpServer; readonly from: Sender } | null;
  /** Receives the head of the event chain once a day; null for nobody. */
  readonly witness: string | null;
  readonly backups: Backups;
}

export interface Backups {
  /** Null means `backups` in the data folder. */
  readonly folder: string | null;
  /** False: the server makes no backups by itself. */
  readonly nightly: boolean;
  /** Days that a backup is kept. */
  readonly days: number;
}

export type ConfigResult =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problems: readonly string[] };

const optional = z.string().default('');

/** The longest time a backup is kept: visitors are told thirty days (content/pages/privatums.mdx). */
const MOST_BACKUP_DAYS = 30;

/**
 * Every setting with its default, what is wrong with a value (Latvian, for the operator), and its row in `docs/settings.md`
 * (English: `description` and the allowed `values`). `npm run docs` writes that page.
 */
export const Env = z.object({
  PORT: z
    .string()
    .default('4321')
    .refine(isPort, 'jābūt portam no 0 līdz 65535')
    .meta({ description: 'Port the server listens on.', values: '0 to 65535; 0 lets the system choose' }),
  HOST: z.string().default('127.0.0.1').meta({
    description: 'Network address the server listens on. `0.0.0.0` accepts connections from other machines.',
    values: 'an address of this machine',
  }),
  KAC_DATA: z.string().default('data').meta({
    description: 'Folder for the database, the keys and the backups.',
    values: 'a path',
  }),
  KAC_BACKUPS: optional.meta({
    description:
      'Folder for backups; choose one on another disk. Empty: `backups` in `KAC_DATA`. `off`: the server makes no nightly backup.',
    values: 'a path, or `off`',
  }),
  KAC_BACKUP_DAYS: z
    .string()
    .default(String(MOST_BACKUP_DAYS))
    .refine(
      text => /^\d{1,2}$/.test(text) && Number(text) >= 1 && Number(text) <= MOST_BACKUP_DAYS,
      `jābūt dienu skaitam no 1 līdz ${MOST_BACKUP_DAYS}: ilgāk rezerves kopijās nedrīkst palikt tas, kas reģistrā izdzēsts`,
    )
    .meta({
      description:
        'Days a backup is kept. Visitors are told that erased data leaves the backups within thirty days.',
      values: `1 to ${MOST_BACKUP_DAYS}`,
    }),
  KAC_DATABASE_URL: optional
    .refine(
      text => text === '' || /^(?:(?:libsql|https?):\/\/[^/\s]+|file:.)/.test(text),
      'jāsākas ar libsql://, https://, http:// vai file:',
    )
    .meta({
      description: 'Address of a libSQL server. Empty: the file `kac.db` in `KAC_DATA`.',
      values: '`libsql://…`, `https://…`, `http://…`, `file:…`',
    }),
  KAC_DATABASE_TOKEN: optional.meta({
    description: 'Access token of the libSQL server (secret). Refused when the database is a file.',
    values: 'text',
  }),
  KAC_OFFICE_KEYS: optional.meta({
    description:
      'File with the office key. Empty: `office.json` in `KAC_DATA`. `off`: this process only takes submissions and never reads them ([keys](keys.md)).',
    values: 'a path, or `off`',
  }),
  KAC_ORIGIN: optional
    .refine(text => text === '' || isOrigin(text), 'jābūt adresei bez ceļa, piemēram, https://kac.example')
    .meta({
      description:
        'Public address of the site. Needed for mail, for the register behind a proxy, and by the build. Empty: the address of each request.',
      values: '`https://kac.example`, no path',
    }),
  ...hstsSetting,
  KAC_SMTP_URL: optional
    .refine(
      text => text === '' || parseSmtpUrl(text) !== null,
      'jābūt formā smtps://lietotājs:parole@serveris:465 vai smtp://serveris:587 (paroles īpašās zīmes raksta kodētas, piemēram, @ vietā %40)',
    )
    .meta({
      description:
        'Mail server (secret, holds the password). Empty: no mail is sent. Needs `KAC_MAIL_FROM` and `KAC_ORIGIN`. Percent-encode special characters of the password.',
      values: '`smtps://user:password@host:465`, or `smtp://host:587` with STARTTLS',
    }),
  KAC_MAIL_FROM: optional
    .refine(
      text => text === '' || parseSender(text) !== null,
      'jābūt e-pasta adresei vai nosaukumam ar adresi, piemēram, Paraugu KAC <kac@kac.example>',
    )
    .meta({ description: 'Sender of the mail.', values: '`Name <address>`, or an address' }),
  KAC_WITNESS: optional
    .refine(
      text => text === '' || z.email().safeParse(text).success,
      'jābūt e-pasta adresei, kurai katru dienu sūtīt notikumu ķēdes galu',
    )
    .meta({
      description:
        'Receives the head of the event chain by mail once a day. Choose somebody outside the institution. Empty: not sent. Needs `KAC_SMTP_URL`.',
      values: 'an e-mail address',
    }),
  ...limitSettings,
  KAC_PROXY: z
    .string()
    .default('0')
    .refine(text => /^\d$/.test(text), 'jābūt skaitlim no 0 līdz 9')
    .meta({
      description:
        'Number of trusted reverse proxies in front; only their entries in `X-Forwarded-For` are used. **Behind a proxy set `1`**, or all visitors share one rate limit.',
      values: '0 to 9',
    }),
});

/** The names of all settings; `.env.example` lists the same. */
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

/**
 * Settings that are valid alone and invalid together. Reported with the others, so that one start shows
 * everything.
 */
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

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) <= 65_535;
}
