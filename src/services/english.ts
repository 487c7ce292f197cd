// The catalogue for an English reader: services with an English file, and the rest by their Latvian names. Pure.
import { type ServiceEntry, sortByTitle } from './catalogue.ts';
import type { EnglishService } from './english-schema.ts';
import type { Service } from './schema.ts';

export interface EnglishEntry {
  readonly id: string;
  readonly data: EnglishService;
}

/** A translation with its Latvian service. */
export interface Translated<Entry extends EnglishEntry = EnglishEntry> {
  readonly english: Entry;
  readonly service: Service;
}

const alphabet = new Intl.Collator('en');

/** The translations by their titles. One without a Latvian service is left out; the content check refuses it. */
export function translatedServices<Entry extends EnglishEntry>(
  services: readonly ServiceEntry[],
  translations: readonly Entry[],
): Translated<Entry>[] {
  const latvian = new Map(services.map(({ id, data }) => [id, data]));
  return translations
    .flatMap(english => {
      const service = latvian.get(english.id);
      return service ? [{ english, service }] : [];
    })
    .toSorted((a, b) => alphabet.compare(a.english.data.title, b.english.data.title));
}

/** The untranslated services, by their Latvian titles. */
export const untranslatedServices = (
  services: readonly ServiceEntry[],
  translations: readonly EnglishEntry[],
): ServiceEntry[] => sortByTitle(services.filter(({ id }) => !translations.some(each => each.id === id)));

/** Whether the Latvian text was checked after the translation was last compared with it. */
export const isOutdated = ({ english, service }: Translated): boolean =>
  english.data.translated < service.checked.on;
