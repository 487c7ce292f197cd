// What the check of the register found, in words: the same on the chain's page and in the terminal.
import type { Finding } from '../domain/register/compare.ts';
import { NOT_COVERED } from './not-covered.ts';
import { RECORD_WORDS } from './register/unmarked-notice.ts';
import { harmless } from './terminal.ts';

/** Names of columns in the text of a finding. */
const COLUMNS: Readonly<Record<string, string>> = {
  kind: 'veids',
  state: 'stāvoklis',
  received_at: 'saņemšanas laiks',
  due_on: 'termiņš',
  service: 'pakalpojums',
  rule_points: 'noteikumu punkti',
  unread_since: 'atzīme par nelasītu ziņu',
  review_requested_at: 'lūgums pārskatīt',
  erasure_requested_at: 'lūgums dzēst datus',
  assignee: 'atbildīgais',
  channel: 'saņemšanas ceļš',
  spam: 'surogātpasta atzīme',
  handling: 'trauksmes celšanas atzīme',
  closed_at: 'slēgšanas laiks',
  outcome: 'iznākums',
  held_since: 'aizliegums iznīcināt',
  sent_on: 'nosūtīšanas diena',
  at: 'laiks',
  author: 'autors',
  person: 'autors',
  published_on: 'publicēšanas diena',
  withdrawn_on: 'atsaukšanas diena',
  given_at: 'laiks',
  satisfaction: 'apmierinātība',
  effort: 'pūles',
  rated_at: 'vērtējuma laiks',
  erased_at: 'iznīcināšanas laiks',
  ...RECORD_WORDS,
};

const WORDS: Readonly<Record<Finding['what'], (of: string, name: string) => string>> = {
  unreceived: of => `Iesniegums ${of} ir reģistrā, bet ķēdē par tā saņemšanu nav nekā.`,
  gone: of => `Iesniegums ${of} ir saņemts, bet reģistrā tā nav, un nav arī ieraksta par iznīcināšanu.`,
  risen: of => `Iesniegums ${of} ir iznīcināts, bet reģistrā tas ir.`,
  redated: of => `Iesniegumam ${of} saņemšanas laiks reģistrā nav tas, kas ķēdē.`,
  'case-column': (of, name) => `Iesniegumam ${of} reģistrā nav tas, kas izriet no notikumiem: ${name}.`,
  'message-missing': of => `Iesniegumam ${of} trūkst ziņas, par kuru ķēdē ir notikums.`,
  'message-unknown': of => `Iesniegumam ${of} ir ziņa, par kuru ķēdē nekā nav.`,
  'message-column': (of, name) => `Iesniegumam ${of} ziņa nav tāda, kā stāsta ķēde: ${name}.`,
  'note-missing': of => `Iesniegumam ${of} trūkst piezīmes, par kuru ķēdē ir notikums.`,
  'note-unknown': of => `Iesniegumam ${of} ir piezīme, par kuru ķēdē nekā nav.`,
  'note-column': (of, name) => `Iesniegumam ${of} piezīme nav tāda, kā stāsta ķēde: ${name}.`,
  'link-missing': of => `Iesniegumam ${of} trūkst saites ar citu lietu, par kuru ķēdē ir notikums.`,
  'link-unknown': of => `Iesniegumam ${of} ir saite ar citu lietu, par kuru ķēdē nekā nav.`,
  'link-column': (of, name) => `Iesniegumam ${of} saite ar citu lietu nav tāda, kā stāsta ķēde: ${name}.`,
  'publication-missing': of => `Iesniegumam ${of} trūkst publicētā kopsavilkuma, par kuru ķēdē ir notikums.`,
  'publication-unknown': of => `Iesniegumam ${of} ir publicēts kopsavilkums, par kuru ķēdē nekā nav.`,
  'publication-column': (of, name) =>
    `Iesniegumam ${of} publicētais kopsavilkums nav tāds, kā stāsta ķēde: ${name}.`,
  'rating-missing': of => `Iesniegumam ${of} trūkst vērtējuma, par kuru ķēdē ir notikums.`,
  'rating-unknown': of => `Iesniegumam ${of} ir vērtējums, par kuru ķēdē nekā nav.`,
  'rating-column': (of, name) => `Iesniegumam ${of} vērtējums nav tāds, kā stāsta ķēde: ${name}.`,
  'conflict-missing': of => `Iesniegumam ${of} trūkst interešu konflikta, par kuru ķēdē ir notikums.`,
  'conflict-unknown': of => `Iesniegumam ${of} ir interešu konflikts, par kuru ķēdē nekā nav.`,
  'conflict-lifted': of => `Iesniegumam ${of} interešu konflikts ir atcelts, bet ķēdē par to nekā nav.`,
  files: of => `Iesniegumam ${of} failu skaits nav tāds, kā stāsta ķēde.`,
  'tombstone-missing': of => `Par iznīcināto iesniegumu ${of} trūkst ieraksta, ko lieto rādītājos.`,
  'tombstone-unknown': of => `Rādītājiem ir ieraksts par iesniegumu ${of}, kura tur nevajadzētu būt.`,
  'tombstone-column': (of, name) =>
    `Par iznīcināto iesniegumu ${of} rādītājiem glabā ne to, kas izriet no notikumiem: ${name}.`,
  unmarked: (of, name) => `Reģistra cilvēkam ${of} ir ieraksts bez sistēmas zīmes: ${name}.`,
};

/** One sentence for each kind of finding: the first, and how many there are. `isCapped`: there may be more. */
export function findingTexts(findings: readonly Finding[], isCapped: boolean): readonly string[] {
  const kinds = Map.groupBy(findings, ({ what, name }) => `${what} ${name ?? ''}`);
  return [...kinds.values()].flatMap(same => {
    const [first] = same;
    if (!first) return [];
    const { what, of, name = '' } = first;
    return [
      harmless(WORDS[what](of, COLUMNS[name] ?? name)) +
        (same.length > 1 ? ` Tādu ir ${isCapped ? 'vismaz ' : ''}${same.length}.` : ''),
    ];
  });
}

/** Stands for whatever the reader may not be told by number; not only for that, so that it tells nothing by itself. */
export const UNNAMED =
  'Ir atrasta neatbilstība, ko šeit sīkāk nerādām. Pasakiet administratoram: pilnu sarakstu uz servera parāda komanda “npm run register -- verify”.';

export const NOT_COMPARED =
  'Tā ir agrākas programmas versijas datubāze: pārbaudīta ķēde un tas, vai saņemtie iesniegumi ir vietā; pārējās rindas ar notikumiem nav salīdzinātas.';

export const NOT_COVERED_TITLE = 'Ko šī pārbaude nevar pateikt:';
export const notCoveredTexts: readonly string[] = NOT_COVERED.map(({ text }) => text);
