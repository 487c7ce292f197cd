// Form data, its schema and its markup agree; all shown values are escaped.
import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { complaintForm } from '../../src/forms/complaint.ts';
import { feedbackForm } from '../../src/forms/feedback.ts';
import { type Field, type FormDefinition, fieldsOf, scaleValues } from '../../src/forms/field.ts';
import { renderForm } from '../../src/forms/render.ts';
import { statusForm, verifyForm } from '../../src/forms/status.ts';
import { surveyForm } from '../../src/forms/survey/form.ts';
import { TRAP } from '../../src/forms/trap.ts';
import { validate } from '../../src/forms/validate.ts';
import { attribute, elements, textareaOf } from '../api/html.ts';
import { testSite } from '../api/test-site.ts';
import { htmlProblems } from '../support/html-check.ts';

const TODAY = '2026-11-23';
/** The fields that a person can see and fill in. */
const inSight = (form: FormDefinition): readonly Field[] =>
  fieldsOf(form).filter(({ kind }) => kind !== 'hidden');

const HOSTILE = `"><img src=x onerror=alert(1)>'</textarea></script>&amp;`;
const survey = testSite.surveys[0];
if (!survey) throw new Error('the test site has a survey');
const forms: [string, FormDefinition][] = [
  ['complaint', complaintForm(testSite)],
  ['feedback', feedbackForm(testSite)],
  ['survey', surveyForm(survey)],
  ['status', statusForm()],
  ['receipt check', verifyForm()],
  ['English complaint', complaintForm(testSite, 'en')],
  ['English feedback', feedbackForm(testSite, 'en')],
  ['English status', statusForm('en')],
  ['English receipt check', verifyForm('en')],
];

const markup = async (...args: Parameters<typeof renderForm>): Promise<string> =>
  String(await renderForm(...args));
const document = (inner: string): string =>
  `<!doctype html>\n<html lang="lv"><head><title>x</title></head><body><h1>x</h1>${inner}</body></html>`;
const controls = (html: string, name: string) =>
  [...elements(parse(html))].filter(
    element =>
      ['input', 'select', 'textarea'].includes(element.tagName) && attribute(element, 'name') === name,
  );

/** A valid value for this field. */
function valid(field: Field): string | string[] {
  switch (field.kind) {
    case 'radio':
    case 'select':
      return field.options[0]?.id ?? '';
    case 'checkboxes':
      return field.options.slice(0, 2).map(({ id }) => id);
    case 'checkbox':
      return 'on';
    case 'scale':
      return scaleValues(field)[0] ?? '';
    case 'email':
      return 'a@b.example';
    case 'date':
      return TODAY;
    case 'files':
      return ['a'.repeat(43)];
    default:
      return 'Teksts';
  }
}

const filled = (form: FormDefinition): Record<string, string | string[]> =>
  Object.fromEntries(fieldsOf(form).map(field => [field.name, valid(field)]));

