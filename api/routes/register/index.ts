// The register's addresses in order: the open ones, then those that need a sign-in. Each group of addresses
// is a file.
import { Hono } from 'hono';
import { mayAtDesk } from '../../domain/register/rights.ts';
import { notFound } from '../../http/register/case-answer.ts';
import { asDesk, type RegisterEnv } from '../../http/register/env.ts';
import { sendExport, showExport } from '../../http/register/export.ts';
import { figuresAnswer } from '../../http/register/figures.ts';
import { deskRight } from '../../http/register/rights.ts';
import { searchAnswer } from '../../http/register/search.ts';
import { signedIn } from '../../http/register/session.ts';
import { fieldsIn } from '../../http/register/sign-in.ts';
import { surveyResultsAnswer, surveysAnswer } from '../../http/register/surveys.ts';
import { worklistAnswer } from '../../http/register/worklist.ts';
import { menuFor } from '../../views/register/menu.ts';
import { accountRoutes } from './account.ts';
import { caseRoutes } from './cases.ts';
import { chainRoutes } from './chain.ts';
import { counterRoutes } from './counter.ts';
import { peopleRoutes } from './people.ts';
import { personalDataRoutes } from './personal-data.ts';
import { publicationRoutes } from './publications.ts';
import { retentionRoutes } from './retention.ts';
import { leaveRoutes, signInRoutes } from './sign-in.ts';
import { surveyEntryRoutes } from './survey-entry.ts';
import { surveyInvitationRoutes } from './survey-invitations.ts';
import { surveyTextRoutes } from './survey-texts.ts';

export const registerRoutes = new Hono<RegisterEnv>();

registerRoutes.route('/ieiet/', signInRoutes);
registerRoutes.use(signedIn);
// A person who works no cases starts at the page of their role.
registerRoutes.get('/', (c, next) =>
  mayAtDesk(c.var.person, 'work')
    ? next()
    : c.redirect(menuFor(c.var.person)[0]?.href ?? '/registrs/konts/', 303),
);
registerRoutes.get('/', worklistAnswer);
registerRoutes.use('/meklet/', deskRight('work'));
registerRoutes.get('/meklet/', c => searchAnswer(c, ''));
registerRoutes.post('/meklet/', async c => searchAnswer(c, (await fieldsIn(asDesk(c)))['ko'] ?? ''));
registerRoutes.use('/lietas/*', deskRight('work'));
registerRoutes.route('/lietas/', caseRoutes);
registerRoutes.use('/personas-dati/*', deskRight('personalData'));
registerRoutes.route('/personas-dati/', personalDataRoutes);
registerRoutes.use('/kede/*', deskRight('chain'));
registerRoutes.route('/kede/', chainRoutes);
registerRoutes.use('/glabasana/*', deskRight('retention'));
registerRoutes.route('/glabasana/', retentionRoutes);
registerRoutes.use('/aptaujas/:id/ielugumi/', deskRight('surveyInvitations'));
registerRoutes.route('/aptaujas/', surveyInvitationRoutes);
registerRoutes.use('/jauns/*', deskRight('record'));
registerRoutes.route('/jauns/', counterRoutes);
registerRoutes.use('/cilveki/*', deskRight('people'));
registerRoutes.route('/cilveki/', peopleRoutes);
registerRoutes.use('/parskats/*', deskRight('figures'));
registerRoutes.get('/parskats/', figuresAnswer);
registerRoutes.use('/publicets/*', deskRight('publications'));
registerRoutes.route('/publicets/', publicationRoutes);
registerRoutes.use('/eksports/*', deskRight('exportCases'));
registerRoutes.get('/eksports/', c => showExport(c)).post('/eksports/', sendExport);
registerRoutes.use('/aptaujas/:survey/ievade/*', deskRight('surveyEntry'));
registerRoutes.route('/aptaujas/:survey/ievade/', surveyEntryRoutes);
registerRoutes.route('/aptaujas/', surveyTextRoutes);
registerRoutes.get('/aptaujas/', deskRight('surveys'), surveysAnswer);
registerRoutes.get('/aptaujas/:id/', deskRight('surveys'), surveyResultsAnswer);
registerRoutes.route('/konts/', accountRoutes);
registerRoutes.route('/iziet/', leaveRoutes);
registerRoutes.notFound(c => notFound(c));
