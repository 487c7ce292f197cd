// Whatever reads a text that strangers or editors write takes time in proportion to it, far beyond the lengths that
// forms admit: the growth shows on long texts only.
import { describe, expect, it } from 'vitest';
import { parseReference, parseTrackingCode } from '../../api/domain/codes.ts';
import { parseAct } from '../../api/domain/erasure.ts';
import { safeName } from '../../api/domain/files/name.ts';
import { flowed } from '../../api/domain/flowed.ts';
import { networkOf } from '../../api/domain/network.ts';
import { aboutWhom } from '../../api/domain/register/about.ts';
import { unfilledIn } from '../../api/domain/register/answer-text.ts';
import { csvLine, DIALECTS, phoneCell } from '../../api/domain/register/csv.ts';
import { telltales } from '../../api/domain/register/publications.ts';
import { termsOf, wordsOf } from '../../api/domain/search-words.ts';
import { suggestedPassages } from '../../api/domain/surveys/passages.ts';
import { searchable, searchTerms } from '../../api/domain/surveys/text-search.ts';
import { covered, passagesIn, tagsIn } from '../../api/domain/surveys/texts.ts';
import { formsOf } from '../../api/http/forms.ts';
import { boundaryOf } from '../../api/http/multipart.ts';
import { acceptedEncodings } from '../../api/node/negotiate.ts';
import { validate } from '../../src/forms/validate.ts';
import { parseRules } from '../../src/rules/parse.ts';
import { plainText } from '../../src/search/documents.ts';
import { createSearch } from '../../src/search/engine.ts';
import { testSite } from '../api/test-site.ts';
import { superlinear } from './measure.ts';
import { SHAPES } from './shapes.ts';

const LENGTH = 20_000;
const directory = testSite.desk?.directory ?? [];
const search = createSearch(testSite.search);
const forms = formsOf(testSite, 'lv');
const TODAY = '2026-11-23';
const checked = (text: string) =>
  validate(
    forms.complaint,
    { text, name: text, email: text, phone: text, occurredOn: text, [text]: '' },
    'form',
    TODAY,
  );

/** What reads texts, by what it is for. */
const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  'a form': checked,
  'a tracking code': parseTrackingCode,
  'a reference': parseReference,
  'a destruction act': parseAct,
  'a network address': networkOf,
  'a boundary': text => boundaryOf(`multipart/form-data; boundary=${text}`),
  'accepted encodings': acceptedEncodings,
  'the words of a sender': text => wordsOf({ name: text, email: text, phone: text }),
  'a search for a sender': termsOf,
  'a search in surveys': searchTerms,
  'a survey text for searching': searchable,
  'a search on the site': text => search(text),
  'whom a case is about': text =>
    aboutWhom({ text, aboutStaff: text, subject: text, wish: text, name: text }, directory),
  'what may not be published': text => telltales(text, { name: text, address: text, phone: text }, directory),
  'passages of a survey text': text => suggestedPassages(text, directory),
  'passages to cover': text => covered(text.slice(0, 5000), passagesIn(text)),
  tags: text => tagsIn(text, ['Rinda', 'Gaisma']),
  'places of a canned text': text => unfilledIn(text, [{ text }]),
  'a cell of a table': text => csvLine([text, text], DIALECTS.excel),
  'a phone number in a table': phoneCell,
  'a mail': flowed,
  'the name of a file': text => safeName(text, 'pdf'),
  'a text of the search index': plainText,
  'an edition of the rules': text => parseRules(text, 1),
};

/** More names than a request may have: validation itself must not rely on that. */
const MANY_NAMES = 40_000;

it.each(['form', 'json'] as const)(
  'names that a form does not know take linear time (%s)',
  async encoding => {
    const why = await superlinear(n => {
      const payload = Object.fromEntries(Array.from({ length: n }, (_, i) => [`k${i}`, 'a']));
      return () => validate(forms.complaint, payload, encoding, TODAY);
    }, MANY_NAMES);
    expect(why).toBeNull();
  },
);

it('values of a list take linear time', async () => {
  const why = await superlinear(n => {
    const payload = {
      text: 'a',
      rulePoints: Array.from({ length: n }, (_, i) => `${i}`),
      'rulePoints[]': 'x',
    };
    return () => validate(forms.complaint, payload, 'form', TODAY);
  }, MANY_NAMES);
  expect(why).toBeNull();
});

describe.each(Object.entries(READERS))('%s', (_name, read) => {
  it('takes linear time', async () => {
    const slow: string[] = [];
    for (const [name, shape] of Object.entries(SHAPES)) {
      const why = await superlinear(n => {
        const text = shape(n);
        return () => read(text);
      }, LENGTH);
      if (why) slow.push(`${name}: ${why}`);
    }
    expect(slow).toEqual([]);
  });
});
