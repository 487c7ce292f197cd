// What `content -- diff` reports as changed: pages, fields under their own names, surveys, redirects, days
// that end.
import { describe, expect, it } from 'vitest';
import { compareContent } from '../../../src/build/editor/diff/compare.ts';
import { diffReport } from '../../../src/build/editor/diff/report.ts';
import { edited, siteWith } from '../fixtures.ts';

const today = '2026-11-24';
const SERVICE = 'content/services/dzivesvieta.mdx';
const SURVEY = 'content/surveys/aptauja.mdx';
const SITE = 'content/site.yaml';

type Changes = Readonly<Record<string, string | null>>;
const compare = (after: Changes, before: Changes = {}) =>
  compareContent(siteWith(before), siteWith(after), today);
const report = (after: Changes, before: Changes = {}) =>
  diffReport(compare(after, before), { from: 'pirms', to: 'tagad' });

it('says that nothing changed', () => {
  expect(compare({})).toEqual({
    pages: { new: [], gone: [], changed: [] },
    redirects: [],
    files: [],
    surveys: [],
    expiring: expect.anything(),
    unreadable: [],
  });
  expect(report({}).split('\n\n').slice(0, 2)).toEqual([
    'Salīdzināts: pirms → tagad.',
    'Saturs nav mainījies.',
  ]);
});

it('does not take another way of writing the same for a change', () => {
  const quotes = edited(SERVICE, 'holder: pasvaldiba', 'holder: "pasvaldiba" # tas pats');
  expect(compare({ [SERVICE]: quotes.replaceAll('\n', '\r\n') }).files).toEqual([]);
});

describe('pages', () => {
  it('that are new, changed and gone, with where the old address should lead', () => {
    const { pages, redirects } = compare({
      'content/services/suns.mdx': edited(SERVICE, 'Dzīvesvietas deklarēšana', 'Suņa reģistrācija'),
      'content/staff/anna.mdx': edited('content/staff/anna.mdx', 'room: "1"', 'room: "2"'),
      'content/pages/par-mums.mdx': null,
    });
    expect(pages).toEqual({
      new: ['/pakalpojumi/suns/'],
      gone: ['/par-mums/'],
      changed: ['/darbinieki/anna/'],
    });
    expect(redirects).toEqual([{ from: '/par-mums/', to: '/' }]);
  });

  it('of a file that was renamed lead to its new name', () => {
    const moved = { [SERVICE]: null, 'content/services/deklaresana.mdx': edited(SERVICE, '', '') };
    const { pages, redirects, files } = compare(moved);
    expect(pages.gone).toEqual(['/pakalpojumi/dzivesvieta/']);
    expect(redirects).toEqual([{ from: '/pakalpojumi/dzivesvieta/', to: '/pakalpojumi/deklaresana/' }]);
    expect(files).toMatchObject([
      { change: 'renamed', was: SERVICE, file: 'content/services/deklaresana.mdx' },
    ]);
  });

  it('of a person who left lead to the list', () => {
    const { redirects } = compare(
      {},
      { 'content/staff/ilze.mdx': edited('content/staff/anna.mdx', 'Anna P', 'Ilze P') },
    );
    expect(redirects).toEqual([{ from: '/darbinieki/ilze/', to: '/darbinieki/' }]);
  });

  it('in English go with their switch, to their Latvian twins, and never to a page that is not there', () => {
    const { pages, redirects } = compare({ [SITE]: edited(SITE, 'english: true', 'english: false') });
    expect(pages.gone).toContain('/en/complaint/');
    expect(redirects).toContainEqual({ from: '/en/complaint/', to: '/sudziba/' });
    expect(redirects.filter(({ to }) => pages.gone.includes(to))).toEqual([]);
  });

  it('of the kiosk survey and of results are told as visitors know them', () => {
    const open = edited(SURVEY, 'audience: public', 'results: { public: true }\naudience: public');
    expect(compare({ [SURVEY]: open }).pages.new).toEqual(['/aptaujas/aptauja/rezultati/']);
    const kiosk = edited(SURVEY, 'audience: public', 'audience: kiosk');
    expect(compare({ 'content/surveys/zale.mdx': kiosk }).pages.new).toEqual([]);
  });
});

