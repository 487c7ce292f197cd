// The service catalogue as lists: by life event, by institution, the ones most needed. Pure.

import type { Facts } from '../site/facts-schema.ts';
import { euros } from '../site/format.ts';
import type { Messages } from '../site/messages.ts';
import type { CONFIRMABLE, Service } from './schema.ts';

export interface ServiceEntry {
  readonly id: string;
  readonly data: Service;
}
export type Holder = Facts['holders'][number];
export interface ServiceGroup {
  /** The anchor on the catalogue page. */
  readonly anchor: string;
  readonly title: string;
  readonly services: readonly ServiceEntry[];
}
export type HolderGroup = ServiceGroup & { readonly holder: Holder };

const latvian = new Intl.Collator('lv');

export const sortByTitle = (services: readonly ServiceEntry[]): ServiceEntry[] =>
  services.toSorted((a, b) => latvian.compare(a.data.title, b.data.title));

/** One group per life event of `site.yaml` that has services, in that order. */
export function byLifeEvent(services: readonly ServiceEntry[], facts: Facts): ServiceGroup[] {
  const sorted = sortByTitle(services);
  return facts.lifeEvents
    .map(({ id, title }) => ({
      anchor: `situacija-${id}`,
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
      anchor: `iestade-${holder.id}`,
      title: holder.name,
      holder,
      services: sorted.filter(({ data }) => data.holder === holder.id),
    }))
    .filter(group => group.services.length > 0);
}

/** The entries with these ids, in this order; an id without an entry is left out. */
export function pick(services: readonly ServiceEntry[], ids: readonly string[]): ServiceEntry[] {
  const found = new Map(services.map(entry => [entry.id, entry]));
  return ids.flatMap(id => found.get(id) ?? []);
}

export const holderOf = (service: Service, facts: Facts): Holder | undefined =>
  facts.holders.find(({ id }) => id === service.holder);

/** The longest time it takes, in words; null when only the note says something. */
export function timeText({ processingTime }: Service, { services: say }: Messages): string | null {
  const { workingDays, note } = processingTime;
  if (workingDays === null) return note ? null : say.timeUnknown;
  return workingDays === 0 ? say.atOnce : say.workingDays(workingDays);
}

/** The price in words; null when only the note says something. */
export function costText({ cost }: Service, { services: say }: Messages): string | null {
  if (cost.amount === null) return cost.note ? null : say.costUnknown;
  return cost.amount === 0 ? say.free : euros(cost.amount);
}

export const isToConfirm = (service: Service, field: (typeof CONFIRMABLE)[number]): boolean =>
  service.toConfirm.includes(field);

/** The services a post is responsible for. */
export const servicesOfPost = (services: readonly ServiceEntry[], post: string): ServiceEntry[] =>
  sortByTitle(services.filter(({ data }) => data.responsible === post));
