// Answering a staff survey by invitation (rule point 10.2). A good token leaves no line in the log, no count, no cookie and
// no event; only wrong ones are counted, so that nobody tries them out.
import type { Next } from 'hono';
import { rigaDate } from '../../src/calendar/dates.ts';
import { type FieldError, type FormDefinition, TOKEN_FIELD } from '../../src/forms/field.ts';
import { type Answers, askedOf } from '../../src/forms/survey/asked.ts';
import { type SurveyDefinition, surveyState } from '../../src/forms/survey/definition.ts';
import { surveyForm } from '../../src/forms/survey/form.ts';
import { VERSION_FIELD } from '../../src/forms/survey/version-field.ts';
import { parseToken, tokenHashOf } from '../domain/surveys/tokens.ts';
import { formPage } from '../views/form-page.ts';
import { staffSurveyNotice, staffSurveyWords, staffThanksPage } from '../views/staff-survey.ts';
import { countAttempt, pageIn, refuseAttempt, typedIn } from './attempt.ts';
import { formsOf } from './forms.ts';
import { languageOf } from './language.ts';
import { asApp, type DeskContext } from './register/env.ts';
import { json, page, problem, wantsJson } from './reply.ts';
import { type Accepted, accept, type Checked } from './submit.ts';
import { turnSurvey } from './survey-turn.ts';

interface StaffSurvey {
  readonly survey: SurveyDefinition;
  /** With the words of the form's language. */
  readonly worded: SurveyDefinition;
  readonly form: FormDefinition;
}

/** One form a survey and language: its schema is kept by it. */
const built = new WeakMap<SurveyDefinition, StaffSurvey>();

/** Also where the content has changed its mind: what is by invitation stays so. */
function byInvitation({ survey, worded, form }: StaffSurvey): StaffSurvey {
  if (survey.audience === 'staff') return { survey, worded, form };
  const known = built.get(worded);
  if (known) return known;
  const asked: SurveyDefinition = { ...worded, audience: 'staff' };
  const made: StaffSurvey = {
    survey: { ...survey, audience: 'staff' },
    worded: asked,
    form: surveyForm(asked, form.lang),
  };
  built.set(worded, made);
  return made;
}

/** Surveys of the content that are for everybody and have never been by invitation; that can't change while we run. */
const open = new WeakSet<SurveyDefinition>();

/** The survey of this address where it is one by invitation; null where it is another's to answer. */
async function find(c: DeskContext): Promise<StaffSurvey | null> {
  const { site, surveyPools } = c.var.deps;
  const known = formsOf(site, languageOf(asApp(c))).surveys.get(c.req.param('id') ?? '');
  if (!known || open.has(known.survey)) return null;
  const { survey } = known;
  if (survey.audience === 'staff' || (await surveyPools.find(survey.id))) return byInvitation(known);
  open.add(survey);
  return null;
}

type Standing =
  | { readonly is: 'good'; readonly hash: Uint8Array }
  | { readonly is: 'used' | 'missing' | 'mistyped' | 'unknown' };

async function standingOf(c: DeskContext, survey: string, typed: unknown): Promise<Standing> {
  if (typeof typed !== 'string' || typed.trim() === '') return { is: 'missing' };
  const token = parseToken(typed);
  if (token === null) return { is: 'mistyped' };
  const { keyring, surveyTokens } = c.var.deps;
  const hash = await tokenHashOf(keyring, survey, token);
  const found = await surveyTokens.find(survey, hash);
  if (found === 'unused') return { is: 'good', hash };
  return { is: found === 'used' ? 'used' : 'unknown' };
}

/**
 * Counts every send but that of a good token, which is to leave no trace. A token that does not exist is a guess and
 * counts as a look-up.
 */
async function countOthers(
  c: DeskContext,
  { survey, form }: StaffSurvey,
  payload: Checked['payload'],
): Promise<Response | null> {
  const standing = await standingOf(c, survey.id, payload[TOKEN_FIELD]);
  if (standing.is === 'good') return null;
  const isGuess = standing.is === 'unknown';
  const stopped = await countAttempt(asApp(c), isGuess ? 'look-up' : 'survey-attempt');
  if (!stopped) return null;
  const values = typedIn(form, payload);
  const state = { values, ...pageIn(form, payload) };
  if (!isGuess) return refuseAttempt(asApp(c), stopped, form, state);
  const response = await refuse(c, form, 'often', { values, errors: [] });
  response.headers.set('Retry-After', String(stopped.retryAfter));
  return response;
}

