// The output of `content -- new` passes the check at once, is refused for publishing until it is filled in,
// and damages nothing.
import { describe, expect, it } from 'vitest';
import { checkContent } from '../../../src/build/check/check.ts';
import { readDocument } from '../../../src/build/check/document.ts';
import { valueAt } from '../../../src/build/check/schema-path.ts';
import { unfilled } from '../../../src/build/check/unfilled.ts';
import { newContent } from '../../../src/build/editor/new/command.ts';
import { NEW_KINDS } from '../../../src/build/editor/new/kinds.ts';
import { releaseReport } from '../../../src/build/editor/reports.ts';
import { edited, siteWith } from '../fixtures.ts';

const today = '2026-11-24';

/** A site with room for every kind of entry: a second person, future years. */
const ROOMY = {
  'content/staff/ilze.mdx': edited('content/staff/anna.mdx', 'Anna Parauga', 'Ilze Parauga'),
};
const site = siteWith(ROOMY);

const made = (words: readonly string[], files = site, lang?: string) => {
  const outcome = newContent(files, { words, lang, today });
  const [file] = outcome.write ?? [];
  const after = file
    ? [...files.filter(({ path }) => path !== file.path), { path: file.path, text: file.text, utf8: true }]
    : files;
  return { ...outcome, file, after, problems: checkContent(after, today) };
};

/** The arguments for each kind in the small site. */
const CALLS: Readonly<Record<string, readonly string[]>> = {
  pakalpojums: ['zemes-noma'],
  darbinieks: ['anna-berzina'],
  prombutne: ['anna', '2026-12-01'],
  'darba-laiks': ['talrunis'],
  iznemums: ['klatiene', '2026-12-29'],
  aptauja: ['diena'],
  lapa: ['jaunumi'],
  redakcija: ['2027-01-01'],
  'parcelta-diena': ['2026-12-22'],
  'svetku-diena': ['2026-09-10'],
  'kalendara-gads': ['2027'],
  termini: ['2027-01-01'],
  glabasana: ['2027-01-01'],
  atbilde: ['rinda'],
  sinonimi: ['kaķis', 'runcis: lielais'],
  amats: ['lietvedis'],
  turetajs: ['csdd'],
  'dzives-situacija': ['veseliba'],
};

/**
 * What an editor has to correct elsewhere: two entries of the kind would be valid at once, or a year would be
 * left out.
 */
const ASKS: Readonly<Record<string, string>> = {
  'darba-laiks': 'validThrough',
  redakcija: 'repealed',
  'kalendara-gads': 'years[2].year',
  'parcelta-diena': 'years[1].movedDays',
};

describe.each(NEW_KINDS.map(({ names: [name] }) => name))('new %s', name => {
  const result = made([name, ...(CALLS[name] ?? [])]);

  it('is sound but for what it says', () => {
    expect(result.ok).toBe(true);
    const fields = result.problems.map(({ field }) => field);
    expect(fields).toEqual(ASKS[name] === undefined ? [] : [ASKS[name]]);
    for (const problem of result.problems)
      expect(result.text).toContain(`${problem.file}:${problem.line} · `);
  });

  it('may not be published before it is filled in, line by line', () => {
    const open = unfilled(result.after);
    expect(open.length > 0).toBe(name !== 'sinonimi');
    const released = releaseReport(result.after);
    expect(released.ok).toBe(name === 'sinonimi');
    for (const { file, line } of open) {
      expect(released.text).toContain(`${file}:${line} · `);
      expect(result.text).toContain(`${file}:${line} · `);
    }
  });

  it('leaves what was there', () => {
    const before = site.find(({ path }) => path === result.file?.path);
    const lines = (before?.text ?? '').split('\n').filter(line => !/^\w+: \[\]$/.test(line));
    let at = 0;
    const now = (result.file?.text ?? '').split('\n');
    for (const line of lines) {
      at = now.indexOf(line, at) + 1;
      expect(at, line).toBeGreaterThan(0);
    }
  });
});

describe('a new file', () => {
  it('bears the words of the schema as hints', () => {
    const text = made(['darbinieks', 'anna-berzina']).file?.text ?? '';
    expect(text).toContain('# Vārds un uzvārds\nname: AIZPILDIET\n');
    expect(text).toContain('Kodi: specialists, izpilddirektors\npost: specialists # AIZPILDIET\n');
    expect(text).toContain('# Nav obligāts – photo: Fotogrāfija, ja darbinieks tai piekritis\n');
    expect(text).not.toContain('sample');
  });

  it('is published once everything is filled in', () => {
    const { file, after } = made(['lapa', 'jaunumi']);
    const text = (file?.text ?? '')
      .replace(/^title: .*/m, 'title: Jaunumi')
      .replace(/^summary: .*/m, 'summary: Kas centrā jauns.')
      .replace(/^AIZPILDIET.*/m, 'Vēl nekas.');
    const files = after.map(each => (each.path === file?.path ? { ...each, text } : each));
    expect(releaseReport(files)).toEqual({ ok: true, text: 'Saturu drīkst publicēt.' });
  });

  it('never takes the place of another, whatever its ending', () => {
    const { ok, text, write } = made(['darbinieks', 'anna']);
    expect([ok, write]).toEqual([false, undefined]);
    expect(text).toContain('content/staff/anna.mdx jau ir');
    const markdown = siteWith({
      'content/pages/x.md': edited('content/pages/par-mums.mdx', 'Par mums', 'Par mums te'),
    });
    expect(made(['lapa', 'x'], markdown).ok).toBe(false);
    expect(made(['lapa', 'sudziba']).text).toContain('/sudziba/');
    expect(made(['pakalpojums', 'a-z']).text).toContain('/pakalpojumi/a-z/');
  });

  it.each([
    ['darbinieks', 'Anna Bērziņa', 'anna-berzina'],
    ['atbilde', 'Ģimenes_pabalsts', 'gimenes-pabalsts'],
  ])('of %s “%s” suggests %s', (kind, typed, better) => {
    const { ok, text, write } = made([kind, typed]);
    expect([ok, write]).toEqual([false, undefined]);
    expect(text).toContain(`Vai domājāt “${better}”?`);
  });

  it('of the rules is named by a day there is', () => {
    expect(made(['redakcija', '2027-02-30']).text).toContain('GGGG-MM-DD');
    expect(made(['gads', '27']).ok).toBe(false);
  });
});

