// The part of the site bundle that comes from the content collections. Pure.
import type { CalendarData, Policy } from '../calendar/schema.ts';
import type { NamedOption, SiteData } from '../contract/site-bundle.ts';
import type { SurveyDefinition } from '../forms/survey/definition.ts';
import { translated } from '../forms/survey/english.ts';
import { currentEdition } from '../rules/editions.ts';
import { allPoints, parseRules } from '../rules/parse.ts';
import type { RuleEdition } from '../rules/schema.ts';
import type { EnglishService } from '../services/english-schema.ts';
import type { Service } from '../services/schema.ts';
import type { Facts } from '../site/facts-schema.ts';
import type { StaffMember } from '../staff/schema.ts';
import type { EnglishSurveyEntry } from '../surveys/english-schema.ts';
import type { Survey } from '../surveys/schema.ts';

interface Entry<Data> {
  readonly id: string;
  readonly data: Data;
  readonly body?: string | undefined;
}

export interface SiteSources {
  /** The day of the build, `YYYY-MM-DD`; it decides which edition of the rules is in force. */
  readonly today: string;
  readonly facts: Facts;
  readonly calendar: CalendarData;
  readonly policies: readonly Policy[];
  readonly services: readonly Entry<Service>[];
  readonly servicesEn: readonly Entry<EnglishService>[];
  readonly staff: readonly Entry<StaffMember>[];
  readonly rules: readonly Entry<RuleEdition>[];
  readonly surveys: readonly Entry<Survey>[];
  readonly surveysEn: readonly Entry<EnglishSurveyEntry>[];
}

const latvian = new Intl.Collator('lv');
const byLabel = (a: NamedOption, b: NamedOption): number => latvian.compare(a.label, b.label);

/** Combines the collections and single documents for `build/site-bundle.json`. */
export function siteData(sources: SiteSources): SiteData {
  const { facts } = sources;
  const english = new Map(sources.servicesEn.map(({ id, data }) => [id, data.title]));
  const posts = new Map(facts.posts.map(post => [post.id, post.title]));
  return {
    centre: {
      name: facts.name,
      shortName: facts.shortName,
      institution: facts.institution,
      phone: facts.phone.value,
      email: facts.email.value,
      address: addressLine(facts.address.value),
    },
    services: sources.services
      .map(({ id, data }) => ({ id, label: data.title, labelEn: english.get(id) }))
      .toSorted(byLabel),
    staff: sources.staff
      .map(({ id, data }) => ({ id, label: `${data.name} – ${posts.get(data.post) ?? data.post}` }))
      .toSorted(byLabel),
    rulePoints: rulePoints(sources.rules, sources.today),
    surveys: sources.surveys
      .map(({ id, data }) => ({ id, ...data }))
      .toSorted((a, b) => latvian.compare(a.id, b.id)),
    surveysEn: englishSurveys(sources),
    calendar: sources.calendar,
    policies: sources.policies,
  };
}

const englishSurveys = ({ surveys, surveysEn }: SiteSources): readonly SurveyDefinition[] =>
  surveys.flatMap(({ id, data }) => {
    const english = surveysEn.find(entry => entry.id === id);
    // The content check refuses either without the other.
    return english && data.languages.includes('en')
      ? [translated<SurveyDefinition>({ id, ...data }, english.data)]
      : [];
  });

function addressLine(address: Facts['address']['value']): string {
  const { street, locality, parish, municipality, postalCode } = address;
  return [street, locality, parish, municipality, postalCode].join(', ');
}

function rulePoints(editions: readonly Entry<RuleEdition>[], today: string): readonly NamedOption[] {
  const current = currentEdition(editions, today);
  return allPoints(parseRules(current?.body ?? '', 1)).map(({ number, text }) => ({
    id: number,
    label: `${number}. ${shortened(text)}`,
  }));
}

/** At most about 80 characters, cut between words. */
function shortened(text: string): string {
  if (text.length <= 80) return text;
  return `${text.slice(0, text.lastIndexOf(' ', 80)).replace(/[\s,;:.–—-]+$/, '')}…`;
}
