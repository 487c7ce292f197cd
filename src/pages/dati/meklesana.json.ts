// The data for searching in the browser: every document without its running text. Loaded when somebody
// searches.
import type { APIRoute } from 'astro';
import { collectSearch } from '../../build/search-data.ts';
import { pack } from '../../search/pack.ts';

export const GET: APIRoute = async () => Response.json(pack(await collectSearch()));
