// Paper questionnaires: `/registrs/aptaujas/<id>/ievade/…`.
import { type Context, Hono } from 'hono';
import type { RegisterContext, RegisterEnv } from '../../http/register/env.ts';
import { enterSheet, showEntry } from '../../http/register/survey-entry.ts';
import {
  askToWithdraw,
  decideSheet,
  readAgain,
  showSecond,
  showWaiting,
  withdrawSheet,
} from '../../http/register/survey-second.ts';

/** The number in the address; 0, which no sheet has, for an invalid one. */
const serialIn = (c: Context<RegisterEnv>): number => {
  const text = c.req.param('serial') ?? '';
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : 0;
};

const second =
  (answer: (c: RegisterContext, serial: number) => Promise<Response>) =>
  (c: Context<RegisterEnv>): Promise<Response> =>
    answer(c, serialIn(c));

export const surveyEntryRoutes = new Hono<RegisterEnv>()
  .get('/', showEntry)
  .post('/', enterSheet)
  .get('/otra/', showWaiting)
  .get('/otra/:serial/', second(showSecond))
  .post('/otra/:serial/', second(readAgain))
  .post('/otra/:serial/izskirt/', second(decideSheet))
  .get('/otra/:serial/atsaukt/', second(askToWithdraw))
  .post('/otra/:serial/atsaukt/', second(withdrawSheet));