describe.each(forms)('the %s form', (_, form) => {
  it('is well-formed, fresh and rejected in every field', async () => {
    expect(await htmlProblems(document(await markup(form)))).toEqual([]);
    const errors = fieldsOf(form).map(({ name }) => ({ field: name, message: 'Izlabojiet.' }));
    expect(await htmlProblems(document(await markup(form, { errors, values: {} })))).toEqual([]);
  });

  it('has a labelled control for every field, and takes what the control offers', async () => {
    const html = await markup(form);
    const labels = [...elements(parse(html))]
      .filter(({ tagName }) => tagName === 'label')
      .map(label => attribute(label, 'for'));
    for (const field of inSight(form)) {
      const found = controls(html, field.name);
      expect(found.length, field.name).toBeGreaterThan(0);
      for (const control of found) expect(labels).toContain(attribute(control, 'id'));
    }
    const checked = validate(form, filled(form), 'form', TODAY);
    expect(checked).toMatchObject({ ok: true });
  });

  it('offers exactly the choices it accepts', async () => {
    const html = await markup(form);
    for (const field of fieldsOf(form)) {
      if (field.kind !== 'radio' && field.kind !== 'scale') continue;
      for (const control of controls(html, field.name)) {
        const value = attribute(control, 'value') ?? '';
        expect(validate(form, { ...filled(form), [field.name]: value }, 'form', TODAY).ok, value).toBe(true);
      }
      expect(validate(form, { ...filled(form), [field.name]: 'cits' }, 'form', TODAY).ok).toBe(false);
    }
  });

  it('takes each text up to the limit it states, and not one more', async () => {
    const html = await markup(form);
    for (const field of fieldsOf(form)) {
      if (field.kind !== 'textarea') continue;
      const stated = Number(attribute(controls(html, field.name)[0] as never, 'data-limit'));
      expect(stated).toBe(field.maxLength);
      const with_ = (length: number) =>
        validate(form, { ...filled(form), [field.name]: 'a'.repeat(length) }, 'form', TODAY);
      expect(with_(stated).ok, field.name).toBe(true);
      expect(with_(stated + 1).ok, field.name).toBe(false);
    }
  });

  it('shows what was typed as text, never as markup', async () => {
    const values = Object.fromEntries(fieldsOf(form).map(({ name }) => [name, HOSTILE]));
    const errors = fieldsOf(form).map(({ name }) => ({ field: name, message: HOSTILE }));
    const attached = [{ token: HOSTILE, name: HOSTILE, size: 5 }];
    const html = await markup(form, { values, errors, attached, idempotencyKey: HOSTILE });
    const tags = [...elements(parse(html))];
    expect(tags.filter(({ tagName }) => tagName === 'img')).toEqual([]);
    for (const field of fieldsOf(form)) {
      if (field.kind === 'textarea') expect(textareaOf(html, field.name)).toBe(HOSTILE);
      if (field.kind === 'text' || field.kind === 'email')
        expect(attribute(controls(html, field.name)[0] as never, 'value')).toBe(HOSTILE);
    }
  });

  it('marks each field at fault and leads to it from the summary', async () => {
    for (const { name } of inSight(form)) {
      const html = await markup(form, { errors: [{ field: name, message: 'Izlabojiet šo.' }] });
      const id = `${form.id}-${name}`;
      expect(html).toContain(`<a href="#${id}">Izlabojiet šo.</a>`);
      expect(html).toContain(`id="${id}-error"`);
      expect(html).toMatch(new RegExp(`aria-describedby="[^"]*\\b${id}-error"`));
      expect(html.match(/field--error/g)).toHaveLength(1);
    }
  });
});

it('every label, hint, option and choice of a definition is escaped', async () => {
  const texts = { label: HOSTILE, hint: HOSTILE };
  const options = [{ id: 'a', label: HOSTILE, hint: HOSTILE }];
  const form: FormDefinition = {
    id: 'x',
    lang: 'lv',
    title: HOSTILE,
    action: '/api/x',
    submit: HOSTILE,
    stores: true,
    sections: [
      {
        legend: HOSTILE,
        intro: [HOSTILE],
        fields: [
          { kind: 'text', name: 'a', ...texts, maxLength: 10 },
          { kind: 'textarea', name: 'b', ...texts, maxLength: 10 },
          { kind: 'radio', name: 'c', ...texts, options },
          { kind: 'select', name: 'd', ...texts, options },
          { kind: 'checkboxes', name: 'e', ...texts, options, folded: HOSTILE },
          { kind: 'checkbox', name: 'f', ...texts },
          { kind: 'scale', name: 'g', ...texts, from: 1, to: 5, low: HOSTILE, high: HOSTILE, cantSay: true },
        ],
      },
    ],
  };
  const html = await markup(form);
  expect(html).not.toContain('<img');
  expect(html).not.toContain('</script>');
});

it('a first line left empty survives the round trip', async () => {
  const html = await markup(statusForm(), {});
  expect(html).not.toContain('idempotencyKey');
  const rendered = await markup(verifyForm(), { values: { receipt: '\n\nteksts\n' } });
  expect(textareaOf(rendered, 'receipt')).toBe('\n\nteksts\n');
});

