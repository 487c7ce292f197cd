// Small search data for the tests of the engine.
import type { SearchDocument } from '../../src/contract/search.ts';
import { stem, wordsOf } from '../../src/search/stem.ts';

type Changes = Partial<Omit<SearchDocument, 'text'>> & { readonly title: string; readonly text?: string };

/** A minimal document; its text is given in words. */
export const documentOf = ({ text = '', ...changes }: Changes): SearchDocument => ({
  url: `/${wordsOf(changes.title).join('-')}/`,
  kind: 'service',
  summary: '',
  headings: [],
  keywords: [],
  ...changes,
  text: [...new Set(wordsOf(text).map(stem))].join(' '),
});

export const DOCUMENTS: readonly SearchDocument[] = [
  documentOf({
    title: 'Suņa reģistrācija',
    keywords: ['suns', 'čipēšana'],
    text: 'Veterinārārsts ievada mikroshēmu.',
  }),
  documentOf({
    title: 'Dzīvesvietas deklarēšana',
    keywords: ['adreses maiņa', 'pierakstīties'],
    summary: 'Jaunā adrese jādeklarē mēneša laikā.',
  }),
  documentOf({ title: 'Nekustamā īpašuma nodoklis', keywords: ['zemes nodoklis'] }),
  documentOf({ title: 'Pase', keywords: ['personas apliecība'] }),
  documentOf({
    title: 'Par mums',
    kind: 'page',
    headings: ['Kā mūs atrast'],
    text: 'Suņa reģistrācija, nodoklis, pase un pašvaldības pārstāvji. Suns. Direktors.',
  }),
  documentOf({ title: 'Darba laiks', kind: 'hours', text: 'Klātienē un pa tālruni.' }),
  documentOf({ title: 'Pēteris Paraugs, izpilddirektors', kind: 'staff', headings: ['Sūdzības par darbu'] }),
  documentOf({ title: 'Noteikumu 5.2.3. punkts', kind: 'rule', text: 'Sniedz informāciju par darbinieku.' }),
  documentOf({ title: 'Noteikumu 5.2. punkts', kind: 'rule', text: 'Nodrošina informāciju.' }),
];

export const SYNONYMS = [
  ['darba laiks', 'kad strādā', 'cikos'],
  ['izpilddirektors', 'direktors'],
  ['suns', 'kucēns'],
] as const;
