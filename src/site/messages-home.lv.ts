// Latvian wording of the home page.
export const homeLv = {
  title: 'Pašvaldības un valsts pakalpojumi vienuviet',
  siteTitle: 'Jaunpiebalgas klientu apkalpošanas centrs',
  description:
    'Jaunpiebalgas klientu apkalpošanas centrs: pašvaldības un valsts pakalpojumi, darba laiks, darbinieki, sūdzības un ierosinājumi.',
  lede: 'Jaunpiebalgas klientu apkalpošanas centrā palīdzam nokārtot lietas pašvaldībā un valsts iestādēs: izskaidrojam, pieņemam iesniegumus, parādām, kā lietot e-pakalpojumus.',
  findService: 'Atrast pakalpojumu',
  callUs: 'Zvanīt',
  hours: 'Darba laiks',
  allHours: 'Tālruņa un kases darba laiks, svētku dienas',
  tasks: 'Ko vēlaties nokārtot?',
  services: (count: number) =>
    count % 10 === 1 && count % 100 !== 11 ? `${count} pakalpojums` : `${count} pakalpojumi`,
  needed: 'Biežāk vajadzīgie pakalpojumi',
  allServices: 'Visi pakalpojumi',
  state: 'Valsts iestādes, kurās palīdzam',
  stateIntro:
    'Uz vietas izskaidrojam kārtību, palīdzam pieteikties un iesniegt dokumentus šo iestāžu pakalpojumiem.',
  voice: 'Ja kaut kas nav, kā vajag',
  voiceIntro:
    'Pasakiet mums. Sūdzību un ierosinājumu var iesniegt arī bez vārda, bet tad nevarēsim Jums atbildēt.',
  complaint: 'Iesniegt sūdzību',
  complaintText:
    'Ja apkalpošana nav bijusi tāda, kādu sola noteikumi. Uzreiz saņemsiet numuru un atbildes termiņu.',
  feedback: 'Ieteikt, jautāt, pateikties',
  feedbackText: 'Ierosinājums, jautājums, pateicība vai piezīme par šo tīmekļvietni.',
  status: 'Uzzināt, kas notiek ar iesniegto',
  statusText: 'Ar izsekošanas kodu no saņemšanas apstiprinājuma.',
  rights: 'Ko varat no mums sagaidīt',
  rightsIntro: 'Klientu apkalpošanas noteikumi saista ikvienu mūsu darbinieku. Tajos ir seši pamatprincipi:',
  allRules: 'Noteikumi pilnībā',
  point: (number: string) => `${number}. punkts`,
  principles: {
    '5.1': ['Pieklājība', 'Pret Jums izturas korekti un laipni. Ja pieļauta kļūda, atvainojas un to labo.'],
    '5.2': [
      'Skaidra informācija',
      'Izskaidro saprotami, palīdz uzrakstīt iesniegumu, pasaka, pie kā vērsties.',
    ],
    '5.3': ['Vienāda attieksme', 'Līdzīgās situācijās attieksme ir līdzīga. Diskrimināciju nepieļauj.'],
    '5.4': ['Objektivitāte', 'Lēmumus pieņem pēc faktiem, bez personīgām interesēm.'],
    '5.5': ['Atbildīgums', 'Darbu dara zinoši un papildina savas zināšanas.'],
    '5.6': ['Datu aizsardzība', 'Par Jums uzzināto neizpauž trešajām personām bez pilnvarojuma.'],
  } as Record<string, readonly [title: string, text: string]>,
};
