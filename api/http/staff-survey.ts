// Answering a staff survey by invitation (rule point 10.2). A valid token leaves no log line, count, cookie
// or event; only wrong tokens are counted, so that they cannot be guessed.
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
  /** With the texts in the form's language. */
  readonly worded: SurveyDefinition;
  readonly form: FormDefinition;
}

/** One form per survey and language, because its schema is cached by the form. */
const built = new WeakMap<SurveyDefinition, StaffSurvey>();

/** A survey once by invitation stays so, even when the content has changed. */
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

/**
 * Surveys of the content that are public and have never been by invitation; that cannot change while the
 * process runs.
 */
const open = new WeakSet<SurveyDefinition>();

/** The survey of this address if it is by invitation; null when another handler is responsible. */
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

/** Reports the error, mostly in the token, and returns everything typed. */
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

/** The token is checked first, so that nobody fills in page after page only to be refused at the end. */
async function turn(c: DeskContext, { survey, form }: StaffSurvey, sent: Checked): Promise<Response | null> {
  const standing = await standingOf(c, survey.id, sent.values[TOKEN_FIELD]);
  if (standing.is === 'good' || standing.is === 'missing') return turnSurvey(asApp(c), form, sent);
  return refuse(c, form, standing.is, sent);
}

async function take(c: DeskContext, { survey, form }: StaffSurvey, { data }: Accepted): Promise<Response> {
  const { [TOKEN_FIELD]: token, [VERSION_FIELD]: _, ...given } = data as Answers;
  const again = (why: Refused) => refuse(c, form, why, { values: data as Answers, errors: [] });
  const standing = await standingOf(c, survey.id, token);
  // Checked a moment ago; an answer with the same token may have arrived since.
  if (standing.is !== 'good') return again(standing.is === 'missing' ? 'mistyped' : standing.is);
  const { answers } = askedOf(survey, given);
  // Pressing Enter after the code must not use it up.
  if (Object.keys(answers).length === 0) return again('empty');
  const spent = await c.var.deps.staffSurveys.spend(standing.hash, { survey, answers });
  if (spent !== 'spent') return again(spent);
  const app = asApp(c);
  // No follow-up and no receipt: an answer must not be traceable to a person.
  if (wantsJson(app)) return json(app, { received: true }, 201);
  return c.redirect(`/aptaujas/${survey.id}/sanemts/${form.lang === 'lv' ? '' : `?lang=${form.lang}`}`, 303);
}

/** Accepts an answer, or passes the request on when the survey is not by invitation. */
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

/** The page after sending. Anyone can open it, and it reveals nothing. */
export async function thankForStaffSurvey(c: DeskContext, next: Next): Promise<Response | undefined> {
  const staff = await find(c);
  if (!staff) {
    await next();
    return;
  }
  return page(asApp(c), staffThanksPage(staff.worded.thanks, staff.form.lang));
}
