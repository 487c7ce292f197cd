// Wording of triage: partiality, redaction, whistleblowers.
import type { PARTIALITY } from '../../domain/register/actions/conflicts.ts';
import type { REDACTION_REASONS } from '../../domain/register/actions/content.ts';

export const partialityWords: Readonly<Record<(typeof PARTIALITY)[number], string>> = {
  'about-them': 'iesniegums ir vai var būt par šo darbinieku',
  related: 'iesniedzējs ir radinieks vai tuvs cilvēks',
  acquainted: 'iesniedzējs ir draugs vai personiski zināms cilvēks',
  interested: 'iznākums skar paša intereses',
};

export const redactionWords: Readonly<Record<(typeof REDACTION_REASONS)[number], string>> = {
  'third-party': 'citas personas dati, kas lietai nav vajadzīgi',
  'special-category': 'ziņas par veselību, pārliecību vai citi īpašo kategoriju dati',
  secret: 'noslēpums vai dati, ko nedrīkst glabāt (piemēram, parole, konta numurs)',
  offensive: 'aizskarošs teksts',
};

/** Trauksmes celšanas likums 7: the duties, counted from receipt. */
export const whistleblowerWords = {
  before:
    'Trauksmes cēlēja ziņojums ir par pārkāpumu, kas kaitē sabiedrības interesēm un ko cilvēks uzzinājis darbā (Trauksmes celšanas likuma 1. pants). Ja iesniegums tāds šķiet, iestāde pati piedāvā to par tādu atzīt (6. panta piektā daļa). Lieta pazudīs no darbu saraksta un meklēšanas; to redzēs tikai izpilddirektors un vietnieks.',
  terms: (day7: string, day60: string): string =>
    `No saņemšanas dienas: apstiprināt un izvērtēt 7 dienu laikā (līdz ${day7}), lēmumu paziņot 3 dienu laikā pēc tā, par gaitu ziņot 2 mēnešu laikā (līdz ${day60}). Ziņotāja vārdu neizpauž un lietā aizstāj ar pseidonīmu (11. pants). Valsts kontaktpunkts: trauksmescelejs.lv.`,
};
