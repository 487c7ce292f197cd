// The service catalogue as lists: by life event, by institution, by letter, the ones most needed. Pure.

import type { Facts } from '../site/facts-schema.ts';
import { holderRoute, lifeEventRoute } from '../site/routes.ts';
import type { Service } from './schema.ts';

export interface ServiceEntry {
  readonly id: string;
  readonly data: Service;
}
export type Holder = Facts['holders'][number];
export interface ServiceGroup {
  readonly id: string;
  /** The anchor on the page that shows all groups. */
  readonly anchor: string;
  /** The page of this group alone. */
  readonly href: string;
  readonly title: string;
  readonly services: readonly ServiceEntry[];
}
export type HolderGroup = ServiceGroup & { readonly holder: Holder };

const latvian = new Intl.Collator('lv');

/** Without the leading quotation mark, which would sort before every letter. */
const sortKey = ({ data }: ServiceEntry): string => data.title.replace(/^[^\p{L}\d]+/u, '');

export const sortByTitle = (services: readonly ServiceEntry[]): ServiceEntry[] =>
  services.toSorted((a, b) => latvian.compare(sortKey(a), sortKey(b)));

/** One group per life event of `site.yaml` that has services, in that order. */
export function byLifeEvent(services: readonly ServiceEntry[], facts: Facts): ServiceGroup[] {
  const sorted = sortByTitle(services);
  return facts.lifeEvents
    .map(({ id, title }) => ({
      id,
      anchor: `situacija-${id}`,
      href: lifeEventRoute(id),
      title,
      services: sorted.filter(({ data }) => data.lifeEvents.includes(id)),
    }))
    .filter(group => group.services.length > 0);
}

/** One group per institution that has services, in the order of `site.yaml`. */
export function byHolder(services: readonly ServiceEntry[], facts: Facts): HolderGroup[] {
  const sorted = sortByTitle(services);
  return facts.holders
    .map(holder => ({
      id: holder.id,
      anchor: `iestade-${holder.id}`,
      href: holderRoute(holder.id),
      title: holder.name,
      holder,
      services: sorted.filter(({ data }) => data.holder === holder.id),
    }))
    .filter(group => group.services.length > 0);
}

/** Finds the entries with some ids, in their order; an unknown id is left out. */
export function picker(services: readonly ServiceEntry[]): (ids: readonly string[]) => ServiceEntry[] {
  const found = new Map(services.map(entry => [entry.id, entry]));
  return ids => ids.flatMap(id => found.get(id) ?? []);
}

export const holderOf = (service: Service, facts: Facts): Holder | undefined =>
  facts.holders.find(({ id }) => id === service.holder);

/** The services a post is responsible for. */
export const servicesOfPost = (services: readonly ServiceEntry[], post: string): ServiceEntry[] =>
  sortByTitle(services.filter(({ data }) => data.responsible === post));

/** With more services than this, the catalogue's front page shows only the groups. */
export const LONG_CATALOGUE = 60;
