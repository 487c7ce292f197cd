// GET /api/live: the process answers. It asks no database and no disk, so that a watcher restarts what hangs and not
// what waits for others; whether the service can do its work says /api/health.
import { Hono } from 'hono';
import type { AppEnv } from '../deps.ts';
import { json } from '../http/reply.ts';

export const liveRoutes = new Hono<AppEnv>().get('/', c => json(c, { status: 'ok' }));
