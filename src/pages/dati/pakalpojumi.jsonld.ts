// Open data: the catalogue after CPSV-AP.
import { getCollection } from 'astro:content';
import type { APIRoute } from 'astro';
import { cpsvAp } from '../../services/cpsv-ap.ts';
import { facts } from '../../site/facts.ts';

export const GET: APIRoute = async ({ url, site = url }) =>
  Response.json(cpsvAp(await getCollection('services'), facts, site.href));
