// Latvian wording of the search: the page, its results and announcements. Shared by API and browser.
import type { SearchKind } from '../contract/search.ts';

const KIND_NAMES: Readonly<Record<SearchKind, string>> = {
  service: 'Pakalpojums',
  hours: 'Darba laiks',
  staff: 'Darbinieks',
  page: 'Lapa',
  rule: 'Noteikumi',
};

const quoted = (words: readonly string[]): string => words.map(word => `“${word}”`).join(', ');
/** 1, 21, 31 … Not `isSingular` of the calendar, which would load zod in the browser. */
const isOne = (count: number): boolean => count % 10 === 1 && count % 100 !== 11;
const results = (count: number): string =>
  isOne(count) ? `atrasts ${count} rezultāts` : `atrasti ${count} rezultāti`;

export const wordsLv = {
  title: 'Meklēšana',
  label: 'Ko meklējat?',
  hint: 'Piemēram: pase, suns, kad strādā, 5.2.3. Garumzīmes un locījumi nav svarīgi.',
  submit: 'Meklēt',
  kinds: KIND_NAMES,
  /** Beside a result that is in the other language. */
  inOther: 'angļu valodā',
  popular: 'Biežāk vajadzīgie pakalpojumi',
  allServices: 'Visi pakalpojumi',
  found: (count: number, query: string) => `Meklējot “${query}”, ${results(count)}`,
  foundAloud: (count: number) => (count === 0 ? 'Nekas nav atrasts.' : `Kopā ${results(count)}.`),
  firstOnly: (shown: number) => `Te ir pirmie ${shown}. Ja vajadzīgā nav, pierakstiet klāt vēl kādu vārdu.`,
  all: (count: number) => `Visi rezultāti (${count})`,
  similar: (words: readonly string[]) =>
    `${words.length === 1 ? 'Vārdu' : 'Vārdus'} ${quoted(words)} neatradām, tāpēc rādām līdzīgus.`,
  missing: (words: readonly string[]) =>
    words.length === 1
      ? `Vārds ${quoted(words)} vietnē nav atrasts.`
      : `Vārdi ${quoted(words)} vietnē nav atrasti.`,
  cut: (length: number) => `Vaicājums ir garš, tāpēc meklējām tikai pēc pirmajām ${length} rakstzīmēm.`,
  nothing: (query: string) => `Meklējot “${query}”, nekas nav atrasts`,
  nearest: 'Varbūt domājāt:',
  advice: 'Pārbaudiet, vai vārds uzrakstīts pareizi, vai mēģiniet ar vienkāršāku vārdu.',
  call: 'Varat arī zvanīt – pateiksim, kur meklētais atrodams:',
  tellTitle: 'Ko meklējāt?',
  tellLink: 'Pastāstiet, ko meklējāt',
  tellText: 'Uzrakstiet, ko cerējāt atrast. Tas palīdzēs mums papildināt vietni.',
  tellRequired: 'Uzrakstiet, ko meklējāt. Pietiek ar vienu vārdu.',
  tellSubmit: 'Nosūtīt',
};

export type SearchWords = typeof wordsLv;
