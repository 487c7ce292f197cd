// Ids of the services and surveys that have an English page.
import { getCollection } from 'astro:content';
import type { Translated } from './routes-en.ts';

/** Services with an English file, and surveys that have a page and are said to be in English. */
export async function translatedPages(): Promise<Translated> {
  const [services, surveys] = await Promise.all([
    getCollection('servicesEn'),
    getCollection('surveys', ({ data }) => data.audience !== 'kiosk' && data.languages.includes('en')),
  ]);
  return { services: services.map(({ id }) => id), surveys: surveys.map(({ id }) => id) };
}
