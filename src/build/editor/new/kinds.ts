// Everything that `npm run content -- new` can create: files, and entries of a list in a file. Pure.
import type { Kind } from '../../check/document.ts';
import { UNFILLED } from '../../check/unfilled.ts';
import type { Path } from '../../check/yaml.ts';
import type { Given } from './draft.ts';
import * as given from './given.ts';

type Named = 'slug' | 'date' | 'year' | 'words';

interface Common {
  /** As an editor types it; the alternatives are accepted too. */
  readonly names: readonly [string, ...string[]];
  readonly title: string;
  /** What the editor has to name: a code, a day, a year or words. */
  readonly named: Named;
  readonly example: string;
  /** Field values that are known in advance. */
  readonly given: (about: given.About) => Readonly<Record<string, Given>>;
}

/** A file in the folder of its kind. */
export interface FileKind extends Common {
  readonly makes: 'file';
  readonly kind: Kind;
  /** The kind of its English edition, with the field values known for it. */
  readonly english?: Kind;
  readonly body: string;
}

/** An entry of a list. When the list exists in several files, the editor names the file first. */
export interface EntryKind extends Common {
  readonly makes: 'entry';
  readonly kind: Kind;
  readonly list: Path;
  /** The field that identifies an entry. */
  readonly key?: string;
  /** Set when each of several files has such a list. */
  readonly inFileOf?: 'staff' | 'hours';
}

export type NewKind = FileKind | EntryKind;

const body = (text: string): string => `${UNFILLED}: ${text}\n`;

export const NEW_KINDS: readonly NewKind[] = [
  {
    makes: 'file',
    names: ['pakalpojums', 'service'],
    title: 'Pakalpojums; ar --lang en – tā tulkojums',
    named: 'slug',
    example: 'zemes-noma',
    kind: 'services',
    english: 'services-en',
    given: given.service,
    body: body('kas par pakalpojumu vēl jāzina, vienkāršiem vārdiem; ja nekas, šo rindu izdzēsiet.'),
  },
  {
    makes: 'file',
    names: ['darbinieks', 'staff', 'person'],
    title: 'Darbinieks',
    named: 'slug',
    example: 'anna-berzina',
    kind: 'staff',
    given: given.person,
    body: body('ar ko darbinieks palīdz, viens vai divi teikumi; ja nevajag, šo rindu izdzēsiet.'),
  },
  {
    makes: 'entry',
    names: ['prombutne', 'absence'],
    title: 'Darbinieka prombūtne',
    named: 'date',
    example: 'anna-berzina 2026-12-01',
    kind: 'staff',
    inFileOf: 'staff',
    list: ['absences'],
    key: 'from',
    given: given.absence,
  },
  {
    makes: 'file',
    names: ['darba-laiks', 'hours'],
    title: 'Darba laiks (klātienē, pa tālruni vai kasē)',
    named: 'slug',
    example: 'klatiene-2027',
    kind: 'hours',
    given: given.hours,
    body: body('kas par šo darba laiku vēl jāzina; ja nekas, šo rindu izdzēsiet.'),
  },
  {
    makes: 'entry',
    names: ['iznemums', 'exception'],
    title: 'Darba laika izņēmums vienā dienā',
    named: 'date',
    example: 'klatiene 2026-12-29',
    kind: 'hours',
    inFileOf: 'hours',
    list: ['exceptions'],
    key: 'date',
    given: ({ id }) => ({ date: { text: id } }),
  },
  {
    makes: 'file',
    names: ['aptauja', 'survey'],
    title: 'Aptauja; ar --lang en – tās tulkojums',
    named: 'slug',
    example: 'atvertas-durvis',
    kind: 'surveys',
    english: 'surveys-en',
    given: given.survey,
    body: body('ievads pirms jautājumiem: kāpēc jautājat un ka aptauja ir brīvprātīga.'),
  },
  {
    makes: 'file',
    names: ['lapa', 'page'],
    title: 'Teksta lapa; ar --lang en – lapa angļu daļā',
    named: 'slug',
    example: 'jaunumi',
    kind: 'pages',
    english: 'pages',
    given: given.page,
    body: body('lapas teksts.'),
  },
  {
    makes: 'file',
    names: ['redakcija', 'noteikumi', 'rules', 'edition'],
    title: 'Noteikumu redakcija; kods ir spēkā stāšanās diena',
    named: 'date',
    example: '2027-01-01',
    kind: 'rules',
    given: given.edition,
    body: `## I. ${UNFILLED}\n\n1. ${UNFILLED}: noteikumu teksts vārds vārdā, katrs punkts jaunā rindkopā ar numuru sākumā.\n`,
  },
  {
    makes: 'entry',
    names: ['parcelta-diena', 'moved-day'],
    title: 'Pārcelta darba diena; nosauc brīvdienu',
    named: 'date',
    example: '2027-05-03',
    kind: 'calendar',
    list: ['movedDays'],
    key: 'off',
    given: given.movedDay,
  },
  {
    makes: 'entry',
    names: ['svetku-diena', 'holiday'],
    title: 'Vienreizēja svētku diena',
    named: 'date',
    example: '2027-09-10',
    kind: 'calendar',
    list: ['oneOffHolidays'],
    key: 'date',
    given: ({ id }) => ({ date: { text: id } }),
  },
  {
    makes: 'entry',
    names: ['kalendara-gads', 'gads', 'year'],
    title: 'Kalendāra gads',
    named: 'year',
    example: '2030',
    kind: 'calendar',
    list: ['years'],
    key: 'year',
    given: given.year,
  },
  {
    makes: 'entry',
    names: ['termini', 'policy'],
    title: 'Iesniegumu termiņi no kādas dienas',
    named: 'date',
    example: '2027-01-01',
    kind: 'policy',
    list: ['policies'],
    key: 'inForce',
    given: given.policy,
  },
  {
    makes: 'entry',
    names: ['glabasana', 'retention'],
    title: 'Glabāšanas kārtība no kādas dienas',
    named: 'date',
    example: '2027-01-01',
    kind: 'retention',
    list: ['policies'],
    key: 'inForce',
    given: given.retention,
  },
  {
    makes: 'entry',
    names: ['atbilde', 'reply'],
    title: 'Atbildes sagatave',
    named: 'slug',
    example: 'rindas-gaidisana',
    kind: 'replies',
    list: ['replies'],
    key: 'id',
    given: given.coded,
  },
  {
    makes: 'entry',
    names: ['sinonimi', 'synonyms'],
    title: 'Meklēšanas sinonīmu grupa; nosauc vārdus',
    named: 'words',
    example: 'kaķis runcis "mājas kaķis"',
    kind: 'synonyms',
    list: ['groups'],
    given: () => ({}),
  },
  {
    makes: 'entry',
    names: ['amats', 'post'],
    title: 'Amats',
    named: 'slug',
    example: 'lietvedis',
    kind: 'site',
    list: ['posts'],
    key: 'id',
    given: given.coded,
  },
  {
    makes: 'entry',
    names: ['turetajs', 'holder'],
    title: 'Pakalpojumu turētājs',
    named: 'slug',
    example: 'csdd',
    kind: 'site',
    list: ['holders'],
    key: 'id',
    given: given.coded,
  },
  {
    makes: 'entry',
    names: ['dzives-situacija', 'life-event'],
    title: 'Dzīves situācija',
    named: 'slug',
    example: 'veseliba',
    kind: 'site',
    list: ['lifeEvents'],
    key: 'id',
    given: given.coded,
  },
];
