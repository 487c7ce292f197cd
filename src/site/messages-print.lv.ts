// Latvian wording of the printables: the page that lists them, the note above each, and the printed text.
export const printLv = {
  title: 'Izdrukas',
  description:
    'Pakalpojumu saraksts pie sienas, durvju zīme, amata plāksnītes, sūdzību kārtība un veidlapas drukāšanai.',
  lede: 'Plakāti, zīmes un veidlapas drukāšanai. Tās veidotas no tiem pašiem datiem kā tīmekļvietne, tāpēc saka to pašu.',
  how: 'Kā drukāt',
  steps: [
    'Atveriet vajadzīgo izdruku un izvēlieties pārlūkā “Drukāt” (taustiņi Ctrl + P, Mac datorā ⌘ + P).',
    'Papīra izmēru un malas lapa nosaka pati. Ja pārlūks par tām jautā, izvēlieties norādīto izmēru, mērogu 100 % un noklusējuma malas.',
    'Izslēdziet “Galvenes un kājenes”, lai lapas malās neparādās pārlūka uzraksti.',
    'Datumu un adresi meklējiet izdrukas apakšā. Ja tīmekļvietnē datums ir jaunāks, izdrukājiet un nomainiet.',
  ],
  list: 'Ko var izdrukāt',
  paper: 'Papīrs',
  point: (number: string) => `${number}. punkts`,
  all: 'Visas izdrukas',
  note: (paper: string) =>
    `Drukas priekšskatījums. Papīrs: ${paper}. Drukājiet ar Ctrl + P (Mac datorā ⌘ + P), mērogs 100 %, bez galvenēm un kājenēm.`,
  made: (date: string) => `Izdruka sagatavota ${date}.`,
  newer: 'Vai ir jaunāka? Pārbaudiet:',
  qr: (address: string) => `QR kods ar adresi ${address}`,
  sample: 'PARAUGS',
  sheets: {
    wallA4: {
      title: 'Pakalpojumu saraksts, A4',
      purpose: 'Pie sienas vai mapē: visi pakalpojumi, termiņš, cena un kas palīdz.',
    },
    wallA3: {
      title: 'Pakalpojumu saraksts, A3',
      purpose: 'Pie sienas zālē: tas pats saraksts lielākiem burtiem, salasāms no attāluma.',
    },
    door: {
      title: 'Durvju zīme',
      purpose: 'Pie ieejas: darba laiks, gaidāmās izmaiņas, adrese un tālrunis.',
    },
    plates: {
      title: 'Amata plāksnītes',
      purpose: 'Pie kabineta durvīm: vārds, uzvārds, amats un pieņemšanas laiks. Trīs lapā.',
    },
    cards: {
      title: 'Galda kartītes',
      purpose: 'Uz galda, salokot uz pusēm: vārds, uzvārds un amats abās pusēs. Divas lapā.',
    },
    complain: {
      title: 'Kā sūdzēties',
      purpose: 'Pie sienas: kur un kā iesniegt sūdzību, kas to izskata un cik ātri atbild.',
    },
    complaintForm: {
      title: 'Sūdzības veidlapa',
      purpose: 'Tiem, kas raksta ar roku: tie paši lauki, kas tīmekļvietnes veidlapā.',
    },
    feedbackForm: {
      title: 'Ierosinājuma veidlapa',
      purpose: 'Ierosinājums, pateicība vai jautājums uz papīra: tie paši lauki, kas tīmekļvietnē.',
    },
  },
  wall: {
    title: 'Mūsu pakalpojumi',
    service: 'Pakalpojums',
    time: 'Termiņš',
    cost: 'Cena',
    helper: 'Kas palīdz',
    ask: 'jautājiet',
    legend: '* Vēl jāapstiprina pakalpojuma turētājam.',
    more: 'Kas jāņem līdzi un kā pieteikties, jautājiet darbiniekam vai skatiet:',
  },
  door: {
    title: 'Darba laiks',
    changes: 'Gaidāmās izmaiņas',
    more: 'Tālruņa un kases darba laiks, visas izmaiņas:',
  },
  plate: {
    reception: 'Pieņemšanas laiks',
  },
  complain: {
    title: 'Ja kaut kas nebija labi, pasakiet mums',
    tell: 'Pasakiet uzreiz',
    tellText:
      'Ja darbinieks ir kļūdījies, viņš atvainojas, dara visu, lai kļūdu novērstu, un pastāsta par tiesībām iesniegt sūdzību.',
    file: 'Iesniedziet sūdzību',
    online: 'Tālrunī vai datorā – noskenējiet kodu vai atveriet adresi. Obligāts ir tikai teksts.',
    paper: 'Uz papīra – palūdziet veidlapu. Ja rakstīt ir grūti, darbinieks palīdzēs.',
    phone: 'Pa uzticības tālruni',
    name: 'Sūdzību var iesniegt arī bez vārda, bet tad nevarēsim Jums atbildēt.',
    official:
      'Ja vajag oficiālu, pārsūdzamu atbildi, norādiet vārdu, uzvārdu, adresi un parakstieties – uz papīra, ar drošu elektronisko parakstu vai sūtiet no e-adreses.',
    next: 'Kas notiek tālāk',
    who: 'Izskata',
    whoNot: 'Darbinieks, uz kuru sūdzība attiecas, to neizskata.',
    not: 'Ja atbilde neapmierina',
    notText:
      'Lūdziet izpilddirektoram to pārskatīt. Varat vērsties arī pie tiesībsarga, likumā noteiktajos gadījumos – tiesā.',
  },
  form: {
    online: 'To pašu var iesniegt tīmekļvietnē:',
    lede: 'Rakstiet salasāmi; ja nepietiek vietas, pievienojiet lapu. Ja rakstīt ir grūti, darbinieks palīdzēs.',
    complaintTitle: 'Sūdzība',
    feedbackTitle: 'Atsauksme vai ierosinājums',
    hand: (address: string) => `Nododiet darbiniekam vai sūtiet pa pastu: ${address}.`,
    official:
      'Ja vēlaties oficiālu, pārsūdzamu atbildi, norādiet vārdu, uzvārdu un adresi un parakstieties (Iesniegumu likuma 7. pants).',
    date: 'Datums',
    signature: 'Paraksts',
    office: 'Aizpilda darbinieks',
    received: 'Saņemts (datums, laiks)',
    reference: 'Reģistrācijas numurs',
    by: 'Pieņēma (vārds, uzvārds, paraksts)',
    privacy: 'Kā apstrādājam Jūsu datus:',
  },
  survey: {
    sheet: (title: string) => ({
      title: `Aptauja “${title}”`,
      purpose:
        'Anketa tiem, kas raksta ar roku: tie paši jautājumi, kas tīmekļvietnē, ar tiem pašiem numuriem.',
    }),
    how: 'Atzīmējiet lodziņu ar krustiņu, katrā jautājumā vienu, ja nav teikts citādi. Ja kļūdījāties, aizkrāsojiet lodziņu un atzīmējiet citu.',
    anonymous:
      'Anketa ir anonīma. Neparakstieties un nerakstiet ne savu, ne citu vārdu, adresi vai tālruņa numuru.',
    hand: (until: string) =>
      `Aizpildīto anketu līdz ${until} iemetiet aptauju kastītē pie apkalpošanas letes. Ja rakstīt ir grūti, darbinieks palīdzēs.`,
    online: 'To pašu var aizpildīt tīmekļvietnē:',
    end: 'Paldies, ka atbildējāt!',
    office: 'Aizpilda darbinieks',
    month: 'Saņemta (mēnesis, gads)',
    serial: 'Lapas numurs reģistrā',
    /** Printed at the foot of every sheet, so that an entry is matched to the questions that were asked. */
    mark: (id: string, version: number) => `Aptauja ${id}, ${version}. redakcija`,
  },
};
