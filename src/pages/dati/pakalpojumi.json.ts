// Open data: the catalogue as JSON.
import { getCollection } from 'astro:content';
import type { APIRoute } from 'astro';
import { catalogueJson } from '../../services/export.ts';
import { buildDate } from '../../site/build-date.ts';
import { facts } from '../../site/facts.ts';

export const GET: APIRoute = async ({ url, site = url }) =>
  Response.json(
    catalogueJson(await getCollection('services'), facts, { origin: site.href, today: buildDate }),
  );
