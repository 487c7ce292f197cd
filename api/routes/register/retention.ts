// Keeping and destroying: `/registrs/glabasana/…`, for the heads.
import { Hono } from 'hono';
import { confirmed } from '../../http/register/account.ts';
import type { RegisterEnv } from '../../http/register/env.ts';
import {
  askToDestroy,
  destroy,
  dropAct,
  holdSurvey,
  makeAct,
  showAct,
  showRetention,
} from '../../http/register/retention.ts';

export const retentionRoutes = new Hono<RegisterEnv>()
  .get('/', c => showRetention(c))
  .post('/', makeAct)
  .post('/aptaujas/', holdSurvey)
  .get('/:id/', c => showAct(c, c.req.param('id')))
  // What can't be undone asks once more who sits there.
  .get('/:id/iznicinat/', confirmed, c => askToDestroy(c, c.req.param('id')))
  .post('/:id/iznicinat/', confirmed, c => destroy(c, c.req.param('id')))
  .post('/:id/atmest/', c => dropAct(c, c.req.param('id')));
