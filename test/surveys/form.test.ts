// A survey as a form: what is asked after which answers, on which pages, and what is refused.
import { describe, expect, it } from 'vitest';
import { shownNames } from '../../src/forms/conditions.ts';
import { fieldsOf } from '../../src/forms/field.ts';
import { askedOf } from '../../src/forms/survey/asked.ts';
import { surveyForm } from '../../src/forms/survey/form.ts';
import { pagesOf } from '../../src/forms/survey/pages.ts';
import { type Encoding, validate } from '../../src/forms/validate.ts';
import { everyKind } from './definitions.ts';

const form = surveyForm(everyKind);
const check = (answers: Record<string, unknown>, encoding: Encoding = 'json') =>
  validate(form, answers, encoding, '2026-11-24');
const errorsOf = (answers: Record<string, unknown>, encoding: Encoding = 'json') => {
  const checked = check(answers, encoding);
  return checked.ok ? [] : checked.errors.map(({ field }) => field);
};

describe('conditions', () => {
  const items = [
    { name: 'a' },
    { name: 'b', showIf: [{ question: 'a', is: ['x', 'y'] }] },
    { name: 'c', showIf: [{ question: 'b', atLeast: 3 }] },
    { name: 'd', showIf: [{ question: 'c', answered: true as const }] },
    { name: 'e', showIf: [{ question: 'a', atMost: 2 }] },
  ];
  it.each([
    [{}, ['a']],
    [{ a: 'x' }, ['a', 'b']],
    [{ a: ['z', 'y'] }, ['a', 'b']],
    [{ a: [] }, ['a']],
    [{ a: 'x', b: '3' }, ['a', 'b', 'c']],
    [{ a: 'x', b: '2' }, ['a', 'b']],
    [{ a: 'x', b: 'cant-say' }, ['a', 'b']],
    [{ a: 'x', b: '4', c: 'jā' }, ['a', 'b', 'c', 'd']],
    // The chain breaks at its start: a question that depends on an answer that was not asked for is not asked
    // either.
    [{ a: 'z', b: '4', c: 'jā' }, ['a']],
    [{ a: '2' }, ['a', 'e']],
    [{ a: 2 }, ['a', 'e']],
    [{ a: '' }, ['a']],
    [{ a: '3' }, ['a']],
  ])('%j asks %j', (answers, asked) => expect([...shownNames(items, answers)]).toEqual(asked));
});

it('has a page for each section, and a new one before what hangs on its own page', () => {
  expect(pagesOf(everyKind.sections).map(({ questions }) => questions.map(({ id }) => id))).toEqual([
    ['kanals', 'kopuma'],
    ['kapec'],
    ['telpas', 'minutes', 'diena'],
    ['ieteikt'],
    ['kas-patika', 'amats'],
  ]);
  expect(form.pages).toBe(5);
});

it('gives a grid a field for each row, under its name', () => {
  const section = form.sections.find(({ kind }) => kind === 'grid');
  expect(section).toMatchObject({ legend: 'Cik ērtas bija telpas?', intro: ['Katrā rindā viena atbilde.'] });
  expect(section?.fields.map(({ name }) => name)).toEqual(['telpas.zale', 'telpas.ieeja']);
});

describe('an answer', () => {
  it.each([
    [{ kopuma: 6 }, 'kopuma'],
    [{ kopuma: '0' }, 'kopuma'],
    [{ kanals: 'pasts' }, 'kanals'],
    [{ kanals: 'klatiene', minutes: 241 }, 'minutes'],
    [{ kanals: 'klatiene', minutes: -1 }, 'minutes'],
    [{ kanals: 'klatiene', minutes: '1.5' }, 'minutes'],
    [{ kanals: 'klatiene', minutes: '007' }, 'minutes'],
    [{ kanals: 'klatiene', minutes: '1e2' }, 'minutes'],
    [{ kanals: 'klatiene', diena: '2025-12-31' }, 'diena'],
    [{ kanals: 'klatiene', diena: '2027-01-01' }, 'diena'],
    [{ kanals: 'klatiene', diena: '2026-02-30' }, 'diena'],
    [{ kanals: 'klatiene', 'telpas.griesti': '3' }, 'telpas.griesti'],
    [{ kanals: 'klatiene', telpas: '3' }, 'telpas'],
    [{ ieteikt: 11 }, 'ieteikt'],
    [{ amats: 'a'.repeat(101) }, 'amats'],
    [{ amats: ['a', 'b'] }, 'amats'],
    [{ nebijis: 'x' }, 'nebijis'],
  ])('%j is refused at %s', (answers, field) => expect(errorsOf(answers)).toEqual([field]));

  it.each([
    { minutes: '0' },
    { minutes: 240 },
    { diena: '2026-01-01' },
    { diena: '2026-12-31' },
    { 'telpas.zale': 'cant-say', 'telpas.ieeja': 5 },
    { minutes: ' 12 ' },
  ])('%j fits', answers => expect(errorsOf({ kanals: 'klatiene', ...answers })).toEqual([]));

  it('to a question that is not asked is told to a program, and left out for a person', () => {
    expect(errorsOf({ kanals: 'talrunis', minutes: 5 })).toEqual(['minutes']);
    const checked = check({ kanals: 'talrunis', minutes: '5', kapec: 'x' }, 'form');
    expect(checked).toMatchObject({ ok: true });
    expect(checked.ok && Object.keys(checked.data)).toEqual(['kanals']);
    // On the page it stays as typed, in case the person changes their mind.
    expect(checked.values).toMatchObject({ minutes: '5', kapec: 'x' });
  });

  it('is demanded only where the question is asked', () => {
    const asked = { kanals: 'klatiene', 'telpas.zale': '3', ieteikt: '9' };
    expect(errorsOf(asked)).toEqual(['kas-patika']);
    expect(errorsOf({ ...asked, 'kas-patika': [] }, 'form')).toEqual(['kas-patika']);
    expect(errorsOf({ ...asked, ieteikt: '8' })).toEqual([]);
    expect(errorsOf({ ...asked, 'kas-patika': ['atrums'] })).toEqual([]);
  });
});

it('says the same of what is asked as the form does', () => {
  const answers = { kanals: 'klatiene', kopuma: '2', 'telpas.zale': '4', ieteikt: '10' };
  const visible = fieldsOf(form).filter(({ kind }) => kind !== 'hidden');
  expect(askedOf(everyKind, answers).asked).toEqual(shownNames(visible, answers));
});
