// What `content -- confirm` writes, and what it refuses.
import { describe, expect, it } from 'vitest';
import { checkContent } from '../../../src/build/check/check.ts';
import { unconfirmed } from '../../../src/build/check/release.ts';
import type { ContentFile } from '../../../src/build/content-files.ts';
import { type ConfirmRequest, confirmContent } from '../../../src/build/editor/confirm/command.ts';
import { edited, siteWith } from '../fixtures.ts';

const today = '2026-12-24';
const SERVICE = 'content/services/dzivesvieta.mdx';
const CALENDAR = 'content/calendar/kalendars.yaml';
const PAGE = 'content/pages/par-mums.mdx';

const marked = edited(SERVICE, 'responsible:', 'toConfirm: [cost, channels] # turētājam\nresponsible:');
const confirm = (
  words: string | readonly string[],
  more: Partial<ConfirmRequest> = {},
  files: readonly ContentFile[] = siteWith({ [SERVICE]: marked }),
) =>
  confirmContent(files, {
    words: [words].flat(),
    date: undefined,
    source: undefined,
    by: undefined,
    isTrial: false,
    today,
    ...more,
  });
const written = (outcome: ReturnType<typeof confirm>) => outcome.write?.map(({ text }) => text);

/** Nothing is written, and the reason is given. */
function expectRefusal(outcome: ReturnType<typeof confirm>, why: string): void {
  expect(outcome.ok).toBe(false);
  expect(outcome.write ?? []).toEqual([]);
  expect(outcome.text).toContain(why);
}

describe('a service', () => {
  it('is confirmed whole: day, source, post, no mark, every other sign as it was', () => {
    const outcome = confirm('dzivesvieta', { source: 'PMLP vēstule: 1', by: 'Anna Parauga' });
    expect(written(outcome)).toEqual([
      marked
        .replace('toConfirm: [cost, channels] # turētājam\n', '')
        .replace(
          'on: 2026-11-22, source: Likuma teksts',
          'on: 2026-12-24, source: "PMLP vēstule: 1", by: specialists',
        ),
    ]);
    expect(outcome.text).toContain('− toConfirm: [cost, channels] # turētājam');
    expect(outcome.text).toContain('+ checked: { on: 2026-12-24');
  });

  it('keeps its source where it was the same, and says that it did', () => {
    const outcome = confirm(SERVICE, { date: '2026-12-01' });
    expect(written(outcome)?.[0]).toContain('{ on: 2026-12-01, source: Likuma teksts }');
    expect(outcome.text).toContain('Avots palika');
  });

  it('is confirmed in part: the mark goes, the day stays', () => {
    const outcome = confirm('dzivesvieta:cost');
    expect(written(outcome)).toEqual([marked.replace('[cost, channels]', '[channels]')]);
    expect(written(confirm(['dzivesvieta:cost', 'dzivesvieta:channels']))).toEqual([
      marked.replace('toConfirm: [cost, channels] # turētājam\n', ''),
    ]);
    expectRefusal(confirm('dzivesvieta:cost', { source: 'Cenrādis' }), 'attiecas uz visu failu');
    expectRefusal(confirm('dzivesvieta:steps'), 'Vēl jāapstiprina: cost, channels.');
  });

  it('is named by what release prints, too', () => {
    const files = siteWith({ [SERVICE]: marked });
    const [mark] = unconfirmed(files);
    expect(written(confirm(`${mark?.file}:${mark?.line}`, {}, files))?.[0]).not.toContain('toConfirm');
  });

  it('is confirmed by a post there is, or by the person who holds it', () => {
    for (const by of ['specialists', 'anna', 'Anna Parauga'])
      expect(written(confirm('dzivesvieta', { by }))?.[0]).toContain(', by: specialists }');
    expectRefusal(confirm('dzivesvieta', { by: 'spiecalists' }), 'Vai domājāt “specialists”?');
  });
});

const YEAR = '- { year: 2026, movedDays: none, follows: false, source: Rīkojuma nav, checked: 2026-11-22 }';
const calendar = (year: string) => siteWith({ [CALENDAR]: edited(CALENDAR, YEAR, year) });

describe('an entry of the calendar, of a policy, a fact of the centre', () => {
  const files = calendar(
    '- year: 2026 # šis gads\n    movedDays: none\n    follows: false\n    toConfirm: true\n    source: Rīkojuma nav\n    checked: 2026-11-22\n    note: Jāapstiprina, ka pašvaldība rīkojumu ievēro.',
  );

  it('loses its mark, gets its day, and the note is shown', () => {
    const outcome = confirm(`${CALENDAR}:years[1]`, {}, files);
    const before = files.find(({ path }) => path === CALENDAR)?.text ?? '';
    expect(written(outcome)).toEqual([
      before
        .replace('    toConfirm: true\n', '')
        .replace(
          'source: Rīkojuma nav\n    checked: 2026-11-22',
          'source: Rīkojuma nav\n    checked: 2026-12-24',
        ),
    ]);
    expect(outcome.text).toContain('Piezīme paliek');
  });

  it('is found by any of its lines', () => {
    for (const line of [7, 9, 10, 12]) expect(confirm(`kalendars:${line}`, {}, files).ok).toBe(true);
    expectRefusal(confirm('kalendars:2', {}, files), '2. rindā nav nekā, ko apstiprināt');
  });

  it('has to be named where there are several, the marked ones first', () => {
    const { ok, text } = confirm(CALENDAR, {}, files);
    expect(ok).toBe(false);
    expect(text.split('\n')[1]).toBe(`  ${CALENDAR}:years[1] – vēl jāapstiprina`);
  });

  it('named twice is confirmed once', () => {
    expect(written(confirm(['kalendars:years[1]', 'kalendars:9'], {}, files))).toHaveLength(1);
  });

  it('of the centre gets a source and a day where it has none', () => {
    expectRefusal(confirm('site:phone'), 'nav ierakstīts avots');
    expect(written(confirm('site:phone', { source: 'Pārbaudīts piezvanot' }))).toEqual([
      edited(
        'content/site.yaml',
        'phone: { value: "+371 60000001" }',
        'phone: { value: "+371 60000001", source: Pārbaudīts piezvanot, checked: 2026-12-24 }',
      ),
    ]);
    const [text = ''] = written(confirm('site:address', { source: 'Karte' })) ?? [];
    expect(text).toContain(
      'postalCode: LV-4125 }\n  checked: 2026-12-24\n'.replace('  checked', '  source: Karte\n  checked'),
    );
  });
});

