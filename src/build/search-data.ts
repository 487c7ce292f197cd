// Collects everything that can be found on the site into search documents, with the editors' synonyms.
import { type CollectionEntry, getCollection } from 'astro:content';
import { parse } from 'yaml';
import synonymsYaml from '../../content/synonyms.yaml?raw';
import { currentEdition } from '../rules/editions.ts';
import { parseRules } from '../rules/parse.ts';
import type { SearchData, SearchDocument } from '../search/document.ts';
import * as make from '../search/documents.ts';
import { synonymsSchema } from '../search/schema.ts';
import { buildDate } from '../site/build-date.ts';
import { facts } from '../site/facts.ts';
import { messagesFor } from '../site/messages.ts';
import { formPagesLv } from '../site/messages-forms.lv.ts';
import { NEEDED_SERVICES } from '../site/navigation.ts';
import { ROUTES, serviceRoute } from '../site/routes.ts';

/** The search data as of this build. */
export async function collectSearch(): Promise<SearchData> {
  const [services, staff, hours, pages, rules, surveys] = await Promise.all([
    getCollection('services'),
    getCollection('staff'),
    getCollection('hours'),
    getCollection('pages', ({ data }) => data.lang === 'lv' || facts.english),
    getCollection('rules'),
    getCollection('surveys', ({ data }) => data.audience === 'public'),
  ]);
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
    ],
    synonyms: synonymsSchema.parse(parse(synonymsYaml)).groups,
    popular: NEEDED_SERVICES.filter(id => services.some(service => service.id === id)).map(serviceRoute),
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
  const { services, staff, rules, surveys } = messagesFor('lv');
  const { complaint, feedback, status, check } = formPagesLv;
  const pages = [
    { ...services, url: ROUTES.services },
    { ...staff, url: ROUTES.staff, headings: [staff.reception, staff.byTopic, staff.people] },
    { ...rules, url: ROUTES.rules },
    { ...surveys, url: ROUTES.surveys },
    { ...complaint, url: ROUTES.complaint },
    { ...feedback, url: ROUTES.feedback },
    { ...status, url: ROUTES.status },
    { ...check, url: ROUTES.receiptCheck },
  ];
  return pages.map(make.fixedDocument);
}

function ruleDocuments(editions: readonly CollectionEntry<'rules'>[]): SearchDocument[] {
  const { chapters } = parseRules(currentEdition(editions, buildDate)?.body ?? '', 1);
  return chapters.flatMap(({ title, points }) => points.map(point => make.ruleDocument(point, title)));
}