describe('the field nobody sees', () => {
  const stores = forms.filter(([, form]) => form.stores);

  it.each(stores)(
    'is in the %s form, out of sight, of the tab order and of the accessibility tree',
    async (_, form) => {
      const html = await markup(form);
      const [trap, ...more] = controls(html, TRAP);
      expect(more).toEqual([]);
      if (!trap) throw new Error('no trap');
      expect(attribute(trap, 'tabindex')).toBe('-1');
      expect(attribute(trap, 'autocomplete')).toBe('off');
      expect(attribute(trap, 'value')).toBeUndefined();
      const box = trap.parentNode as typeof trap;
      expect(attribute(box, 'aria-hidden')).toBe('true');
      expect(attribute(box, 'class')).toBe('visually-hidden');
      const [label] = [...elements(box)].filter(({ tagName }) => tagName === 'label');
      expect(label && attribute(label, 'for')).toBe(attribute(trap, 'id'));
    },
  );

  it('is in no form that stores nothing', async () => {
    for (const [, form] of forms.filter(([, { stores }]) => !stores))
      expect(controls(await markup(form), TRAP)).toEqual([]);
  });

  it.each(stores)('of the %s form is known to no schema and part of no data', (_, form) => {
    const fields = Object.fromEntries(
      fieldsOf(form)
        .filter(({ required }) => required)
        .map(field => [field.name, valid(field)]),
    );
    for (const [filled, trapped] of [
      ['https://spam.example', true],
      [' ', true],
      [['', 'x'], true],
      ['', false],
    ] as const) {
      const checked = validate(form, { ...fields, [TRAP]: filled }, 'form', TODAY);
      expect(checked).toMatchObject({ ok: true, trapped });
      if (checked.ok) expect(checked.data).not.toHaveProperty(TRAP);
    }
    expect(validate(form, fields, 'form', TODAY)).toMatchObject({ ok: true, trapped: false });
  });

  it('gives way to a question of that name', async () => {
    const asks = surveyForm({
      ...survey,
      sections: [
        {
          id: 'a',
          questions: [{ id: TRAP, kind: 'text', label: 'Jūsu vietne?', required: false, maxLength: 100 }],
        },
      ],
    });
    expect(controls(await markup(asks), TRAP)).toHaveLength(1);
    const checked = validate(asks, { [TRAP]: 'https://anna.example' }, 'form', TODAY);
    expect(checked).toMatchObject({ ok: true, trapped: false, data: { [TRAP]: 'https://anna.example' } });
  });
});

describe('the proof of work', () => {
  const form = complaintForm(testSite);

  it('is only in a form that is asked for one', async () => {
    expect(await markup(form)).not.toMatch(/altcha|proof/);
    const asked = await markup(form, { proofAsked: true });
    expect(asked).toContain('<altcha-widget challenge="/api/challenge" name="proofOfWork"');
    expect(controls(asked, 'proofAsked').map(control => attribute(control, 'value'))).toEqual(['on']);
    expect(await htmlProblems(document(asked))).toEqual([]);
  });

  it('beside the fields comes through as it was sent, and empty as nothing', () => {
    const check = (more: object, encoding: 'form' | 'json' = 'form') =>
      validate(form, { text: 'Rinda', ...more }, encoding, TODAY);
    expect(check({ proofOfWork: 'abc', proofAsked: 'on' })).toMatchObject({
      data: { proofOfWork: 'abc', proofAsked: true },
    });
    expect(check({ proofOfWork: '', proofAsked: '' })).toMatchObject({ data: { text: 'Rinda' } });
    expect(check({ proofAsked: true }, 'json')).toMatchObject({ data: { proofAsked: true } });
    expect(check({ proofAsked: 'on' }, 'json')).toMatchObject({ errors: [{ field: 'proofAsked' }] });
    expect(check({ proofOfWork: 7 }, 'json')).toMatchObject({ errors: [{ field: 'proofOfWork' }] });
  });
});
