// Response formats: a page for a browser's form, JSON or problem+json (RFC 9457) for a program.
import type { Context } from 'hono';
import type { FieldError, Language } from '../../src/forms/field.ts';
import { messagesIn } from '../../src/forms/messages.ts';
import { namedErrors } from '../../src/forms/named-errors.ts';
import type { AppEnv } from '../deps.ts';
import { type Markup, type PageContent, renderPage } from '../views/page.ts';
import { type Link, problemPage } from '../views/problem.ts';
import { languageOf } from './language.ts';
import { type ProblemName, problemOf } from './problems.ts';

export type AppContext = Context<AppEnv>;

const FORM_TYPES = /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i;

/**
 * Browsers (which accept HTML) and plain form posts get pages; clients that send or accept JSON, or state
 * nothing, get JSON.
 */
export function wantsJson(c: AppContext): boolean {
  const accept = c.req.header('accept') ?? '';
  if (/application\/(problem\+)?json/.test(accept)) return true;
  return !accept.includes('text/html') && !FORM_TYPES.test(c.req.header('content-type') ?? '');
}

/** Responses that may contain personal text or codes must not be cached. */
const NO_STORE = { 'Cache-Control': 'no-store' } as const;

/** What everybody may read and a cache may keep, if it asks each time whether it still holds. */
export const FRESH = { 'Cache-Control': 'no-cache' } as const;

export type PageStatus = 200 | 403 | 404 | 409 | 422 | 429 | 500 | 503;

/** A page in the site's shell. */
export async function page(
  c: AppContext,
  content: PageContent,
  status: PageStatus = 200,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  return c.html(await renderPage(c.var.deps.site, content), status, { ...NO_STORE, ...headers });
}

export const json = (c: AppContext, body: object, status: 200 | 201 | 503 = 200): Response =>
  c.json(body, status, NO_STORE);

/** The errors that are named, and how many there are in all: `detail` says so where some are not named. */
function errorMembers(errors: readonly FieldError[], detail: string, lang: Language) {
  const { named, more } = namedErrors(errors);
  const sentence = more > 0 ? { detail: `${detail} ${messagesIn(lang).moreErrors(more)}` } : {};
  return { ...sentence, errors: named, errorCount: errors.length };
}

/** A refusal by name, as problem+json or as a page, in the language that the address requests. */
export async function problem(
  c: AppContext,
  name: ProblemName,
  more: {
    /** Replaces the usual title and detail when more is known. */
    title?: string;
    detail?: string;
    errors?: readonly FieldError[];
    headers?: Record<string, string>;
    /** Extension members of the problem, for programs (RFC 9457, 3.2). */
    extra?: Readonly<Record<string, string>>;
    /** Links to alternatives. */
    links?: readonly Link[];
    /** On the page alone, after the detail. */
    more?: Markup;
  } = {},
): Promise<Response> {
  const lang = languageOf(c);
  const { status, ...usual } = problemOf(name, lang);
  const { title = usual.title, detail = usual.detail } = more;
  const headers = { ...NO_STORE, ...more.headers };
  if (wantsJson(c)) {
    const body = {
      type: 'about:blank',
      title,
      status,
      detail,
      ...(more.errors ? errorMembers(more.errors, detail, lang) : {}),
      ...(more.links?.length ? { instead: more.links.map(({ href }) => href) } : {}),
      ...more.extra,
    };
    return c.body(JSON.stringify(body), status, { ...headers, 'Content-Type': 'application/problem+json' });
  }
  return c.html(
    await renderPage(
      c.var.deps.site,
      problemPage({ title, detail, links: more.links ?? [], more: more.more }, lang),
    ),
    status,
    headers,
  );
}
