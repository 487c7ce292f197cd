// Ids of the services that have an English file.
import { getCollection } from 'astro:content';

export const translatedServices = async (): Promise<readonly string[]> =>
  (await getCollection('servicesEn')).map(({ id }) => id);
