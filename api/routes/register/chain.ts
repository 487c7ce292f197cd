// The event chain: `/registrs/kede/…`, for directors, deputies and the auditor.
import { Hono } from 'hono';
import { checkChain, showChain, showHead } from '../../http/register/chain.ts';
import type { RegisterEnv } from '../../http/register/env.ts';

export const chainRoutes = new Hono<RegisterEnv>()
  .get('/', c => showChain(c))
  .post('/parbaudit/', checkChain)
  .get('/gals/', showHead);
