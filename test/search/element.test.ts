// Markup as data: whatever a person typed, it stays text.
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
    ['form', page([formView(HOSTILE)])],
    ['results', page(resultsView(answer, 1))],
    ['nothing', page(nothingView(answer, HOSTILE))],
    ['start', page(startView([hostile]))],
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
    const html = page(resultsView(answer, 1));
    expect(html.match(/class="hit"/g)).toHaveLength(1);
    expect(html).toContain('Te ir pirmie 1.');
    expect(page(resultsView(answer, 99))).not.toContain('Te ir pirmie');
  });

  it('count as Latvian does', () => {
    expect(page(resultsView(search('mikroshēma'), 9))).toContain('atrasts 1 rezultāts');
    expect(page(resultsView(search('noteikumu punkts'), 9))).toMatch(/atrasti \d rezultāti/);
    expect(page(resultsView(search('suns auto'), 9))).toContain('Vārds “auto” vietnē nav atrasts.');
    expect(page(resultsView(search('suns auto zupa'), 9))).toContain(
      'Vārdi “auto”, “zupa” vietnē nav atrasti.',
    );
  });

  it('in another language say which', () => {
    const hits = [documentOf({ title: 'Privacy', lang: 'en' })];
    expect(page(resultsView({ ...search('x'), hits }, 9))).toContain('lang="en" hreflang="en"');
  });

  it('have an address for any query', () => {
    for (const query of ['ū & <', '100%', '#?=', '😀'])
      expect(new URL(searchAddress(query), 'http://a').searchParams.get('q')).toBe(query);
  });
});
