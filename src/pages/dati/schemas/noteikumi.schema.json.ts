// The JSON Schema of `/dati/noteikumi.json`.
import type { APIRoute } from 'astro';
import { rulesDataSchema } from '../../../rules/open-data.ts';

export const GET: APIRoute = ({ site }) => Response.json(rulesDataSchema(site));