type Refused = Exclude<Standing['is'], 'good' | 'missing'> | 'empty' | 'often';

/** Says what is wrong, mostly with the token, and gives back all that was typed. */
function refuse(
  c: DeskContext,
  form: FormDefinition,
  why: Refused,
  { values, errors }: Pick<Checked, 'values' | 'errors'>,
): Promise<Response> {
  const app = asApp(c);
  if (why === 'used' || why === 'often') {
    if (!wantsJson(app))
      return page(app, formPage(form, { values }, staffSurveyNotice(form, why)), why === 'used' ? 409 : 429);
    const { title, text: detail } = staffSurveyWords[form.lang][why];
    return problem(app, why === 'used' ? 'conflict' : 'limited', { title, detail });
  }
  const faults: FieldError[] = [
    ...errors.filter(({ field }) => field !== TOKEN_FIELD),
    { field: why === 'empty' ? '' : TOKEN_FIELD, message: staffSurveyWords[form.lang][why] },
  ];
  return wantsJson(app)
    ? problem(app, 'invalid', { errors: faults })
    : page(app, formPage(form, { values, errors: faults }), 422);
}

/** The token is looked at first: nobody is to fill in page after page for a refusal at the end. */
async function turn(c: DeskContext, { survey, form }: StaffSurvey, sent: Checked): Promise<Response | null> {
  const standing = await standingOf(c, survey.id, sent.values[TOKEN_FIELD]);
  if (standing.is === 'good' || standing.is === 'missing') return turnSurvey(asApp(c), form, sent);
  return refuse(c, form, standing.is, sent);
}

async function take(c: DeskContext, { survey, form }: StaffSurvey, { data }: Accepted): Promise<Response> {
  const { [TOKEN_FIELD]: token, [VERSION_FIELD]: _, ...given } = data as Answers;
  const again = (why: Refused) => refuse(c, form, why, { values: data as Answers, errors: [] });
  const standing = await standingOf(c, survey.id, token);
  // Looked at a moment ago; an answer by the same token may have come in between.
  if (standing.is !== 'good') return again(standing.is === 'missing' ? 'mistyped' : standing.is);
  const { answers } = askedOf(survey, given);
  // Enter, pressed after the code, must not cost it.
  if (Object.keys(answers).length === 0) return again('empty');
  const spent = await c.var.deps.staffSurveys.spend(standing.hash, { survey, answers });
  if (spent !== 'spent') return again(spent);
  const app = asApp(c);
  // Nothing to follow up, no receipt: an answer must not lead back to a person.
  if (wantsJson(app)) return json(app, { received: true }, 201);
  return c.redirect(`/aptaujas/${survey.id}/sanemts/${form.lang === 'lv' ? '' : `?lang=${form.lang}`}`, 303);
}

/** Takes an answer in, or hands on what is no survey by invitation. */
export async function answerStaffSurvey(c: DeskContext, next: Next): Promise<Response | undefined> {
  const staff = await find(c);
  if (!staff) {
    await next();
    return;
  }
  const app = asApp(c);
  const state = surveyState(staff.survey, rigaDate(c.var.deps.now()));
  if (state !== 'open') return problem(app, state === 'future' ? 'survey-future' : 'survey-closed');
  const accepted = await accept(app, staff.form, {
    attempt: payload => countOthers(c, staff, payload),
    turn: (_, __, sent) => turn(c, staff, sent),
  });
  return 'response' in accepted ? accepted.response : take(c, staff, accepted);
}

/** The page after sending. It can be opened by anybody and tells nobody anything. */
export async function thankForStaffSurvey(c: DeskContext, next: Next): Promise<Response | undefined> {
  const staff = await find(c);
  if (!staff) {
    await next();
    return;
  }
  return page(asApp(c), staffThanksPage(staff.worded.thanks, staff.form.lang));
}
