// What an unexpected error is answered with: 503 when the database is away, else 500; and nothing typed is lost.
import { routePath } from 'hono/route';
import { CODE_ALPHABET } from '../../domain/codes.ts';
import { type FaultView, faultNumber, refilledPage, resendPage, type SentField } from '../../views/fault.ts';
import { languageOf } from '../language.ts';
import { bodyReadFrom, readBody } from '../read-body.ts';
import { type AppContext, page, problem, wantsJson } from '../reply.ts';
import { absenceOf } from './away.ts';
import { faultEntry } from './fault-log.ts';
import { refillOf } from './refill.ts';

/** Seconds until it is worth trying again: a restart, or a server that another one takes over from. */
const RETRY_AFTER = '30';
const ID_LENGTH = 10;

/** Fifty bits, easily read out on the telephone: `7K2M9-QX4RT`. */
function newId(c: AppContext): string {
  const characters = [...c.var.deps.random(ID_LENGTH)].map(byte => CODE_ALPHABET.charAt(byte % 32)).join('');
  return `${characters.slice(0, 5)}-${characters.slice(5)}`;
}

/** Logs the error and answers the request. */
export async function answerFault(c: AppContext, fault: Error): Promise<Response> {
  const { log, now } = c.var.deps;
  const absence = absenceOf(fault);
  const id = newId(c);
  log(faultEntry(fault, { at: now(), id, method: c.req.method, route: routePath(c), absence }));
  const isAway = absence !== null;
  const headers = { 'X-Request-Id': id, ...(isAway ? { 'Retry-After': RETRY_AFTER } : {}) };
  const name = isAway ? 'away' : 'fault';
  if (wantsJson(c)) return problem(c, name, { headers, extra: { requestId: id } });
  const view = { id, isAway, lang: languageOf(c) };
  return (await typedAgain(c, view, headers)) ?? problem(c, name, { headers, more: faultNumber(view) });
}

/** What was sent, on a page to send it from again; null when nothing was, or it can't be read. */
async function typedAgain(
  c: AppContext,
  view: FaultView,
  headers: Readonly<Record<string, string>>,
): Promise<Response | null> {
  if (c.req.method !== 'POST') return null;
  const status = view.isAway ? 503 : 500;
  const refill = refillOf(c.req.raw);
  if (refill) return page(c, refilledPage(refill.form, refill.state, view), status, headers);
  const fields = await sentFields(c);
  if (fields.length === 0) return null;
  const { pathname, search } = new URL(c.req.url);
  return page(c, resendPage(pathname + search, fields, view), status, {
    ...headers,
    // The register takes forms from its own pages only, and a browser names them by this.
    'Referrer-Policy': 'same-origin',
  });
}

/** The texts of the form. Files are not among them: a page can't give a browser its file back. */
async function sentFields(c: AppContext): Promise<SentField[]> {
  const request = c.req.raw;
  const body = bodyReadFrom(request) ?? (request.bodyUsed ? null : await readBody(request).catch(() => null));
  if (!body?.ok || body.encoding !== 'form') return [];
  return Object.entries(body.payload).flatMap(([name, value]) =>
    [value].flat().flatMap(one => (typeof one === 'string' && one !== '' ? [[name, one] as const] : [])),
  );
}
