// The kiosk's tiles: the start page, life events, services and people. Pure.
import { byLifeEvent, type ServiceEntry, sortByTitle } from '../services/catalogue.ts';
import type { Facts } from '../site/facts-schema.ts';
import { unbroken } from '../site/format.ts';
import { kioskLv } from '../site/messages-kiosk.lv.ts';
import { postTitle, type StaffEntry, sortByName } from '../staff/directory.ts';
import { KIOSK, kioskEventRoute, kioskPersonRoute, kioskServiceRoute } from './routes.ts';

export interface Tile {
  readonly href: string;
  readonly label: string;
  readonly note?: string | undefined;
}

/** The tiles of the start page. `hasSurvey`: there is one to answer today. */
export const startTiles = (hasSurvey: boolean): Tile[] =>
  (['services', 'staff', 'hours', 'complain', 'survey'] as const).map(name => {
    const [label, note] = kioskLv.tiles[name === 'survey' && !hasSurvey ? 'noSurvey' : name];
    return { href: KIOSK[name], label: label ?? name, note };
  });

export interface EventPage {
  readonly id: string;
  readonly title: string;
  readonly services: readonly ServiceEntry[];
}

/** Life events that have services, in the order of `site.yaml`. */
export function eventPages(services: readonly ServiceEntry[], facts: Facts): EventPage[] {
  const groups = new Map(byLifeEvent(services, facts).map(group => [group.title, group.services]));
  return facts.lifeEvents.flatMap(({ id, title }) => {
    const own = groups.get(title);
    return own ? [{ id, title, services: own }] : [];
  });
}

export const eventTiles = (pages: readonly EventPage[]): Tile[] =>
  pages.map(({ id, title }) => ({ href: kioskEventRoute(id), label: title }));

export const serviceTiles = (services: readonly ServiceEntry[]): Tile[] =>
  sortByTitle(services).map(({ id, data }) => ({ href: kioskServiceRoute(id), label: data.title }));

export const staffTiles = (staff: readonly StaffEntry[], facts: Facts): Tile[] =>
  sortByName(staff).map(({ id, data }) => ({
    href: kioskPersonRoute(id),
    label: data.name,
    note: unbroken(`${postTitle(data.post, facts)}, ${data.room}`),
  }));
