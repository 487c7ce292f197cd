// Texts of the office's steps for the submitter, in Latvian, the language in which an institution answers
// (Valsts valodas likums). Stored sealed in messages, never in events.
import { formatDate } from '../../../src/calendar/format.ts';
import { isExamined, type Kind } from '../../../src/contract/kinds.ts';
import type { Outcome } from '../follow-up.ts';
import type { Channel } from './channels.ts';
import type { ErasureGround, NotedGround, UnexaminedGround } from './grounds.ts';

const unexamined: Readonly<Record<UnexaminedGround, string>> = {
  'no-sender':
    'nav norādīts iesniedzēja vārds, uzvārds un adrese (Iesniegumu likuma 7. panta pirmās daļas 1. punkts)',
  unsigned: 'tas nav parakstīts (Iesniegumu likuma 7. panta pirmās daļas 2. punkts)',
  offensive:
    'tā saturs ir klaji aizskarošs un izaicinošs (Iesniegumu likuma 7. panta pirmās daļas 3. punkts)',
  unreadable: 'tas objektīvi nav izlasāms vai saprotams (Iesniegumu likuma 7. panta pirmās daļas 4. punkts)',
  'answered-before':
    'uz to jau ir atbildēts un nav jaunu faktu vai tiesību normu (Iesniegumu likuma 7. panta pirmās daļas 5. punkts)',
};

const noted: Readonly<Record<NotedGround, string>> = {
  content: 'pēc tā satura atbilde nav vajadzīga (Iesniegumu likuma 5. panta ceturtā daļa)',
  wish: 'Jūs norādījāt, ka atbilde nav vajadzīga (Iesniegumu likuma 5. panta sestā daļa)',
  repeated:
    'par to pašu jautājumu Jums jau paziņots, ka iesniegums atstāts bez izskatīšanas (Iesniegumu likuma 7. panta trešā daļa)',
};

const erasure: Readonly<Record<ErasureGround, string>> = {
  granted:
    'Jūsu lūgumu apmierinām: dati tiks dzēsti (Vispārīgās datu aizsardzības regulas 17. panta 1. punkts).',
  'legal-duty':
    'Datus dzēst nevaram, jo tos liek glabāt likums (Vispārīgās datu aizsardzības regulas 17. panta 3. punkta “b” apakšpunkts, Arhīvu likuma 4. pants).',
  archive:
    'Datus dzēst nevaram, jo tie jāarhivē sabiedrības interesēs (Vispārīgās datu aizsardzības regulas 17. panta 3. punkta “d” apakšpunkts).',
  claims:
    'Datus dzēst nevaram, jo tie vajadzīgi likumīgu prasību celšanai, īstenošanai vai aizstāvēšanai (Vispārīgās datu aizsardzības regulas 17. panta 3. punkta “e” apakšpunkts).',
};

const outcomes: Readonly<Record<Outcome, string>> = {
  justified: 'Sūdzība ir atzīta par pamatotu.',
  partly: 'Sūdzība ir atzīta par daļēji pamatotu.',
  not: 'Sūdzība nav atzīta par pamatotu.',
};

const channels: Readonly<Record<Exclude<Channel, 'web'>, string>> = {
  counter: 'klātienē',
  phone: 'pa tālruni',
  letter: 'vēstulē',
  email: 'e-pastā',
  'e-address': 'ar e-adresi',
};

const further =
  'Varat vērsties arī pie Tiesībsarga (www.tiesibsargs.lv), ja uzskatāt, ka pārkāptas Jūsu cilvēktiesības vai labas pārvaldības princips, un likumā noteiktajos gadījumos – tiesā.';

const documentChannels: Readonly<Record<Exclude<Channel, 'web' | 'phone'>, string>> = {
  counter: 'klātienē',
  letter: 'vēstulē',
  email: 'e-pastā',
  'e-address': 'e-adresē',
};

