// One's own account: `/registrs/konts/…`.
import { Hono } from 'hono';
import {
  addPasskey,
  confirm,
  confirmed,
  dropKey,
  endOne,
  endOthers,
  nameKey,
  renewCodes,
  showAccount,
  showConfirm,
} from '../../http/register/account.ts';
import type { RegisterEnv } from '../../http/register/env.ts';
import { noticeOf } from '../../views/register/account.ts';

export const accountRoutes = new Hono<RegisterEnv>()
  .get('/', c => showAccount(c, noticeOf(c.req.query('darits'))))
  .get('/apstiprinat/', c => showConfirm(c))
  .post('/apstiprinat/', confirm)
  .post('/atslegas/', confirmed, addPasskey)
  .post('/atslegas/nosaukums/', confirmed, nameKey)
  .post('/atslegas/nonemt/', confirmed, dropKey)
  .post('/kodi/', confirmed, renewCodes)
  .post('/sesijas/beigt/', endOne)
  .post('/sesijas/beigt-citas/', endOthers);
