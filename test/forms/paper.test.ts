// The form on paper: the same fields as on the screen, nothing that only a browser can do, every text
// escaped.
import { expect, it } from 'vitest';
import { complaintForm } from '../../src/forms/complaint.ts';
import { feedbackForm } from '../../src/forms/feedback.ts';
import { type Field, type FormDefinition, fieldsOf } from '../../src/forms/field.ts';
import { renderPaperForm } from '../../src/forms/paper.ts';
import { surveyForm } from '../../src/forms/survey/form.ts';
import { testSite } from '../api/test-site.ts';
import { htmlProblems } from '../support/html-check.ts';

const HOSTILE = `"><img src=x onerror=alert(1)>'</script>&amp;`;
const survey = testSite.surveys[0];
if (!survey) throw new Error('the test site has a survey');
const forms: [string, FormDefinition][] = [
  ['complaint', complaintForm(testSite)],
  ['feedback', feedbackForm(testSite)],
  ['survey', surveyForm(survey)],
];
const markup = async (form: FormDefinition): Promise<string> => String(await renderPaperForm(form));
const count = (html: string, part: string): number => html.split(part).length - 1;

it.each(forms)('%s: every field once, none of the controls of a screen', async (_, form) => {
  const isWritten = ({ kind }: Field) => kind !== 'hidden';
  const written = fieldsOf(form).filter(isWritten);
  const html = await markup(form);
  expect(count(html, 'class="paper__field')).toBe(
    written.length + form.sections.filter(({ fields }) => fields.some(isWritten)).length,
  );
  for (const { label } of written) expect(html).toContain(label);
  expect(html).not.toMatch(/<(input|select|textarea|button|form)\b/);
  expect(count(html, '(jāaizpilda)')).toBe(fieldsOf(form).filter(({ required }) => required).length);
  const page = `<!doctype html>\n<html lang="lv"><head><title>x</title></head><body><h1>x</h1>${html}</body></html>`;
  expect(await htmlProblems(page)).toEqual([]);
});

it('offers every short list as boxes and asks to write what a long one would fill the sheet with', async () => {
  const options = (length: number) =>
    Array.from({ length }, (_, i) => ({ id: `${i}`, label: `Atbilde ${i}` }));
  const form = (length: number): FormDefinition => ({
    id: 'x',
    title: 'x',
    action: '/',
    submit: 'x',
    lang: 'lv',
    stores: false,
    sections: [{ fields: [{ kind: 'select', name: 'a', label: 'A', options: options(length) }] }],
  });
  const short = await markup(form(8));
  expect(count(short, 'paper__box')).toBe(8);
  expect(short).not.toContain('paper__line');
  const long = await markup(form(9));
  expect(count(long, 'paper__box')).toBe(0);
  expect(count(long, 'class="paper__line"')).toBe(1);
});

it('speaks of paper, not of this website', async () => {
  for (const [name, form] of forms.slice(0, 2)) {
    const html = await markup(form);
    expect(html, name).not.toMatch(/šajā vietnē|šo vietni|Izvēlēties/);
  }
});

it('escapes every text', async () => {
  const texts = { label: HOSTILE, hint: HOSTILE };
  const options = [{ id: 'a', label: HOSTILE, hint: HOSTILE }];
  const html = await markup({
    id: 'x',
    title: HOSTILE,
    action: '/',
    submit: HOSTILE,
    lang: 'lv',
    stores: true,
    sections: [
      {
        legend: HOSTILE,
        intro: [HOSTILE],
        fields: [
          { kind: 'text', name: 'a', ...texts, maxLength: 10 },
          { kind: 'date', name: 'b', ...texts, maxLength: 10 },
          { kind: 'radio', name: 'c', ...texts, options },
          { kind: 'checkboxes', name: 'd', ...texts, options, onPaper: HOSTILE },
          { kind: 'checkbox', name: 'e', ...texts },
          { kind: 'files', name: 'g', ...texts },
          { kind: 'scale', name: 'f', ...texts, from: 1, to: 5, low: HOSTILE, high: HOSTILE, cantSay: true },
        ],
      },
      { onPaper: [HOSTILE], fields: [] },
    ],
  });
  expect(html).not.toContain('<img');
  expect(html).not.toContain('</script>');
});
