// English names of the statutory holidays, by their Latvian names in `holidays.ts`.
import type { Holiday } from './holidays.ts';

const NAMES: Readonly<Record<string, string>> = {
  'Jaungada diena': 'New Year’s Day',
  'Darba svētki, Latvijas Republikas Satversmes sapulces sasaukšanas diena':
    'Labour Day and Convocation of the Constitutional Assembly',
  'Latvijas Republikas Neatkarības atjaunošanas diena': 'Restoration of Independence Day',
  'Līgo diena': 'Midsummer Eve',
  'Jāņu diena': 'Midsummer Day',
  'Latvijas Republikas Proklamēšanas diena': 'Proclamation Day of the Republic of Latvia',
  'Ziemassvētku vakars': 'Christmas Eve',
  'Pirmie Ziemassvētki': 'Christmas Day',
  'Otrie Ziemassvētki': 'Second Day of Christmas',
  'Vecgada diena': 'New Year’s Eve',
  'Lielā Piektdiena': 'Good Friday',
  'Pirmās Lieldienas': 'Easter Sunday',
  'Otrās Lieldienas': 'Easter Monday',
  Vasarsvētki: 'Pentecost',
  'Mātes diena': 'Mother’s Day',
};

/**
 * The holiday in English. Days listed by an editor have only a Latvian name; then the kind of day is given.
 */
export function holidayNameEn({ name, kind }: Pick<Holiday, 'name' | 'kind'>): string {
  if (kind === 'substitute') return 'day off in place of a public holiday at the weekend';
  if (kind === 'festival') return 'Song and Dance Festival';
  return NAMES[name] ?? 'public holiday';
}
