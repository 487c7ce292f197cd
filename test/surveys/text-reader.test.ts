// Searching sealed texts: within limits of number and time, and never by words that no longer exist.
import { describe, expect, it } from 'vitest';
import { searchTerms } from '../../api/domain/surveys/text-search.ts';
import { createTextReader } from '../../api/jobs/survey-texts/reader.ts';
import { startApp, type TestApp } from '../api/harness.ts';
import { landTexts, surveyOf } from './landed.ts';

const FILTER = { survey: 'apkalposana', state: 'raw', of: [{ version: 1, question: 'uzlabot' }] } as const;
const numbered = (n: number): string[] => Array.from({ length: n }, (_, i) => `Rinda ${i}.`);
const TERMS = searchTerms('rinda');

const readerOf = ({ deps }: TestApp, more: object = {}) =>
  createTextReader({ ...deps, store: deps.surveyTexts.store, ...more });

describe('a search', () => {
  it('says what there was no time for, and goes on with it the next time', async () => {
    const test = await startApp();
    await landTexts(test, surveyOf(), numbered(130));
    let now = 0;
    // Each reading of the clock is two seconds later: there is time for one batch.
    const slow = (): Date => {
      now += 2000;
      return new Date(now);
    };
    const reader = readerOf(test, { now: slow });
    const first = await reader.search(FILTER, TERMS);
    expect(first).toMatchObject({ count: 50, searched: 50, left: 80 });
    await reader.search(FILTER, TERMS);
    expect(await reader.search(FILTER, TERMS)).toMatchObject({ count: 130, searched: 130, left: 0 });
    expect((await reader.search(FILTER, TERMS)).ids).toHaveLength(reader.shown);
  });

  it('reaches the newest only, and says that there are older ones', async () => {
    const test = await startApp();
    await landTexts(test, surveyOf(), ['Rinda vecā.'], '2026-01');
    await landTexts(test, surveyOf(), numbered(5));
    const reader = readerOf(test, { most: 5 });
    expect(await reader.search(FILTER, TERMS)).toMatchObject({ count: 5, searched: 5, older: true });
    expect(await reader.search(FILTER, searchTerms('veca'))).toMatchObject({ count: 0, older: true });
    expect(await readerOf(test).search(FILTER, searchTerms('veca'))).toMatchObject({
      count: 1,
      older: false,
    });
  });

  it('keeps no more than it searches: another survey pushes the first one out, and both are found', async () => {
    const test = await startApp();
    const other = surveyOf({ id: 'cita' });
    await landTexts(test, surveyOf(), numbered(4));
    await landTexts(test, other, numbered(4));
    const reader = readerOf(test, { most: 5 });
    for (const survey of ['apkalposana', 'cita', 'apkalposana'])
      expect(await reader.search({ ...FILTER, survey }, TERMS)).toMatchObject({ count: 4, left: 0 });
  });

  it('opens nothing without the office’s key', async () => {
    const test = await startApp();
    await landTexts(test, surveyOf(), numbered(3));
    expect(await readerOf(test, { office: null }).search(FILTER, TERMS)).toMatchObject({ count: 0 });
  });

  it('never finds by words of an older revision, whoever changed them', async () => {
    const test = await startApp();
    await landTexts(test, surveyOf(), ['Rinda pie Zanes.']);
    const reader = readerOf(test);
    expect(await reader.search(FILTER, searchTerms('zane'))).toMatchObject({ count: 1 });
    const [text] = await test.deps.surveyTexts.store.page(FILTER, 1);
    if (!text) throw new Error('no text');
    // By another program on the same database: this reader is not notified.
    const by = {
      id: 'p-1',
      name: 'X',
      roles: ['director'] as const,
      directoryId: null,
      email: null,
      active: true,
    };
    const { id, revision } = text;
    await test.deps.surveyTexts.clearing.decide({
      id,
      survey: 'apkalposana',
      revision,
      action: 'redact',
      passages: ['Zanes'],
      reason: null,
      by,
    });
    expect(await reader.search(FILTER, searchTerms('zane'))).toMatchObject({ count: 0, searched: 1 });
  });
});
