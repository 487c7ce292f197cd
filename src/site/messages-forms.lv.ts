// Latvian wording around the forms: what to know before writing. The wording of the fields is in `src/forms`.
export const formPagesLv = {
  complaint: {
    title: 'Iesniegt sūdzību',
    description:
      'Iesniedziet sūdzību par klientu apkalpošanu: obligāts ir tikai teksts, apstiprinājumu saņemsiet uzreiz.',
    lede: 'Pastāstiet, kas nebija labi. Obligāts ir tikai teksts; numuru, termiņu un izsekošanas kodu saņemsiet uzreiz pēc nosūtīšanas.',
    before: 'Pirms rakstāt',
    formal: 'Vai vajag oficiālu, pārsūdzamu atbildi?',
    formalText:
      'Šī veidlapa nav parakstīts iesniegums. Kārtību, kādā uz to atbild, nosaka iestādes vadītājs, un atbildi tiesā pārsūdzēt nevar (Iesniegumu likuma 2. panta ceturtā daļa un 10. panta piektā daļa). Ja vajag oficiālu atbildi, iesniedziet sūdzību:',
    formalWays: [
      'oficiālajā elektroniskajā adresē (e-adresē) vai portālā latvija.gov.lv;',
      'e-pastā, parakstot ar drošu elektronisko parakstu;',
      'klātienē centrā vai pa pastu, parakstot ar roku. Ja rakstīt ir grūti, darbinieks palīdzēs.',
    ],
    whistle: 'Ziņojat par pārkāpumu, ko uzzinājāt darbā?',
    whistleText:
      'Ja pārkāpums kaitē sabiedrības interesēm un to uzzinājāt darbā, izmantojiet trauksmes cēlēja ziņojumu – tad Jums ir likuma aizsardzība. Šī veidlapa to nedod.',
    whistleLink: 'Trauksmes cēlēja ziņojums – trauksmescelejs.lv',
    who: 'Kas sūdzību izskatīs',
    whoText:
      'Par klientu apkalpošanas noteikumu pārkāpumiem sūdzības izskata izpilddirektors. Darbinieks, uz kuru sūdzība attiecas, to neizskata.',
    whoRule: 'Noteikumu 13. punkts',
    handling: 'Kā izskatām iesniegumus',
  },
  feedback: {
    title: 'Atsauksme vai ierosinājums',
    description: 'Ierosinājums, pateicība, jautājums vai piezīme par šo vietni.',
    lede: 'Ierosinājums, pateicība, jautājums vai piezīme par šo vietni. Vārdu norādīt nav obligāti.',
    complaint: 'Ja kaut kas nav bijis labi un vēlaties, lai to izskata,',
    complaintLink: 'iesniedziet sūdzību',
  },
  status: {
    title: 'Iesnieguma gaita',
    description: 'Uzziniet, kas notiek ar Jūsu sūdzību vai atsauksmi: ievadiet izsekošanas kodu.',
    lede: 'Ievadiet kodu, ko saņēmāt pēc nosūtīšanas. Reģistrēties nav vajadzīgs.',
    lost: 'Kods ir pazudis?',
    lostText:
      'Kodu atkārtoti izsniegt nevaram, jo to neglabājam. Zvaniet centram un nosauciet reģistrācijas numuru vai savu vārdu – darbinieks pateiks, kā saņemt ziņas par iesniegumu.',
  },
  check: {
    title: 'Apstiprinājuma pārbaude',
    description: 'Pārbaudiet, vai saņemšanas apstiprinājums ir īsts un nemainīts.',
    lede: 'Katru saņemšanas apstiprinājumu parakstām elektroniski. Šeit ikviens var pārbaudīt, vai tas ir īsts un tajā nekas nav mainīts.',
    what: 'Ko pārbaude parāda',
    whatText:
      'Tikai to, vai paraksts ir īsts, un to, kas jau rakstīts apstiprinājumā. Iesnieguma saturu, iesniedzēju un izskatīšanas gaitu pārbaude neatklāj.',
    key: 'Paraksta publiskā atslēga (Ed25519)',
  },
  offline: {
    title: 'Nav savienojuma ar vietni',
    description: 'Šo lapu rāda pārlūks, kad vietnei nevar piekļūt.',
    lede: 'Lapu atvērt neizdevās: ierīce nav savienota ar internetu vai vietne pašlaik neatbild.',
    text: 'Ja kāda no Jūsu veidlapām gaida nosūtīšanu, tā ir redzama šīs lapas sākumā. Citas lapas pārlādējiet, kad savienojums būs atjaunots.',
    works: 'Bez interneta darbojas',
    call: 'Varat arī zvanīt centram:',
  },
  survey: {
    closed: 'Šī aptauja ir beigusies.',
    future: 'Šī aptauja vēl nav sākusies.',
    others: 'Visas aptaujas',
    period: 'Atbildēt var',
  },
};
