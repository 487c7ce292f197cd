// Settings and secrets of the edge from the worker's bindings; all problems are reported at once.
import * as z from 'zod';
import { isLoopback, isOrigin, parseSender } from '../config-mail.ts';
import { fromBase64Url } from '../domain/crypto/base64url.ts';
import type { Hsts } from '../domain/hsts.ts';
import type { KeyringSecrets } from '../domain/keyring.ts';
import type { Limits } from '../domain/limits.ts';
import type { Sender } from '../domain/mails.ts';
import { hstsSetting } from '../hsts-setting.ts';
import { limitSettings, limitsOf } from '../limit-settings.ts';

export interface EdgeSettings {
  readonly databaseUrl: string;
  readonly databaseToken: string | null;
  /** The public address without a trailing slash; null means the address of each request. */
  readonly origin: string | null;
  /** What browsers are told to open by https only, where `origin` is https. */
  readonly hsts: Hsts;
  /** The sender of letters; null: none is queued. A worker only queues them, a Node process sends them. */
  readonly mailFrom: Sender | null;
  readonly secrets: KeyringSecrets;
  /** Hourly limits per source; null disables them all, for tests on one machine. */
  readonly limits: Limits | null;
}

export type EdgeSettingsResult =
  | { readonly ok: true; readonly settings: EdgeSettings }
  | { readonly ok: false; readonly problems: readonly string[] };

const KEY_BYTES = 32;

const bytes = z.string('jānorāda').transform((text, context) => {
  try {
    return fromBase64Url(text);
  } catch {
    context.addIssue('nav base64url');
    return z.NEVER;
  }
});
const keyBytes = bytes.refine(value => value.length === KEY_BYTES, 'nav 32 baitu');

const SigningKey = z
  .object({ id: z.string().min(1), privateKey: bytes, publicKey: keyBytes })
  .refine(halvesMatch, 'privātā un publiskā atslēga nesader');

/** Only public halves: a worker seals and opens nothing. */
const Recipient = z.object({ id: z.string().min(1), publicKey: keyBytes });

const BINDINGS = {
  KAC_DATABASE_URL: z
    .string('jānorāda attālā libSQL servera adrese')
    .trim()
    .regex(/^(?:libsql|https?):\/\/[^/\s]+/, 'jāsākas ar libsql://, https:// vai http://'),
  KAC_DATABASE_TOKEN: z.string().trim().default(''),
  KAC_ORIGIN: z
    .string()
    .trim()
    .default('')
    .refine(text => text === '' || isOrigin(text), 'jābūt adresei bez ceļa, piemēram, https://kac.example'),
  ...hstsSetting,
  KAC_MAIL_FROM: z
    .string()
    .trim()
    .default('')
    .refine(
      text => text === '' || parseSender(text) !== null,
      'jābūt e-pasta adresei vai nosaukumam ar adresi, piemēram, Paraugu KAC <kac@kac.example>',
    ),
  KAC_SECRET: keyBytes,
  // A platform may pass a JSON binding as text or parsed.
  KAC_SIGNING_KEYS: z.preprocess(
    fromJson,
    z.array(SigningKey, 'jābūt JSON sarakstam').min(1, 'saraksts ir tukšs'),
  ),
  KAC_RECIPIENTS: z.preprocess(
    fromJson,
    z.array(Recipient, 'jābūt JSON sarakstam').min(1, 'saraksts ir tukšs'),
  ),
  ...limitSettings,
};

// Never taken from a request: a requester could otherwise put their own address into our letters.
const Bindings = z.object(BINDINGS).refine(({ KAC_MAIL_FROM, KAC_ORIGIN }) => !KAC_MAIL_FROM || KAC_ORIGIN, {
  path: ['KAC_ORIGIN'],
  // Reported together with the other problems.
  when: () => true,
  error: 'jānorāda, ja sūta e-pastu: vēstulēs ir vietnes adrese',
});

/** The names of all bindings; `docs/edge.md` lists the same. */
export const bindingNames: readonly string[] = Object.keys(BINDINGS);

/** Reads the bindings. Problems are Latvian sentences that name the binding and never its value. */
export async function readEdgeSettings(env: unknown): Promise<EdgeSettingsResult> {
  const { data, error } = await Bindings.safeParseAsync(env ?? {});
  if (!data) {
    return { ok: false, problems: error.issues.map(({ path, message }) => `${path.join('.')}: ${message}.`) };
  }
  if (data.KAC_LIMITS === 'off' && !isLoopback(URL.parse(data.KAC_DATABASE_URL)?.hostname ?? ''))
    return {
      ok: false,
      problems: ['KAC_LIMITS: “off” ir atļauts tikai tad, ja datubāzes serveris ir šajā pašā datorā.'],
    };
  return {
    ok: true,
    settings: {
      databaseUrl: data.KAC_DATABASE_URL,
      databaseToken: data.KAC_DATABASE_TOKEN || null,
      origin: URL.parse(data.KAC_ORIGIN)?.origin ?? null,
      hsts: data.KAC_HSTS,
      mailFrom: parseSender(data.KAC_MAIL_FROM),
      secrets: {
        secret: data.KAC_SECRET,
        signing: data.KAC_SIGNING_KEYS,
        recipients: data.KAC_RECIPIENTS,
      },
      limits: limitsOf(data),
    },
  };
}

function fromJson(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}

type Bytes = Uint8Array<ArrayBuffer>;

/**
 * A receipt signed with one half and checked with an unrelated other half would be invalid forever, so the
 * start is refused.
 */
async function halvesMatch(key: { readonly privateKey: Bytes; readonly publicKey: Bytes }): Promise<boolean> {
  try {
    const signer = await crypto.subtle.importKey('pkcs8', key.privateKey, 'Ed25519', false, ['sign']);
    const verifier = await crypto.subtle.importKey('raw', key.publicKey, 'Ed25519', false, ['verify']);
    const signature = await crypto.subtle.sign('Ed25519', signer, key.publicKey);
    return await crypto.subtle.verify('Ed25519', verifier, signature, key.publicKey);
  } catch {
    return false;
  }
}
