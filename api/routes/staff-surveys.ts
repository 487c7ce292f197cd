// Answering staff surveys, where the process has their tokens: POST /api/surveys/<id>/responses with a token, and the
// page after it. What is no staff survey goes on to `surveys.ts`.
import { Hono } from 'hono';
import type { DeskEnv } from '../http/register/env.ts';
import { answerStaffSurvey, thankForStaffSurvey } from '../http/staff-survey.ts';

export const STAFF_SURVEY_ROUTES: readonly (readonly [path: string, routes: Hono<DeskEnv>])[] = [
  ['/api/surveys', new Hono<DeskEnv>().post('/:id/responses', answerStaffSurvey)],
  ['/aptaujas', new Hono<DeskEnv>().get('/:id/sanemts/', thankForStaffSurvey)],
];
