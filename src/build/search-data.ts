// Collects all searchable content into search documents, with the editors' synonyms.
import { type CollectionEntry, getCollection } from 'astro:content';
import { parse } from 'yaml';
import synonymsYaml from '../../content/synonyms.yaml?raw';
import type { SearchData, SearchDocument } from '../contract/search.ts';
import { currentEdition } from '../rules/editions.ts';
import { parseRules } from '../rules/parse.ts';
import * as make from '../search/documents.ts';
import { synonymsSchema } from '../search/schema.ts';
import { buildDate } from '../site/build-date.ts';
import { facts } from '../site/facts.ts';
import { messagesFor } from '../site/messages.ts';
import { dataLv } from '../site/messages-data.lv.ts';
import { formPagesIn } from '../site/messages-forms.ts';
import { printLv } from '../site/messages-print.lv.ts';
import { NEEDED_SERVICES } from '../site/navigation.ts';
import { ROUTES, serviceRoute } from '../site/routes.ts';
import { englishDocuments } from './search-english.ts';

let collected: Promise<SearchData> | undefined;

/** The search data: collected once per build, and on each call in the preview. */
export function collectSearch(): Promise<SearchData> {
  if (import.meta.env.DEV) return collect();
  collected ??= collect();
  return collected;
}

async function collect(): Promise<SearchData> {
  const [services, staff, hours, pages, rules, surveys] = await Promise.all([
    getCollection('services'),
    getCollection('staff'),
    getCollection('hours'),
    getCollection('pages', ({ data }) => data.lang === 'lv'),
    getCollection('rules'),
    getCollection('surveys', ({ data }) => data.audience === 'public'),
  ]);
  const english = facts.english ? await englishDocuments() : [];
  const posts = new Map(facts.posts.map(({ id, title }) => [id, title]));
  return {
    documents: [
      ...services.map(serviceDocument),
      make.hoursDocument(messagesFor('lv').hours, hours),
      ...fixedPages(),
      ...pages.map(make.pageDocument),
      ...surveys.map(make.surveyDocument),
      ...staff.map(entry => make.staffDocument(entry, posts.get(entry.data.post) ?? entry.data.post)),
      ...ruleDocuments(rules),
      ...english,
    ],
    synonyms: synonymsSchema.parse(parse(synonymsYaml)).groups,
    popular: [
      ...NEEDED_SERVICES.filter(id => services.some(service => service.id === id)).map(serviceRoute),
      ...english.filter(({ kind }) => kind === 'service').map(({ url }) => url),
    ],
    phone: facts.phone.value,
  };
}

function serviceDocument(entry: CollectionEntry<'services'>): SearchDocument {
  const { holder, lifeEvents } = entry.data;
  return make.serviceDocument(
    entry,
    facts.holders.find(({ id }) => id === holder),
    facts.lifeEvents.filter(({ id }) => lifeEvents.includes(id)),
  );
}

function fixedPages(): SearchDocument[] {
  const { services, staff, rules, surveys, figures } = messagesFor('lv');
  const { complaint, feedback, status, check } = formPagesIn('lv');
  const pages = [
    { ...services, url: ROUTES.services },
    { ...staff, url: ROUTES.staff, headings: [staff.reception, staff.byTopic, staff.people] },
    { ...rules, url: ROUTES.rules },
    { ...surveys, url: ROUTES.surveys },
    { ...complaint, url: ROUTES.complaint },
    { ...feedback, url: ROUTES.feedback },
    { ...status, url: ROUTES.status },
    { ...check, url: ROUTES.receiptCheck },
    { ...printLv, url: ROUTES.print, headings: Object.values(printLv.sheets).map(sheet => sheet.title) },
    { ...figures, url: ROUTES.figures },
    { ...dataLv, url: ROUTES.data },
  ];
  return pages.map(make.fixedDocument);
}

function ruleDocuments(editions: readonly CollectionEntry<'rules'>[]): SearchDocument[] {
  const { chapters } = parseRules(currentEdition(editions, buildDate)?.body ?? '', 1);
  return chapters.flatMap(({ title, points }) => points.map(point => make.ruleDocument(point, title)));
}
