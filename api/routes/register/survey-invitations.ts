// Invitations to a staff survey: `/registrs/aptaujas/<id>/ielugumi/`.
import { Hono } from 'hono';
import type { RegisterEnv } from '../../http/register/env.ts';
import { invite, showInvitations } from '../../http/register/survey-invitations.ts';

export const surveyInvitationRoutes = new Hono<RegisterEnv>()
  .get('/:id/ielugumi/', c => showInvitations(c, c.req.param('id')))
  .post('/:id/ielugumi/', c => invite(c, c.req.param('id')));
