// Both languages have the same texts in the same shape, and the English has no Latvian left. Names are the
// exception.
import { describe, expect, it } from 'vitest';
import { STATES } from '../../api/domain/submission.ts';
import { problemsEn } from '../../api/http/problems.en.ts';
import { problemsLv } from '../../api/http/problems.lv.ts';
import { wordsEn as viewsEn } from '../../api/views/words.en.ts';
import { wordsLv as viewsLv } from '../../api/views/words.lv.ts';
import { copyEn } from '../../api/views/words-copy.en.ts';
import { copyLv } from '../../api/views/words-copy.lv.ts';
import { followUpViewEn } from '../../api/views/words-follow-up.en.ts';
import { followUpViewLv } from '../../api/views/words-follow-up.lv.ts';
import { KINDS } from '../../src/contract/kinds.ts';
import { wordsEn as keepEn } from '../../src/forms/browser/words.en.ts';
import { wordsLv as keepLv } from '../../src/forms/browser/words.lv.ts';
import { complaintForm } from '../../src/forms/complaint.ts';
import { countingIn } from '../../src/forms/counting.ts';
import { feedbackForm } from '../../src/forms/feedback.ts';
import { type FormDefinition, fieldsOf } from '../../src/forms/field.ts';
import { type FollowUpForm, followUpForm, followUpWords } from '../../src/forms/follow-up.ts';
import { messagesIn } from '../../src/forms/messages.ts';
import { statusForm, verifyForm } from '../../src/forms/status.ts';
import { wordsIn } from '../../src/forms/words.ts';
import { messagesFor } from '../../src/site/messages.ts';
import { formPagesIn } from '../../src/site/messages-forms.ts';
import { testSite } from '../api/test-site.ts';

const LATVIAN = /[āčēģīķļņšūž]/i;
/** Latvian text on English pages, on purpose. */
const MEANT = ['frame.otherLanguageHome'];

type Leaf = readonly [path: string, text: string];

/** A placeholder for any argument of a text: a number, words or a moment. */
const AN_ARGUMENT = Object.assign(new Date(2026, 10, 23, 10, 15), { toString: () => '2' });

/** Every text of a wording with its path; functions are called with numbers and words to get their text. */
function leaves(value: unknown, path = ''): Leaf[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, String(value(AN_ARGUMENT, 2))]];
  if (typeof value !== 'object' || value === null) return [];
  // A piece of markup is a String object.
  if (value instanceof String) return [[path, String(value)]];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, path ? `${path}.${key}` : key));
}

const pairs: [string, object, object][] = [
  ['forms', wordsIn('lv'), wordsIn('en')],
  ['form messages', messagesIn('lv'), messagesIn('en')],
  ['counting', countingIn('lv'), countingIn('en')],
  ['drafts and outbox', keepLv, keepEn],
  ['API pages', viewsLv, viewsEn],
  ['problems', problemsLv, problemsEn],
  ['following up', followUpViewLv, followUpViewEn],
  ['the forms that follow up', followUpWords('lv'), followUpWords('en')],
  ['the copy of one’s data', copyLv, copyEn],
  ['pages around the forms', formPagesIn('lv'), formPagesIn('en')],
];

describe.each(pairs)('the wording of %s', (_, lv, en) => {
  it('has the same shape in both languages', () => {
    expect(leaves(en).map(([path]) => path)).toEqual(leaves(lv).map(([path]) => path));
  });

  it('holds no Latvian letter in English, and says everything', () => {
    const texts = leaves(en);
    expect(texts.filter(([, text]) => LATVIAN.test(text))).toEqual([]);
    expect(texts.filter(([, text]) => text.trim() === '')).toEqual([]);
  });
});

it('the frame of the site holds no Latvian letter in English, apart from the switch', () => {
  const { frame, nav, week, page, services, hours } = messagesFor('en');
  const found = leaves({ frame, nav, week, page, services, hours: { ...hours, channels: '' } });
  expect(found.filter(([path, text]) => LATVIAN.test(text) && !MEANT.includes(path))).toEqual([]);
});

it('would notice a Latvian word', () => {
  expect(leaves({ a: { b: 'Sūdzība' } }).filter(([, text]) => LATVIAN.test(text))).toHaveLength(1);
});

const forms: [string, (lang: 'lv' | 'en') => FormDefinition][] = [
  ['complaint', lang => complaintForm(testSite, lang)],
  ['feedback', lang => feedbackForm(testSite, lang)],
  ['status', statusForm],
  ['receipt check', verifyForm],
  ...(Object.keys(followUpWords('lv')) as FollowUpForm[]).map(
    (name): [string, (lang: 'lv' | 'en') => FormDefinition] => [name, lang => followUpForm(name, lang)],
  ),
];

describe.each(forms)('the %s form', (_, form) => {
  const [lv, en] = [form('lv'), form('en')];
  /** Everything in a field except its words. */
  const contract = (definition: FormDefinition) =>
    fieldsOf(definition).map(field => ({
      name: field.name,
      kind: field.kind,
      required: Boolean(field.required),
      values: 'options' in field ? field.options.map(({ id }) => id) : [],
      accepts: 'alsoAccepts' in field ? field.alsoAccepts : [],
      limit: 'maxLength' in field ? field.maxLength : null,
    }));

  it('has the same names and values in both languages', () => {
    expect(contract(en)).toEqual(contract(lv));
    expect(en.action).toBe(`${lv.action}?lang=en`);
  });

  it('marks every choice that is not translated as Latvian', () => {
    for (const field of fieldsOf(en))
      for (const option of 'options' in field ? field.options : [])
        if (LATVIAN.test(option.label)) expect(option.lang, option.label).toBe('lv');
    expect(
      fieldsOf(en)
        .map(({ label }) => label)
        .filter(label => LATVIAN.test(label)),
    ).toEqual([]);
  });
});

it('names every kind and state in English', () => {
  expect(Object.keys(viewsEn.kinds)).toEqual([...KINDS]);
  expect(Object.keys(viewsEn.states)).toEqual([...STATES]);
});