describe('a page', () => {
  const files = siteWith({
    [PAGE]: edited(PAGE, 'updated: 2026-11-22', 'updated: 2026-11-22\ntoConfirm:\n  - Nosaukums\n  - Vieta'),
  });

  it('loses one sentence or all', () => {
    expect(written(confirm(`${PAGE}:7`, {}, files))).toEqual([
      edited(PAGE, 'updated: 2026-11-22', 'updated: 2026-11-22\ntoConfirm:\n  - Nosaukums'),
    ]);
    expect(written(confirm('par-mums', {}, files))).toEqual([edited(PAGE, '2026-11-22', '2026-12-24')]);
    expectRefusal(confirm('par-mums', { source: 'Nolikums' }, files), 'avota lauka nav');
  });
});

describe('what would be untrue', () => {
  it('a check in the future, before the last one, on no day', () => {
    expectRefusal(confirm('dzivesvieta', { date: '2026-12-25' }), 'vēl nav pienākusi');
    expectRefusal(confirm('dzivesvieta', { date: '2026-11-01' }), 'jau pārbaudīts 2026-11-22');
    expectRefusal(confirm('dzivesvieta', { date: '2026-02-31' }), 'GGGG-MM-DD');
  });

  it('sample data and places that are not filled in', () => {
    const sample = siteWith({
      'content/site.yaml': edited(
        'content/site.yaml',
        'phone: { value: "+371 60000001"',
        'phone: { value: "+371 60000001", sample: true',
      ),
    });
    expectRefusal(confirm('site:phone', { source: 'Pārbaudīts' }, sample), 'paraugus apstiprināt nevar');
    expectRefusal(confirm('anna'), 'nav ko apstiprināt');
    const empty = siteWith({ [SERVICE]: edited(SERVICE, 'Ikviens iedzīvotājs', 'AIZPILDIET') });
    expectRefusal(confirm('dzivesvieta', {}, empty), '6. rindā vēl nekas nav ierakstīts (recipient)');
  });

  it('a source or status that says it is not known, days that are not', () => {
    const open = siteWith({
      [SERVICE]: edited(SERVICE, 'source: Likuma teksts', 'source: Turētāja atbilde (nav saņemta)'),
    });
    expectRefusal(confirm('dzivesvieta', {}, open), 'avots pats saka');
    expect(confirm('dzivesvieta', { source: 'Turētāja atbilde' }, open).ok).toBe(true);
    const unknown = calendar(
      YEAR.replace('none', 'unknown').replace('2026-11-22', '2026-11-22, toConfirm: true'),
    );
    expectRefusal(confirm('kalendars:years[1]', { source: 'Rīkojums Nr. 1' }, unknown), 'movedDays: unknown');
    const rules = siteWith({
      'content/rules/2017-11-06.mdx': edited(
        'content/rules/2017-11-06.mdx',
        'status: Publicēti vārds vārdā',
        'toConfirm: [status]\nstatus: Vai tie ir spēkā, vēl jāapstiprina.',
      ),
    });
    expectRefusal(confirm('2017-11-06', {}, rules), 'pārrakstiet šo teikumu');
  });

  it('one of several keeps all from being written', () => {
    expectRefusal(confirm(['dzivesvieta', 'nav-tada']), 'Satura faila “nav-tada” nav');
  });

  it('what cannot be changed by itself is left to the editor', () => {
    const first = calendar(
      '- toConfirm: true\n    year: 2026\n    movedDays: none\n    follows: false\n    source: Rīkojuma nav\n    checked: 2026-11-22',
    );
    expectRefusal(confirm('kalendars:years[1]', {}, first), 'ar roku; nekas nav mainīts');
  });

  it('what would make the file wrong', () => {
    expectRefusal(confirm('dzivesvieta', { source: 'x' }), 'būtu kļūda');
  });
});

it('a trial shows and writes nothing', () => {
  const { ok, write, text } = confirm('dzivesvieta', { isTrial: true });
  expect([ok, write]).toEqual([true, []]);
  expect(text).toContain('− toConfirm');
  expect(text).toContain('nekas nav ierakstīts');
});

it('what is confirmed already is left alone, and what is written passes the check', () => {
  const outcome = confirm('dzivesvieta');
  const files = siteWith({ [SERVICE]: written(outcome)?.[0] ?? '' });
  expect(checkContent(files, today)).toEqual([]);
  const again = confirm('dzivesvieta', {}, files);
  expect([again.ok, again.write]).toEqual([true, undefined]);
  expect(confirm([]).isMisused).toBe(true);
});