describe('an English edition', () => {
  it('of a service has the fields of a translation', () => {
    const { file, problems } = made(['pakalpojums', 'dzivesvieta'], site, 'en');
    expect([file?.path, problems]).toEqual(['content/services-en/dzivesvieta.mdx', []]);
    expect(file?.text).toContain('translated: 2026-11-24 # AIZPILDIET');
  });

  it('of a survey has every word of the Latvian one', () => {
    const path = 'content/surveys/aptauja.mdx';
    const files = siteWith({ [path]: edited(path, 'audience:', 'languages: [lv, en]\naudience:') });
    const { file, problems } = made(['aptauja', 'aptauja'], files, 'en');
    expect([file?.path, problems]).toEqual(['content/surveys-en/aptauja.mdx', []]);
    expect(file?.text).toContain('      klatiene: AIZPILDIET # Klātienē');
  });

  it('of a page has its language and place', () => {
    const { file, problems } = made(['lapa', 'news'], site, 'en');
    expect([file?.path, problems]).toEqual(['content/pages/en-news.mdx', []]);
    expect(file?.text).toContain('\nlang: en\n');
  });

  it('is refused for what has none, for what is not there and for the kiosk', () => {
    expect(made(['darbinieks', 'x'], site, 'en').isMisused).toBe(true);
    expect(made(['lapa', 'x'], site, 'ru').isMisused).toBe(true);
    expect(made(['pakalpojums', 'dzivesvite'], site, 'en').text).toContain('Vai domājāt “dzivesvieta”?');
    const kiosk = siteWith({
      'content/surveys/zale.mdx': edited(
        'content/surveys/aptauja.mdx',
        'audience: public',
        'audience: kiosk',
      ),
    });
    expect(made(['aptauja', 'zale'], kiosk, 'en').text).toContain('tikai latviski');
  });

  it('says so where English is not published', () => {
    const off = siteWith({
      'content/site.yaml': edited('content/site.yaml', 'english: true', 'english: false'),
    });
    expect(made(['pakalpojums', 'dzivesvieta'], off, 'en').text).toContain('“english: false”');
  });
});

describe('a new entry', () => {
  it('begins a list that is not there, is empty, or stands in brackets', () => {
    const path = 'content/staff/anna.mdx';
    for (const absences of [
      '',
      'absences: []\n',
      'absences: [{ from: 2026-01-01, through: 2026-01-02, standIn: ilze }]\n',
    ]) {
      const files = siteWith({ ...ROOMY, [path]: edited(path, 'reception:', `${absences}reception:`) });
      const { after, problems, file } = made(['prombūtne', 'anna', '2026-12-01'], files);
      expect([file?.path, problems]).toEqual([path, []]);
      const document = after.map(readDocument).find(each => each?.file === path);
      expect(valueAt(document?.data, ['absences'])).toHaveLength(absences.includes('{') ? 2 : 1);
    }
  });

  it('keeps the line ends of the file', () => {
    const path = 'content/hours/klatiene.mdx';
    const files = siteWith({ [path]: edited(path, '', '').replaceAll('\n', '\r\n') });
    const { file, problems } = made(['iznemums', 'klatiene', '2026-12-29'], files);
    expect(problems).toEqual([]);
    expect(file?.text).toContain('\r\n  - date: 2026-12-29\r\n');
    expect(file?.text.replaceAll('\r\n', '')).not.toContain('\n');
  });

  it('is refused twice, in a file that cannot be read, and where a comment would be lost', () => {
    const path = 'content/replies.yaml';
    const twice = made(['atbilde', 'paldies']);
    expect([twice.ok, twice.write]).toEqual([false, undefined]);
    expect(twice.text).toContain(`${path}:8`);
    const broken = siteWith({ [path]: edited(path, 'title: Paldies', 'title: "Paldies') });
    expect(made(['atbilde', 'rinda'], broken).text).toContain('nevar nolasīt');
    const holidays = siteWith({
      'content/calendar/kalendars.yaml': edited(
        'content/calendar/kalendars.yaml',
        'oneOffHolidays: []',
        'oneOffHolidays: [\n  # Svētki\n  { date: 2026-09-10, title: Pāvesta vizīte, source: Saeimas likums, checked: 2026-11-22 }]',
      ),
    });
    const inside = made(['svetku-diena', '2026-09-11'], holidays);
    expect([inside.ok, inside.write]).toEqual([false, undefined]);
    expect(inside.text).toContain('piezīme');
  });

  it('that cannot be added by itself is shown, to be added by hand', () => {
    const flow = `{ replies: [{ id: paldies, title: Paldies par ierosinājumu, text: Paldies par ierosinājumu. }] }\n`;
    const { ok, text, write } = made(['atbilde', 'rinda'], siteWith({ 'content/replies.yaml': flow }));
    expect([ok, write]).toEqual([false, undefined]);
    expect(text).toContain('Pievienojiet to ar roku:\n\n# Teksta kods');
  });

  it('names the files there are when there is no such', () => {
    expect(made(['iznemums', 'klatene', '2026-12-29']).text).toContain('Vai domājāt “klatiene”?');
  });
});
