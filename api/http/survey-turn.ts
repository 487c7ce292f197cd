// A survey sent page by page, when scripts do not run: the next or previous page, with every answer kept in
// it. Nothing is stored on the server until the last page is sent.
import { shownNames } from '../../src/forms/conditions.ts';
import {
  BACK_FIELD,
  type Field,
  type FormDefinition,
  fieldsOf,
  PAGE_FIELD,
  type Values,
} from '../../src/forms/field.ts';
import { VERSION_FIELD } from '../../src/forms/survey/version-field.ts';
import { formPage } from '../views/form-page.ts';
import { supersededNotice } from '../views/survey-superseded.ts';
import { type AppContext, page, problem, wantsJson } from './reply.ts';
import type { Checked } from './submit.ts';

/** The fields of each page. */
const pageFields = ({ sections }: FormDefinition, page: number): readonly Field[] =>
  sections.filter(section => section.page === page).flatMap(({ fields }) => fields);

/** The nearest page in this direction with a question to ask; null when there is none. */
function nextPage(form: FormDefinition, values: Values, from: number, step: 1 | -1): number | null {
  const shown = shownNames(fieldsOf(form), values);
  for (let page = from + step; page >= 1 && page <= (form.pages ?? 1); page += step)
    if (pageFields(form, page).some(({ name }) => shown.has(name))) return page;
  return null;
}

/** The page of a field; the first page for fields on none. */
const pageOf = (form: FormDefinition, name: string): number =>
  form.sections.find(({ fields }) => fields.some(field => field.name === name))?.page ?? 1;

/** The page it was sent from; null when the whole form was on one page. */
function sentFrom({ pages = 1 }: FormDefinition, payload: Checked['payload']): number | null {
  const page = Number(payload[PAGE_FIELD] || Number.NaN);
  return Number.isInteger(page) && page >= 1 && page <= pages ? page : null;
}

/** An older version was answered: shows the current version with the answers that still fit. */
function superseded(
  c: AppContext,
  form: FormDefinition,
  { values, idempotencyKey }: Checked,
): Promise<Response> {
  if (wantsJson(c)) return problem(c, 'survey-superseded');
  const present = { ...values, [VERSION_FIELD]: undefined };
  return page(c, formPage(form, { values: present, idempotencyKey }, supersededNotice(form.lang)), 409);
}

/**
 * Whether the values were sent for a version other than the current one. A program need not name the version.
 */
function isOutdated(form: FormDefinition, { values }: Checked): boolean {
  const present = fieldsOf(form).find(({ name }) => name === VERSION_FIELD);
  const sent = values[VERSION_FIELD];
  return present?.kind === 'hidden' && typeof sent === 'string' && sent !== present.value;
}

/**
 * Goes to the next or previous page; null when the whole form has been sent and is to be checked as a whole.
 */
export async function turnSurvey(
  c: AppContext,
  form: FormDefinition,
  sent: Checked,
): Promise<Response | null> {
  if (isOutdated(form, sent)) return superseded(c, form, sent);
  const { values, errors, idempotencyKey, payload } = sent;
  const from = sentFrom(form, payload);
  if (from === null || wantsJson(c)) return null;
  const show = (at: number, status: 200 | 422, faults = errors) =>
    page(c, formPage(form, { values, idempotencyKey, page: at, errors: faults }), status);
  if (payload[BACK_FIELD] !== undefined) return show(nextPage(form, values, from, -1) ?? 1, 200, []);
  const next = nextPage(form, values, from, 1);
  const mine = errors.filter(({ field }) => next === null || pageOf(form, field) <= from);
  if (mine.length > 0) {
    const first = Math.min(...mine.map(({ field }) => pageOf(form, field)));
    return show(
      first,
      422,
      mine.filter(({ field }) => pageOf(form, field) === first),
    );
  }
  return next === null ? null : show(next, 200, []);
}
