// Latvian wording of recording oral, telephone and paper submissions (rule points 5.2.2, 10.1; Iesniegumu
// likums 3(3)).
import type { ReceivedFault } from '../../domain/register/counter.ts';

export const counterWords = {
  title: 'Pierakstīt iesniegumu',
  lede: 'Mutiski, pa tālruni, vēstulē vai e-pastā saņemtu iesniegumu. Termiņu skaita no saņemšanas dienas.',
  sections: { how: 'Kā un kad saņemts', what: 'Ko cilvēks saka', who: 'Iesniedzējs', reply: 'Atbilde' },
  channel: { label: 'Kā saņemts', required: 'Izvēlieties, kā iesniegums saņemts.' },
  kind: { label: 'Iesnieguma veids', required: 'Izvēlieties iesnieguma veidu.' },
  kinds: {
    complaint: 'Sūdzība',
    suggestion: 'Ierosinājums',
    gratitude: 'Pateicība',
    question: 'Jautājums',
    site: 'Par tīmekļvietni',
  },
  receivedOn: { label: 'Saņemšanas diena', required: 'Norādiet, kurā dienā iesniegums saņemts.' },
  receivedAt: {
    label: 'Saņemšanas laiks',
    hint: 'Stundas un minūtes, piemēram, 09:05.',
    required: 'Norādiet, cikos iesniegums saņemts.',
  },
  faults: {
    time: 'Laiku rakstiet kā stundas un minūtes, piemēram, 09:05.',
    skipped: 'Šāda laika tajā dienā nebija: pulksteni pagrieza stundu uz priekšu.',
    future: 'Šis brīdis vēl nav pienācis. Pārbaudiet dienu un laiku.',
    'no-policy': 'Nav zināms, kādi termiņi tajā dienā bija spēkā. Pārbaudiet gadu.',
    'no-year': 'Šā gada nav darba dienu kalendārā, tāpēc termiņu nevar aprēķināt. Pārbaudiet gadu.',
  } satisfies Record<ReceivedFault, string>,
  attachments: {
    label: 'Pielikumi',
    hint: 'Ieskenēta vēstule, fotogrāfija vai dokuments, ko cilvēks uzrāda. Iesniedzējs tos redzēs iesnieguma gaitā.',
  },
  coSigners: {
    label: 'Pārējie iesniedzēji',
    hint: 'Ja iesniedz vairāki kopā: pārējo vārdi. Atbildi nosūta pirmajam (Iesniegumu likuma 6. panta pirmā daļa).',
  },
  next: 'Nolasīt pirms pierakstīšanas',
  readBack: {
    title: 'Nolasiet iesniedzējam',
    intro: 'Vēl nekas nav saglabāts. Šādi iesniegums tiks pierakstīts:',
    received: 'Saņemts',
    due: 'Atbilde līdz',
    noDue: 'termiņa nav',
    edit: 'Labot',
    store: 'Pierakstīt',
  },
  receipt: {
    title: 'Iesniegums pierakstīts',
    hand: 'Izdrukājiet un izsniedziet iesniedzējam. Izsekošanas kods redzams tikai tagad; vēlāk to nevar izsniegt. Otrā lapa ar iesniedzēja parakstu paliek centrā.',
    print: 'Drukā ar pārlūka komandu (Ctrl + P).',
    facts: { reference: 'Reģistrācijas numurs', received: 'Saņemts', due: 'Atbilde līdz' },
    code: 'Izsekošanas kods',
    codeText:
      'Ar šo kodu centra tīmekļvietnes lapā „Iesnieguma gaita” redzams, kas ar iesniegumu notiek, un atbilde. Kods ir slepens: kam tas ir, tas var lasīt iesnieguma gaitu.',
    qr: 'QR kods: lapa „Iesnieguma gaita”',
    signed: 'Parakstīts apstiprinājums',
    genuine:
      'Apstiprinājuma īstumu ikviens var pārbaudīt centra tīmekļvietnes lapā „Apstiprinājuma pārbaude”.',
    paper: 'Pierakstītais iesniegums',
    confirm: 'Iesniegums ir pierakstīts pareizi.',
    signature: 'iesniedzēja paraksts, datums',
    clerk: 'Pierakstīja',
    toCase: 'Atvērt lietu',
    another: 'Pierakstīt nākamo',
  },
  already: {
    title: 'Jau pierakstīts',
    text: 'Šis iesniegums jau ir pierakstīts, un kods ir izsniegts. Otrreiz to izsniegt nevar.',
    conflict:
      'Šī veidlapa jau ir pierakstīta ar citu saturu. Kontaktinformāciju labojiet lietā; citam iesniegumam atveriet jaunu veidlapu.',
  },
};
