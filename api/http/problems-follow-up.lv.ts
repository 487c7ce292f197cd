// Why a step on a submission is refused, in Latvian, and what can be done instead.
import type { Refusal } from '../domain/follow-up.ts';

export const followUpProblemsLv = {
  'withdraw-closed': {
    title: 'Iesniegumu vairs nevar atsaukt',
    detail: 'Tas jau ir izskatīts vai atsaukts.',
  },
  'review-open': {
    title: 'Pārskatīt vēl nav ko',
    detail: 'Pārskatīšanu var lūgt, kad iesniegums ir izskatīts. Rakstīt ziņu varat jebkurā laikā.',
  },
  'review-pending': {
    title: 'Pārskatīšana jau ir lūgta',
    detail: 'Lūgums ir saņemts un gaida lēmumu. Ja ir kas piebilstams, rakstiet ziņu.',
  },
  'rating-open': {
    title: 'Vērtēt vēl nevar',
    detail: 'Izskatīšanu varēsiet novērtēt, kad tā būs pabeigta.',
  },
  'erasure-pending': {
    title: 'Datu dzēšana jau ir lūgta',
    detail: 'Lūgums ir saņemts un gaida atbildi. Ja ir kas piebilstams, rakstiet ziņu.',
  },
  sealed: {
    title: 'Šim iesniegumam tekstu pievienot nevar',
    detail:
      'To ar Jūsu kodu nevar atvērt, tāpēc Jūsu vārdus nevarētu noglabāt šifrētus. Zvaniet centram un nosauciet reģistrācijas numuru vai iesniedziet jaunu iesniegumu, kurā tas minēts.',
  },
} satisfies Record<Refusal, { readonly title: string; readonly detail: string }>;
