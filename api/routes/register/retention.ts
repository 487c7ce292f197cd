// Retention and destruction: `/registrs/glabasana/…`, for directors and deputies.
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
  // An irreversible step requires a new confirmation of identity.
  .get('/:id/iznicinat/', confirmed, c => askToDestroy(c, c.req.param('id')))
  .post('/:id/iznicinat/', confirmed, c => destroy(c, c.req.param('id')))
  .post('/:id/atmest/', c => dropAct(c, c.req.param('id')));
