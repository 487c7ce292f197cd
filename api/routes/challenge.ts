// GET /api/challenge: a fresh task for the proof of work, for browsers and programs that were asked for one.
import { Hono } from 'hono';
import type { AppEnv } from '../deps.ts';
import { makeChallenge } from '../http/proof.ts';
import { json } from '../http/reply.ts';

export const challengeRoutes = new Hono<AppEnv>().get('/', async c => json(c, await makeChallenge(c)));
