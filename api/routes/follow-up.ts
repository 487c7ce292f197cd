// POST /api/status/…: steps of the holder of a tracking code on a submission (design §6).
import { Hono } from 'hono';
import type { AppEnv } from '../deps.ts';
import type { Action } from '../domain/follow-up.ts';
import { followUp } from '../http/follow-up.ts';
import { statusFile } from '../http/status-file.ts';

const ADDRESSES: Readonly<Record<string, Action>> = {
  '/messages': 'message',
  '/review': 'review',
  '/rating': 'rating',
  '/withdraw': 'withdraw',
  '/copy': 'copy',
  '/erasure': 'erasure',
};

export const followUpRoutes = new Hono<AppEnv>();
for (const [address, action] of Object.entries(ADDRESSES))
  followUpRoutes.post(address, c => followUp(c, action));
followUpRoutes.post('/files', statusFile);
