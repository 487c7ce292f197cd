// Reads all collections and puts them together as the API will see them: for the site bundle and the form pages.
import { getCollection } from 'astro:content';
import { calendar, facts, policies } from '../site/facts.ts';
import { type SiteData, siteData } from './site-data.ts';

/** The site's data as of this build. */
export async function collectSite(): Promise<SiteData> {
  const [services, servicesEn, staff, rules, surveys] = await Promise.all([
    getCollection('services'),
    getCollection('servicesEn'),
    getCollection('staff'),
    getCollection('rules'),
    getCollection('surveys'),
  ]);
  return siteData({ facts, calendar, policies, services, servicesEn, staff, rules, surveys });
}
