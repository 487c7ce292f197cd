// The English pages as search documents, each with the Latvian page of the same content.
import { getCollection } from 'astro:content';
import type { SearchDocument } from '../contract/search.ts';
import * as make from '../search/documents.ts';
import { messagesFor } from '../site/messages.ts';
import { englishEdition } from '../site/messages-english.en.ts';
import { formPagesIn } from '../site/messages-forms.ts';
import { EN_ROUTES, englishSurveyRoute, type Translated, twinsOf } from '../site/routes-en.ts';
import { type EnglishSurveyPage, englishSurveys } from './english-surveys.ts';

/** Services, texts and fixed pages of the English edition. */
export async function englishDocuments(): Promise<SearchDocument[]> {
  const [services, pages, surveys] = await Promise.all([
    getCollection('servicesEn'),
    getCollection('pages', ({ data }) => data.lang === 'en'),
    englishSurveys(),
  ]);
  const asked = surveys
    .filter(({ survey }) => survey.audience === 'public')
    .map(({ survey }) => surveyDocument(survey));
  const others = [...fixedPages(), ...pages.map(make.pageDocument), ...asked];
  const translated = { services: [], surveys: surveys.map(({ survey }) => survey.id) };
  return [...services.map(make.englishServiceDocument), ...others.map(withTwin(translated))];
}

function fixedPages(): SearchDocument[] {
  const { services, surveys, hours, frame, figures } = messagesFor('en');
  const { complaint, feedback, status, check } = formPagesIn('en');
  const { contact } = englishEdition;
  const { channels, holidays, exceptions } = englishEdition.hours;
  const pages = [
    { ...services, url: EN_ROUTES.services },
    { ...contact, url: EN_ROUTES.contact, headings: [frame.contacts, contact.visit, contact.callWrite] },
    { ...complaint, url: EN_ROUTES.complaint },
    { ...feedback, url: EN_ROUTES.feedback },
    { ...surveys, url: EN_ROUTES.surveys },
    { ...status, url: EN_ROUTES.status },
    { ...figures, url: EN_ROUTES.figures },
    { ...check, url: EN_ROUTES.receiptCheck },
  ];
  const opening = make.fixedDocument({
    ...hours,
    url: EN_ROUTES.hours,
    headings: [...Object.values(channels), holidays, exceptions],
  });
  return [{ ...opening, kind: 'hours' as const }, ...pages.map(make.fixedDocument)].map(inEnglish);
}

const inEnglish = (document: SearchDocument): SearchDocument => ({ ...document, lang: 'en' });

const surveyDocument = ({ id, title, summary }: EnglishSurveyPage['survey']): SearchDocument =>
  inEnglish(make.fixedDocument({ url: englishSurveyRoute(id), title, description: summary }));

const withTwin =
  (translated: Translated) =>
  (document: SearchDocument): SearchDocument => {
    const twin = twinsOf(document.url, translated)?.lv;
    return twin === undefined ? document : { ...document, twin };
  };
