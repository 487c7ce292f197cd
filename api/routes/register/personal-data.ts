// A person's data: `/registrs/personas-dati/…`.
import { Hono } from 'hono';
import { confirmed } from '../../http/register/account.ts';
import type { RegisterEnv } from '../../http/register/env.ts';
import {
  askToErase,
  eraseOnWish,
  exportPerson,
  lookUp,
  recordRequest,
  showPersonalData,
} from '../../http/register/personal-data.ts';

export const personalDataRoutes = new Hono<RegisterEnv>()
  .get('/', c => showPersonalData(c))
  .post('/', lookUp)
  .post('/eksports/', exportPerson)
  .post('/:reference/lugums/', c => recordRequest(c, c.req.param('reference')))
  .get('/:reference/dzest/', confirmed, c => askToErase(c, c.req.param('reference')))
  .post('/:reference/dzest/', confirmed, c => eraseOnWish(c, c.req.param('reference')));
