// The JSON Schema of `/dati/pakalpojumi.json`.
import type { APIRoute } from 'astro';
import { catalogueJsonSchema } from '../../../services/export.ts';

export const GET: APIRoute = ({ url, site = url }) => Response.json(catalogueJsonSchema(site.href));
