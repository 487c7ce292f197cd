// Answering staff surveys: POST /api/surveys/<id>/responses with a token, and the page after it, where the
// process has the tokens. Other surveys are passed on to `surveys.ts`.
import { Hono } from 'hono';
import type { DeskEnv } from '../http/register/env.ts';
import { answerStaffSurvey, thankForStaffSurvey } from '../http/staff-survey.ts';

export const STAFF_SURVEY_ROUTES: readonly (readonly [path: string, routes: Hono<DeskEnv>])[] = [
  ['/api/surveys', new Hono<DeskEnv>().post('/:id/responses', answerStaffSurvey)],
  ['/aptaujas', new Hono<DeskEnv>().get('/:id/sanemts/', thankForStaffSurvey)],
];