export const told = {
  outcomes,
  headings: {
    reasons: 'Pamatojums',
    remedy: 'Kas darīts, lai novērstu kļūdas sekas',
    further: 'Ja atbilde Jūs neapmierina',
  },
  /** Rule point 5.1.2. */
  apology: 'Atvainojamies par pieļauto kļūdu un tās radītajām neērtībām.',
  /** Facts §9: every answer includes the options for escalation. */
  further: (kind: Kind): string =>
    `${
      isExamined(kind)
        ? 'Lūdziet izpilddirektoru to pārskatīt: to varat izdarīt iesnieguma gaitas lapā, norādot, kam nepiekrītat. Par darbinieka rīcību varat iesniegt arī jaunu sūdzību.'
        : 'Lūdziet to pārskatīt iesnieguma gaitas lapā, norādot, kam nepiekrītat. Par darbinieka rīcību varat iesniegt sūdzību izpilddirektoram.'
    } ${further}`,
  extended: (dueOn: string, reason: string, law: string): string =>
    `Atbildes termiņš ir pagarināts, jo ${reason} (${law}). Jaunais termiņš: ${formatDate(dueOn)}.`,
  forwarded: {
    sent: 'Jautājums nav mūsu kompetencē, tāpēc iesniegumu pārsūtām (Iesniegumu likuma 4. pants).',
    told: 'Jautājums nav mūsu kompetencē, un iesniegumu nepārsūtām. Lūdzam vērsties pašam (Iesniegumu likuma 4. pants).',
    /** To a colleague of the same centre, by rule point 5.2.3 alone. */
    within: {
      sent: 'Ar šo jautājumu nodarbojas cits speciālists, tāpēc iesniegumu nododam viņam.',
      told: 'Ar šo jautājumu nodarbojas cits speciālists. Lūdzam vērsties pie viņa.',
    },
    to: 'Kas ar to nodarbojas',
    where: 'Kur vērsties',
    fields: {
      institution: 'Iestāde',
      name: 'Vārds, uzvārds',
      post: 'Amats',
      place: 'Atrašanās vieta',
      phone: 'Tālrunis',
      email: 'E-pasts',
      hours: 'Pieņemšanas laiks',
    },
  },
  unexamined: (ground: UnexaminedGround): string =>
    `Iesniegums ir atstāts bez izskatīšanas, jo ${unexamined[ground]}.`,
  noted: (ground: NotedGround): string =>
    `Iesniegums ir pieņemts zināšanai un ņemts vērā darbā; ${noted[ground]}.`,
  withdrawn: (channel: Exclude<Channel, 'web'>, on: string): string =>
    `Pierakstījām, ka ${formatDate(on, 'locative')} Jūs ${channels[channel]} atsaucāt iesniegumu, tāpēc to vairs neizskatām. Ja tā nav, paziņojiet mums.`,
  document: (channel: Exclude<Channel, 'web' | 'phone'>, on: string): string =>
    `Saņemts ${documentChannels[channel]} ${formatDate(on, 'locative')}; lietai pievienoja centra darbinieks.`,
  reopened: (dueOn: string): string =>
    `Iesnieguma izskatīšana ir atsākta. Atbildes termiņu skaita no jauna: ${formatDate(dueOn)}.`,
  declined: 'Lūgums pārskatīt ir izvērtēts. Izskatīšana netiek atsākta, un sniegtā atbilde paliek spēkā.',
  declinedFurther: `Ja tam nepiekrītat: ${further.charAt(0).toLowerCase()}${further.slice(1)}`,
  erasure: (ground: ErasureGround): string => erasure[ground],
  erasureFurther:
    'Ja tam nepiekrītat, varat sūdzēties Datu valsts inspekcijā (Elijas iela 17, Rīga, LV-1050, pasts@dvi.gov.lv) vai vērsties tiesā (Vispārīgās datu aizsardzības regulas 12. panta 4. punkts).',
};

/** Paragraphs separated by an empty line; empty ones are left out. */
export const paragraphs = (...parts: readonly (string | null)[]): string =>
  parts.flatMap(part => (part?.trim() ? [part.trim()] : [])).join('\n\n');
