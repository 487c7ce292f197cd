// Markup as data: typed text always stays text.
import * as fc from 'fast-check';
import { parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import { element, toHtml } from '../../src/search/element.ts';
import { createSearch } from '../../src/search/engine.ts';
import { formView, nothingView, resultsView, searchAddress, startView } from '../../src/search/view.ts';
import { attribute, elements } from '../api/html.ts';
import { DOCUMENTS, documentOf } from './documents.ts';

const HOSTILE = `"><script>alert(1)</script>' & <b>`;
const page = (views: readonly ReturnType<typeof element>[]) => views.map(toHtml).join('');
const tagsIn = (html: string) => [...elements(parseFragment(html))].map(({ tagName }) => tagName);

describe('an element', () => {
  it('comes back from the parser as it was', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), text => {
        const clean = text.replace(/[\r\0]/g, '');
        const [p] = [...elements(parseFragment(toHtml(element('p', { title: clean }, clean))))];
        expect(p && attribute(p, 'title')).toBe(clean);
        expect(p?.childNodes.map(node => ('value' in node ? node.value : '')).join('')).toBe(clean);
      }),
    );
  });

  it('leaves out what is not there', () => {
    expect(toHtml(element('p', {}, false, 'a'))).toBe('<p>a</p>');
    expect(toHtml(element('input', { value: '' }))).toBe('<input value="">');
  });
});

describe('no view', () => {
  const hostile = documentOf({ title: HOSTILE, summary: HOSTILE, url: '/x/' });
  const answer = {
    query: HOSTILE,
    cut: true,
    hits: [hostile],
    similar: [HOSTILE],
    missing: [HOSTILE],
    nearest: [HOSTILE],
  };
  it.each([
    ['form', page([formView(HOSTILE, 'lv')])],
    ['results', page(resultsView(answer, 1, 'lv'))],
    ['nothing', page(nothingView(answer, HOSTILE, 'lv'))],
    ['start', page(startView([hostile], 'lv'))],
  ])('lets markup through: %s', (_, html) => {
    expect(html).not.toContain('<script');
    expect(tagsIn(html)).not.toContain('b');
  });
});

describe('results', () => {
  const search = createSearch({ documents: DOCUMENTS, synonyms: [] });
  it('stop where they should and say so', () => {
    const answer = search('noteikumu punkts');
    expect(answer.hits.length).toBeGreaterThan(1);
    const html = page(resultsView(answer, 1, 'lv'));
    expect(html.match(/class="hit"/g)).toHaveLength(1);
    expect(html).toContain('Te ir pirmie 1.');
    expect(page(resultsView(answer, 99, 'lv'))).not.toContain('Te ir pirmie');
  });

  it('count as Latvian does', () => {
    expect(page(resultsView(search('mikroshēma'), 9, 'lv'))).toContain('atrasts 1 rezultāts');
    expect(page(resultsView(search('noteikumu punkts'), 9, 'lv'))).toMatch(/atrasti \d rezultāti/);
    expect(page(resultsView(search('suns auto'), 9, 'lv'))).toContain('Vārds “auto” vietnē nav atrasts.');
    expect(page(resultsView(search('suns auto zupa'), 9, 'lv'))).toContain(
      'Vārdi “auto”, “zupa” vietnē nav atrasti.',
    );
  });

  it('in the other language say which, to the eye and to a screen reader', () => {
    const hits = [documentOf({ title: 'Privacy', lang: 'en' }), documentOf({ title: 'Privātums' })];
    const answer = { ...search('x'), hits };
    const latvian = page(resultsView(answer, 9, 'lv'));
    expect(latvian).toContain('<a href="/privacy/" lang="en" hreflang="en">Privacy</a>');
    expect(latvian).toContain('Pakalpojums · angļu valodā');
    expect(latvian).toContain('<a href="/privatums/">Privātums</a>');
    const english = page(resultsView(answer, 9, 'en'));
    expect(english).toContain('2 results for “x”');
    expect(english).toContain('<a href="/privacy/">Privacy</a>');
    expect(english).toContain('<a href="/privatums/" lang="lv" hreflang="lv">Privātums</a>');
    expect(english).toContain('Service · in Latvian');
  });

  it('in English count as English does', () => {
    expect(page(resultsView(search('mikroshēma'), 9, 'en'))).toContain('1 result for');
    expect(page(resultsView(search('suns auto'), 9, 'en'))).toContain(
      'The word “auto” is not on this website.',
    );
    expect(page(resultsView(search('suns auto zupa'), 9, 'en'))).toContain(
      'The words “auto”, “zupa” are not on this website.',
    );
    expect(page(nothingView({ ...search('zzzz'), nearest: ['dog'] }, '1', 'en'))).toContain(
      'href="/en/search/?q=dog"',
    );
  });

  it('repeat only the beginning of a long query', () => {
    const long = `suns ${'ļotigaršvārds'.repeat(9)}`;
    const html = page(resultsView(search(long), 9, 'lv'));
    expect(html).toMatch(/<h2>Meklējot “suns ļoti.{51}…”, atrasti 2 rezultāti<\/h2>/);
    expect(html).toMatch(/Vārds “ļoti.{56}…” vietnē nav atrasts/);
    expect(page(nothingView(search('😀'.repeat(99)), '1', 'lv')).isWellFormed()).toBe(true);
  });

  it('have an address for any query', () => {
    for (const query of ['ū & <', '100%', '#?=', '😀'])
      for (const lang of ['lv', 'en'] as const)
        expect(new URL(searchAddress(query, lang), 'http://a').searchParams.get('q')).toBe(query);
    expect([searchAddress('', 'lv'), searchAddress('', 'en')]).toEqual(['/meklet/', '/en/search/']);
  });
});
