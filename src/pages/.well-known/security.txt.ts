// Whom to tell of a vulnerability, made of `content/site.yaml`.
import type { APIRoute } from 'astro';
import { buildDate } from '../../site/build-date.ts';
import { facts } from '../../site/facts.ts';
import { securityText } from '../../site/security-txt.ts';

export const GET: APIRoute = ({ site }) =>
  new Response(
    securityText({
      contact: facts.security.value.contact,
      builtOn: buildDate,
      origin: site ?? 'http://127.0.0.1:4321',
    }),
    { headers: { 'Content-Type': 'text/plain; charset=utf-8' } },
  );
