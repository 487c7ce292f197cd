// POST /api/status: the state of a submission by its tracking code, which is never in an address.
import { Hono } from 'hono';
import { statusForm } from '../../src/forms/status.ts';
import type { AppEnv } from '../deps.ts';
import { languageOf } from '../http/language.ts';
import { findByTypedCode } from '../http/look-up.ts';
import { statusAnswer } from '../http/status-answer.ts';
import { accept } from '../http/submit.ts';

export const statusRoutes = new Hono<AppEnv>().post('/', async c => {
  const accepted = await accept(c, statusForm(languageOf(c)), { attempt: 'look-up' });
  if ('response' in accepted) return accepted.response;
  const found = await findByTypedCode(c, String(accepted.data['trackingCode']));
  return 'response' in found ? found.response : statusAnswer(c, found);
});
