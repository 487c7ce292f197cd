// The forms found by following every link: where they are sent, and the initial values of their fields.
import type { Hono } from 'hono';
import type { AppEnv } from '../../api/deps.ts';
import { HTML } from '../api/harness.ts';

export interface FoundForm {
  readonly path: string;
  /** For each field name, every value the page offers for it. */
  readonly fields: Readonly<Record<string, readonly string[]>>;
  /** How many characters the page says a field may have, where it says so. */
  readonly limits: Readonly<Record<string, number>>;
}

export interface Found {
  /** Addresses that were opened. */
  readonly pages: readonly string[];
  readonly forms: readonly FoundForm[];
}

const attributeOf = (tag: string, name: string): string | null => {
  const [, value = null] = new RegExp(`\\s${name}="([^"]*)"`).exec(tag) ?? [];
  return value?.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#39;', "'") ?? null;
};

/** A list takes its values from its options, every other field from itself. */
function fieldsIn(form: string): Record<string, string[]> {
  const fields: Record<string, string[]> = {};
  let name: string | null = null;
  for (const [tag] of form.matchAll(/<(input|select|textarea|button|option)\b[^>]*>/g)) {
    if (!tag.startsWith('<option')) name = attributeOf(tag, 'name');
    if (name !== null) fields[name] = [...(fields[name] ?? []), attributeOf(tag, 'value') ?? ''];
  }
  return fields;
}

function limitsIn(form: string): Record<string, number> {
  const limits: Record<string, number> = {};
  for (const [tag] of form.matchAll(/<(input|textarea)\b[^>]*>/g)) {
    const limit = attributeOf(tag, 'data-limit') ?? attributeOf(tag, 'maxlength');
    const name = attributeOf(tag, 'name');
    if (name !== null && limit !== null) limits[name] = Number(limit);
  }
  return limits;
}

function formsIn(html: string, address: string): FoundForm[] {
  return [...html.matchAll(/(<form\b[^>]*>)(.*?)<\/form>/gs)]
    .filter(([, tag = '']) => attributeOf(tag, 'method')?.toLowerCase() === 'post')
    .map(([, tag = '', inside = '']) => ({
      path: new URL(attributeOf(tag, 'action') ?? '', new URL(address, 'http://x')).pathname,
      fields: fieldsIn(inside),
      limits: limitsIn(inside),
    }));
}

/** Follows links below `under` from these addresses, each page once, up to a maximum. */
export async function findForms(
  app: Hono<AppEnv>,
  cookie: string,
  { from, under, most }: { readonly from: readonly string[]; readonly under: string; readonly most: number },
): Promise<Found> {
  const pages = new Set<string>();
  const forms = new Map<string, FoundForm>();
  const waiting = [...from];
  for (let address = waiting.shift(); address !== undefined && pages.size < most; address = waiting.shift()) {
    if (pages.has(address)) continue;
    pages.add(address);
    const response = await app.request(address, { headers: { accept: HTML, cookie } });
    if (!response.headers.get('content-type')?.startsWith('text/html')) continue;
    const html = await response.text();
    for (const form of formsIn(html, address))
      forms.set(`${form.path} ${Object.keys(form.fields).toSorted()}`, form);
    for (const [tag] of html.matchAll(/<a\b[^>]*>/g)) {
      const { pathname, search } = new URL(attributeOf(tag, 'href') ?? '', new URL(address, 'http://x'));
      if (pathname.startsWith(under)) waiting.push(pathname + search);
    }
  }
  return { pages: [...pages], forms: [...forms.values()] };
}
