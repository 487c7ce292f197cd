// Publications about cases, and their withdrawal: `/registrs/publicets/…`.
import { Hono } from 'hono';
import type { RegisterEnv } from '../../http/register/env.ts';
import { showPublished, withdrawPublished } from '../../http/register/publications.ts';

export const publicationRoutes = new Hono<RegisterEnv>()
  .get('/', c => showPublished(c))
  .post('/:id/nonemt/', c => withdrawPublished(c, c.req.param('id')));
