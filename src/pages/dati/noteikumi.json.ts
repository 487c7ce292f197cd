// The rules as open data.
import { getCollection } from 'astro:content';
import type { APIRoute } from 'astro';
import { rulesOpenData } from '../../rules/open-data.ts';
import { buildDate } from '../../site/build-date.ts';

export const GET: APIRoute = async ({ site }) =>
  Response.json(rulesOpenData(await getCollection('rules'), buildDate, site));
