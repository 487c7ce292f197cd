// GET /api/challenge: a new proof-of-work task, for browsers and programs that were asked for one.
import { Hono } from 'hono';
import type { AppEnv } from '../deps.ts';
import { makeChallenge } from '../http/proof.ts';
import { json, problem } from '../http/reply.ts';
import { sourceOf } from '../http/source.ts';

export const challengeRoutes = new Hono<AppEnv>().get('/', async c => {
  const counted = await c.var.deps.limiter.hit('challenge', await sourceOf(c));
  if (counted.outcome === 'allowed') return json(c, await makeChallenge(c));
  return problem(c, 'limited', { headers: { 'Retry-After': String(counted.retryAfter) } });
});