describe('fields', () => {
  const fields = (after: Changes, before: Changes = {}) => compare(after, before).files[0]?.fields;

  it('have their label, and what stood and stands there', () => {
    expect(fields({ [SERVICE]: edited(SERVICE, 'on: 2026-11-22', 'on: 2026-11-24') })).toEqual([
      {
        field: 'checked.on',
        label: 'Datums, kad saturs pēdējo reizi pārbaudīts',
        before: '2026-11-22',
        after: '2026-11-24',
      },
    ]);
    expect(report({ [SERVICE]: edited(SERVICE, 'amount: 0', 'amount: null') })).toContain(
      '    cost.amount – Summa eiro: 0 → nav zināms',
    );
  });

  it('that came or went have one side only', () => {
    const keywords = edited(SERVICE, 'responsible:', 'keywords: [adrese]\nresponsible:');
    const label = 'Ikdienas vārdi, ar kuriem cilvēki to meklē';
    expect(fields({ [SERVICE]: keywords })).toEqual([{ field: 'keywords', label, after: ['adrese'] }]);
    expect(fields({}, { [SERVICE]: keywords })).toEqual([{ field: 'keywords', label, before: ['adrese'] }]);
    expect(report({}, { [SERVICE]: keywords })).toContain(`  − keywords – ${label}: adrese`);
  });

  it('in lists are followed by what they are, not by their place', () => {
    const before = { [SITE]: edited(SITE, 'posts:\n', 'posts:\n  - { id: arhivars, title: Arhivārs }\n') };
    expect(fields({}, before)).toEqual([
      { field: 'posts[arhivars]', label: 'Amati', before: { id: 'arhivars', title: 'Arhivārs' } },
    ]);
    expect(
      fields({ [SERVICE]: edited(SERVICE, '- Atnākt uz centru', '- Piezvanīt\n  - Atnākt uz centru') }),
    ).toEqual([
      { field: 'steps', label: 'Soļi no pieprasīšanas līdz saņemšanai, secībā', after: 'Piezvanīt' },
    ]);
  });

  it('in another order are told as such', () => {
    const both = edited(SERVICE, '- Atnākt uz centru', '- Piezvanīt\n  - Atnākt');
    const turned = edited(SERVICE, '- Atnākt uz centru', '- Atnākt\n  - Piezvanīt');
    expect(fields({ [SERVICE]: turned }, { [SERVICE]: both })).toMatchObject([
      { before: ['Piezvanīt', 'Atnākt'], after: ['Atnākt', 'Piezvanīt'] },
    ]);
  });

  it('end with the text, by lines', () => {
    expect(fields({ [SERVICE]: edited(SERVICE, 'Pakalpojuma apraksts.', 'Apraksts.\n\nVēl kas.') })).toEqual([
      { field: 'teksts', label: 'Lapas teksts', before: 'Pakalpojuma apraksts.', after: 'Apraksts.' },
      { field: 'teksts', label: 'Lapas teksts', after: 'Vēl kas.' },
    ]);
  });
});

describe('surveys', () => {
  const change = (from: string, to: string, after: Changes = {}) =>
    compare({ [SURVEY]: edited(SURVEY, from, to), ...after }).surveys;

  it('lose comparability when what is asked changes and the version does not', () => {
    expect(change('id: klatiene', 'id: uz-vietas')).toMatchObject([
      { id: 'aptauja', outcome: 'lost', version: 1 },
    ]);
    expect(report({ [SURVEY]: edited(SURVEY, 'id: klatiene', 'id: uz-vietas') })).toContain(
      'Palieliniet “version”',
    );
  });

  it('with other words may be the same', () => {
    expect(change('Ko mums uzlabot?', 'Ko mums darīt labāk?')).toMatchObject([
      { outcome: 'wording', details: ['jautājums “uzlabot”: mainīts formulējums (bija “Ko mums uzlabot?”)'] },
    ]);
  });

  it('with more questions lose nothing, with a new version are set apart, and may end', () => {
    const more = '      - kind: text\n        id: vel\n        label: Vai vēl kas sakāms?\n---';
    expect(change('---\n', '---\n')).toEqual([]);
    const added = `${edited(SURVEY, '', '').slice(0, -4)}${more}\n`;
    expect(compare({ [SURVEY]: added }).surveys).toMatchObject([{ outcome: 'added' }]);
    expect(change('version: 1', 'version: 2')).toMatchObject([{ outcome: 'version', version: 2 }]);
    expect(compare({ [SURVEY]: null }).surveys).toMatchObject([{ outcome: 'gone' }]);
  });
});

it('names what ends soon or has run out', () => {
  const { expiring } = compare({
    [SERVICE]: edited(SERVICE, 'on: 2026-11-22', 'on: 2026-01-01'),
    'content/hours/klatiene.mdx': edited(
      'content/hours/klatiene.mdx',
      'validFrom: 2026-01-01',
      'validFrom: 2026-01-01\nvalidThrough: 2026-12-31',
    ),
  });
  expect(expiring.map(({ file, through, isPast }) => [file, through, isPast])).toEqual([
    [SERVICE, '2026-06-30', true],
    ['content/calendar/kalendars.yaml', '2026-12-31', false],
    ['content/hours/klatiene.mdx', '2026-12-31', false],
    [SURVEY, '2026-12-31', false],
  ]);
});

it('says nothing of a file it cannot read but that it cannot', () => {
  const broken = { [SERVICE]: edited(SERVICE, 'title: Dz', 'title: "Dz') };
  const { files, unreadable, pages } = compare(broken);
  expect([files, unreadable, pages.gone]).toEqual([[], [SERVICE], []]);
  expect(report(broken)).toContain('nevar nolasīt');
  expect(report(broken)).not.toContain('Saturs nav mainījies');
});

it('tells of pictures that came and went', () => {
  const picture = { path: 'content/staff/anna.jpg', text: '', utf8: true };
  expect(compareContent(siteWith({}), [...siteWith({}), picture], today).files).toMatchObject([
    { file: 'content/staff/anna.jpg', change: 'new' },
  ]);
});
