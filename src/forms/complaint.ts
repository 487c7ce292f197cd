// The complaint form (rule points 5.1.2, 10.1, 13; Iesniegumu likums s. 3). Only the text is required.
import type { FormDefinition, Option } from './field.ts';

export const REPLY_CHANNELS = ['email', 'post', 'e-address', 'status-page', 'none'] as const;
export type ReplyChannel = (typeof REPLY_CHANNELS)[number];

export const REPLY_LABELS: Readonly<Record<ReplyChannel, string>> = {
  email: 'E-pastā',
  post: 'Pa pastu',
  'e-address': 'Oficiālajā elektroniskajā adresē (e-adresē)',
  'status-page': 'Šajā vietnē, ievadot izsekošanas kodu',
  none: 'Atbilde nav vajadzīga',
};

export interface ComplaintOptions {
  readonly services: readonly Option[];
  /** All points of the rules in force. */
  readonly rulePoints: readonly Option[];
}

/** Points that promise something to a client: the leaves of chapters II and III. */
const offered = (points: readonly Option[]): Option[] =>
  points.filter(
    ({ id }) => /^(5\.|[6-9]$|10\.)/.test(id) && !points.some(other => other.id.startsWith(`${id}.`)),
  );

/** The complaint form for the present services and rule points. */
export function complaintForm({ services, rulePoints }: ComplaintOptions): FormDefinition {
  return {
    id: 'sudziba',
    title: 'Iesniegt sūdzību',
    action: '/api/complaints',
    submit: 'Nosūtīt sūdzību',
    stores: true,
    sections: [
      {
        legend: 'Kas notika',
        fields: [
          {
            kind: 'textarea',
            name: 'text',
            label: 'Sūdzības teksts',
            hint: 'Pastāstiet, kas notika, kur un kad. Nerakstiet par veselību, pārliecību vai citām sensitīvām lietām, ja sūdzības izskatīšanai tas nav vajadzīgs.',
            required: 'Uzrakstiet, par ko sūdzaties. Pietiek ar vienu teikumu.',
            maxLength: 10_000,
            rows: 9,
          },
          {
            kind: 'textarea',
            name: 'wish',
            label: 'Ko vēlaties panākt',
            hint: 'Piemēram, atvainošanos, kļūdas labošanu vai paskaidrojumu.',
            maxLength: 2_000,
            rows: 3,
          },
          { kind: 'text', name: 'subject', label: 'Temats dažos vārdos', maxLength: 200 },
          { kind: 'date', name: 'occurredOn', label: 'Kad tas notika', maxLength: 10, notAfterToday: true },
          {
            kind: 'select',
            name: 'service',
            label: 'Pakalpojums, uz kuru sūdzība attiecas',
            options: services,
          },
          {
            kind: 'text',
            name: 'aboutStaff',
            label: 'Darbinieks, par kuru sūdzaties',
            hint: 'Vārds, amats vai kabinets, ja to zināt. Šis darbinieks Jūsu sūdzību neizskatīs.',
            maxLength: 200,
          },
          {
            kind: 'checkboxes',
            name: 'rulePoints',
            label: 'Noteikumu punkti, kas pārkāpti',
            folded: 'Izvēlēties noteikumu punktus',
            onPaper: 'Ierakstiet punktu numurus, piemēram, 5.1.1. Noteikumus varat palūgt darbiniekam.',
            options: offered(rulePoints),
            alsoAccepts: rulePoints.map(({ id }) => id),
          },
        ],
      },
      {
        legend: 'Par Jums',
        intro: [
          'Sūdzību varat iesniegt arī bez vārda. Tad to izskatīsim kā ierosinājumu darba uzlabošanai: likums neuzliek pienākumu atbildēt, ja nav norādīts iesniedzēja vārds, uzvārds un adrese (Iesniegumu likuma 7. pants).',
          'Jūsu identitāti bez piekrišanas neizpaužam (Iesniegumu likuma 9. pants).',
        ],
        fields: [
          { kind: 'text', name: 'name', label: 'Vārds un uzvārds', autocomplete: 'name', maxLength: 200 },
          {
            kind: 'textarea',
            name: 'address',
            rows: 2,
            label: 'Adrese',
            hint: 'Ja adreses nav, oficiālu atbildi pa pastu nosūtīt nevaram.',
            autocomplete: 'street-address',
            maxLength: 300,
          },
          {
            kind: 'email',
            name: 'email',
            label: 'E-pasta adrese',
            hint: 'Vajadzīga tikai tad, ja atbildi vēlaties saņemt e-pastā.',
            autocomplete: 'email',
            maxLength: 254,
          },
          {
            kind: 'tel',
            name: 'phone',
            label: 'Tālrunis',
            hint: 'Zvanīsim tikai tad, ja kaut kas būs jāprecizē.',
            autocomplete: 'tel',
            maxLength: 40,
          },
        ],
      },
      {
        legend: 'Atbilde un datu izmantošana',
        fields: [
          {
            kind: 'radio',
            name: 'replyBy',
            label: 'Kā vēlaties saņemt atbildi',
            hint: 'Ja neizvēlēsieties neko, atbilde būs šajā vietnē. Ja Jums ir aktīva e-adrese, oficiālo atbildi sūtīsim uz to.',
            onPaper: 'Ja Jums ir aktīva e-adrese, oficiālo atbildi sūtīsim uz to.',
            options: REPLY_CHANNELS.map(id => ({
              id,
              label: REPLY_LABELS[id],
              ...(id === 'status-page' ? { onPaper: 'Centra tīmekļvietnē, ievadot izsekošanas kodu' } : {}),
            })),
          },
          {
            kind: 'checkbox',
            name: 'keepFactsPrivate',
            label: 'Nevēlos, lai sūdzībā minētie fakti tiktu izpausti.',
          },
          {
            kind: 'checkbox',
            name: 'consentToForward',
            label: 'Piekrītu, ka mana identitāte tiek izpausta iestādei, kurai sūdzību pārsūta.',
            hint: 'Ja nepiekrītat un jautājums ir citas iestādes ziņā, pastāstīsim, kur vērsties Jums pašam.',
          },
        ],
      },
    ],
  };
}
