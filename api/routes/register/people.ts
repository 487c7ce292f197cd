// The people of the register: `/registrs/cilveki/…`, for administrators.
import { Hono } from 'hono';
import { confirmed } from '../../http/register/account.ts';
import type { RegisterEnv } from '../../http/register/env.ts';
import {
  addPerson,
  changePerson,
  invite,
  setActive,
  showPeople,
  showPerson,
} from '../../http/register/people.ts';

export const peopleRoutes = new Hono<RegisterEnv>()
  // Before anything is typed, because the confirmation of identity would lose it.
  .use(confirmed)
  .get('/', c => showPeople(c))
  .post('/', addPerson)
  .get('/:id/', c => showPerson(c, c.req.param('id')))
  .post('/:id/', c => changePerson(c, c.req.param('id')))
  .post('/:id/uzaicinat/', c => invite(c, c.req.param('id')))
  .post('/:id/izslegt/', c => setActive(c, c.req.param('id'), false))
  .post('/:id/ieslegt/', c => setActive(c, c.req.param('id'), true));
