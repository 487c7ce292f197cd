// How reports of vulnerabilities are handled: the file SECURITY.md, for a reader who follows the link in security.txt.
import type { APIRoute } from 'astro';
import policy from '../../../SECURITY.md?raw';

export const GET: APIRoute = () =>
  new Response(policy, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
