// Reads all collections and combines them into the data for the API: for the site bundle and the form pages.
import { getCollection } from 'astro:content';
import type { DeskContent } from '../contract/desk.ts';
import type { SiteData } from '../contract/site-bundle.ts';
import type { RelatedByPoint } from '../rules/related.ts';
import { buildDate } from '../site/build-date.ts';
import { calendar, facts, policies } from '../site/facts.ts';
import { replies } from '../site/replies.ts';
import { retention } from '../site/retention.ts';
import { deskData } from './desk-data.ts';
import { ruleRelations } from './rule-relations.ts';
import { siteData } from './site-data.ts';

/** The site's data as of this build. */
export async function collectSite(): Promise<SiteData> {
  const [services, servicesEn, staff, rules, surveys, surveysEn] = await Promise.all([
    getCollection('services'),
    getCollection('servicesEn'),
    getCollection('staff'),
    getCollection('rules'),
    getCollection('surveys'),
    getCollection('surveysEn'),
  ]);
  return siteData({
    today: buildDate,
    facts,
    calendar,
    policies,
    services,
    servicesEn,
    staff,
    rules,
    surveys,
    surveysEn,
  });
}

/** What only the register needs, as of this build. */
export async function collectDesk(): Promise<DeskContent> {
  const [staff, rules] = await Promise.all([getCollection('staff'), getCollection('rules')]);
  return deskData({ today: buildDate, facts, staff, rules, replies, retention });
}

/** Links from the points of the rules to other pages, as of this build. */
export async function collectRelations(): Promise<RelatedByPoint> {
  const [services, surveys] = await Promise.all([getCollection('services'), getCollection('surveys')]);
  const { rulePoints } = await collectSite();
  return ruleRelations({ services, surveys, rulePoints, today: buildDate });
}
