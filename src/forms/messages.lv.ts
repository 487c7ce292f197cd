// Messages of the forms, in Latvian. Labels and hints are in `words.lv.ts`.
import { countingIn } from './counting.ts';
import { fileFaultsLv, filesLv } from './messages-files.lv.ts';

const { characters } = countingIn('lv');
const LATVIAN = new Intl.PluralRules('lv');

function errors(count: number): string {
  const rule = LATVIAN.select(count);
  return rule === 'one' ? 'kļūda' : rule === 'zero' ? 'kļūdu' : 'kļūdas';
}

export const messagesLv = {
  optional: '(nav obligāti)',
  errorPrefix: 'Kļūda:',
  errorTitle: 'Kļūda: ',
  summaryTitle: 'Veidlapa vēl nav nosūtīta',
  summaryIntro: 'Viss ierakstītais ir saglabāts šajā lapā. Izlabojiet norādīto un nosūtiet vēlreiz:',
  moreErrors: (count: number) => `Un vēl ${count} ${errors(count)}.`,
  cantSay: 'Nevaru atbildēt',
  notChosen: 'Nav izvēlēts',
  limit: (max: number) => `Līdz ${characters(max)}.`,
  tooLong: (length: number, max: number) =>
    `Teksts ir par garu: ierakstītas ${characters(length)}, atļautas ${characters(max)}. Saīsiniet to vismaz par ${characters(length - max)}.`,
  notText: 'Šeit jābūt tekstam.',
  notBoolean: 'Šeit jābūt vērtībai true vai false.',
  notList: 'Šeit jābūt sarakstam ar tekstiem.',
  email: 'Pārbaudiet e-pasta adresi: tajā jābūt zīmei @ un domēnam, piemēram, vards@piemers.lv.',
  date: 'Norādiet īstu datumu: gads, mēnesis, diena, piemēram, 2026-11-20.',
  range: (min: number, max: number, unit?: string) =>
    `Vesels skaitlis no ${min} līdz ${max}${unit ? ` (${unit})` : ''}.`,
  number: (min: number, max: number) => `Ierakstiet veselu skaitli no ${min} līdz ${max}, tikai ciparus.`,
  dateFrom: (from: string) => `Norādiet ${from} vai vēlāku dienu.`,
  dateTo: (to: string) => `Norādiet ${to} vai agrāku dienu.`,
  notAsked: 'Šis jautājums pēc iepriekšējām atbildēm netiek uzdots. Izņemiet atbildi uz to.',
  future: 'Datums ir nākotnē. Norādiet šodienu vai agrāku dienu.',
  option: 'Izvēlieties kādu no piedāvātajām atbildēm.',
  unknownOption: (value: string) => `Atbildes “${value}” sarakstā nav. Izvēlieties kādu no piedāvātajām.`,
  unknownField: (name: string) => `Šajā veidlapā nav lauka “${name}”. Izņemiet to no pieprasījuma.`,
  badCharacter: (position: number, code: string) =>
    `Teksta ${position}. vietā ir rakstzīme, ko nevar saglabāt (${code}). Izdzēsiet to un sūtiet vēlreiz.`,
  noFiles: 'Šai veidlapai failus pievienot nevar. Nosūtiet to bez failiem.',
  files: filesLv,
  fileFaults: fileFaultsLv,
  key: 'Veidlapas atslēga nav derīga. Atveriet veidlapu no jauna un ierakstiet datus vēlreiz. Programmām: atslēga ir 16–100 zīmes no A–Z, a–z, 0–9, “-” un “_”, nejauša un slepena.',
  guessableKey:
    'Veidlapas atslēga ir viegli uzminama. Programmām: tai jābūt nejaušai un slepenai, piemēram, crypto.randomUUID() vai 22 nejaušas zīmes no A–Z, a–z, 0–9, “-” un “_”; skaitītājs, vārds vai atkārtotas zīmes neder.',
  unanswered: 'Atbildiet uz šo jautājumu.',
  trap: 'Tīmekļvietne (atstājiet tukšu)',
  proof:
    'Pārbaude sāksies, kad nospiedīsiet sūtīšanas pogu, un ilgs dažas sekundes. Bez JavaScript un tad, ja pārbaude neizdodas, varat sūtīt tāpat: visu saņemsim, tikai vispirms pārliecināsimies, ka tas nav surogātpasts.',
};

/** The shape every language of the messages has. */
export type FormMessages = typeof messagesLv;
