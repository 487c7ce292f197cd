// Turns the collections into search documents. Pure; the build calls it (`src/build/search-data.ts`).

import type { SearchDocument } from '../contract/search.ts';
import { pageRoute, ROUTES, rulePointRoute, serviceRoute, staffRoute, surveyRoute } from '../site/routes.ts';
import { englishServiceRoute } from '../site/routes-en.ts';
import { stem, wordsOf } from './stem.ts';

interface Entry<Data> {
  readonly id: string;
  readonly data: Data;
  readonly body?: string | undefined;
}

/** The data of a service, with the names of its codes. */
export interface ServiceSource {
  readonly title: string;
  readonly summary: string;
  readonly keywords: readonly string[];
  readonly recipient: string;
  readonly documents: readonly string[];
  readonly steps: readonly string[];
  readonly result: string;
}

interface Named {
  readonly id: string;
  readonly title: string;
}

/** A page that is not in a collection: the complaint form, the list of services. */
export interface FixedPage {
  readonly url: string;
  readonly title: string;
  readonly description: string;
  readonly headings?: readonly string[];
}

export function serviceDocument(
  { id, data, body }: Entry<ServiceSource>,
  holder: { readonly name: string; readonly short: string } | undefined,
  events: readonly Named[],
): SearchDocument {
  return {
    url: serviceRoute(id),
    kind: 'service',
    title: data.title,
    summary: data.summary,
    headings: [
      ...(holder ? [holder.name, holder.short] : []),
      ...events.map(({ title }) => title),
      ...headingsOf(body),
    ],
    keywords: data.keywords,
    text: stemsOf(data.recipient, ...data.documents, ...data.steps, data.result, plainText(body)),
  };
}

/** The summary often answers the question itself: where the person is and the phone (rule point 5.2.3). */
export function staffDocument(
  {
    id,
    data,
    body,
  }: Entry<{ name: string; room: string; phone: string; email: string; topics: readonly string[] }>,
  post: string,
): SearchDocument {
  return {
    url: staffRoute(id),
    kind: 'staff',
    title: `${data.name}, ${post.charAt(0).toLowerCase()}${post.slice(1)}`,
    summary: `${data.room}, tālrunis ${data.phone.replace(' ', '\u00a0')}.`,
    headings: data.topics,
    keywords: [],
    text: stemsOf(data.email, plainText(body)),
  };
}

export function ruleDocument(
  { number, text }: { readonly number: string; readonly text: string },
  chapter: string,
): SearchDocument {
  return {
    url: rulePointRoute(number),
    kind: 'rule',
    title: `Noteikumu ${number}.\u00a0punkts`,
    summary: shortened(text),
    headings: [chapter],
    keywords: [],
    text: stemsOf(text),
  };
}

export const pageDocument = ({
  id,
  data,
  body,
}: Entry<{ title: string; summary: string; lang: 'lv' | 'en' }>): SearchDocument => ({
  url: pageRoute(id),
  kind: 'page',
  ...(data.lang === 'en' && { lang: data.lang }),
  title: data.title,
  summary: data.summary,
  headings: headingsOf(body),
  keywords: [],
  text: stemsOf(plainText(body)),
});

/** A translated service; it is found by its own words only, so nothing is taken from the Latvian file. */
export const englishServiceDocument = ({
  id,
  data,
  body,
}: Entry<{ title: string; summary: string; keywords: readonly string[] }>): SearchDocument => ({
  url: englishServiceRoute(id),
  kind: 'service',
  lang: 'en',
  twin: serviceRoute(id),
  title: data.title,
  summary: data.summary,
  headings: [],
  keywords: data.keywords,
  text: stemsOf(plainText(body)),
});

export const surveyDocument = ({ id, data }: Entry<{ title: string; summary: string }>): SearchDocument => ({
  ...fixedDocument({ url: surveyRoute(id), title: data.title, description: data.summary }),
});

export const fixedDocument = ({ url, title, description, headings = [] }: FixedPage): SearchDocument => ({
  url,
  kind: 'page',
  title,
  summary: description,
  headings,
  keywords: [],
  text: '',
});

/** All channels are on one page, so they are one document. */
export const hoursDocument = (
  page: Omit<FixedPage, 'url'>,
  channels: readonly Entry<{ title: string }>[],
): SearchDocument => ({
  ...fixedDocument({ ...page, url: ROUTES.hours }),
  kind: 'hours',
  headings: channels.map(({ data }) => data.title),
  text: stemsOf(...channels.map(({ body }) => plainText(body))),
});

const headingsOf = (body = ''): readonly string[] =>
  [...body.matchAll(/^#{2,4}\s+(.+)$/gm)].map(([, heading = '']) =>
    plainText(heading.trimEnd().replace(/\{#[\w-]+\}$/, '')),
  );

function withoutComments(body: string): string {
  let text = '';
  let from = 0;
  for (let at = body.indexOf('{/*'); at >= 0; at = body.indexOf('{/*', from)) {
    const end = body.indexOf('*/}', at + 3);
    if (end < 0) break;
    text += `${body.slice(from, at)} `;
    from = end + 3;
  }
  return text + body.slice(from);
}

/** Text of Markdown without markup, good enough to count words. */
export const plainText = (body = ''): string =>
  withoutComments(body)
    // No pattern runs over the beginning of its next match: that would take quadratic time.
    .replace(/!?\[([^\][]*)\]\([^)[]*\)/g, '$1')
    .replace(/<\/?[a-z][^<>]*>/gi, ' ')
    .replace(/[*_`#>|]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

const stemsOf = (...texts: readonly string[]): string =>
  [...new Set(wordsOf(texts.join(' ')).map(stem))].join(' ');

/** At most about 200 characters, cut between words. */
function shortened(text: string): string {
  if (text.length <= 200) return text;
  return `${text.slice(0, text.lastIndexOf(' ', 200)).replace(/[\s,;:.–—-]+$/, '')} …`;
}
