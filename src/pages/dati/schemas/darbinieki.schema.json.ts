// The schema of the staff directory's open data.
import type { APIContext } from 'astro';
import { staffJsonSchema } from '../../../staff/open-data.ts';

export const GET = ({ site }: APIContext): Response => Response.json(staffJsonSchema(String(site)));
