// Latvian wording of the copy of one's data: its content, and the information required by GDPR Article 15.

export const copyLv = {
  title: (reference: string) => `Datu kopija: iesniegums ${reference}`,
  intro: (centre: string, at: string) =>
    `Šajā failā ir viss, ko ${centre} glabā par šo iesniegumu. Sagatavots ${at}. Izsekošanas koda šeit nav.`,
  submission: 'Iesniegums',
  state: 'Stāvoklis',
  service: 'Pakalpojums',
  rulePoints: 'Noteikumu punkti',
  suspicions: 'Automātiskās pārbaudes atzīmes (iespējams surogātpasts)',
  none: 'Nav.',
  shut: 'Ar Jūsu kodu to atvērt nevar. Kopiju lūdziet centrā.',
  history: 'Notikumi',
  actors: { submitter: 'Jūs', office: 'centrs', system: 'programma' },
  rating: 'Jūsu vērtējums',
  satisfaction: 'Apmierinātība ar izskatīšanu (1–5)',
  effort: 'Cik viegli bija nokārtot jautājumu (1–5)',
  comment: 'Ko uzlabot',
  requests: 'Lūgumi, kas gaida atbildi',
  receipt: 'Parakstītais saņemšanas apstiprinājums',
  storage: 'Kā to glabājam',
  stored: [
    'Šifrēti, tā ka atver tikai Jūsu kods un centra atslēga: Jūsu rakstītais, sarakste un vērtējuma komentārs.',
    'Nešifrēti, lai skaitītu termiņus un veidotu kopējos skaitļus: numurs, veids, stāvoklis, laiki, termiņš, pakalpojums, noteikumu punkti, notikumi un vērtējuma skaitļi.',
    'Tikai kā nospiedumi, no kuriem vērtību atjaunot nevar: izsekošanas kods un veidlapas atslēga, pēc kuras pazīst atkārtotu sūtīšanu.',
    'IP adresi un pārlūka datus neglabājam.',
  ],
  about: 'Par datu apstrādi',
  information: (controller: string) => [
    `Pārzinis: ${controller}.`,
    'Nolūks un pamats: izskatīt iesniegumu un sniegt atbildi – juridisks pienākums (Iesniegumu likums) un uzdevums sabiedrības interesēs (Vispārīgās datu aizsardzības regulas 6. panta 1. punkta c) un e) apakšpunkts).',
    'Saņēmēji: darbinieki, kuri iesniegumu reģistrē un izskata; izpilddirektors, ja tas attiecas uz klientu apkalpošanas noteikumiem; cita iestāde, ja iesniegums tai pārsūtīts (tad to redzat notikumos); tiesa vai cita institūcija, ja to prasa likums.',
    'Glabāšanas termiņš: to nosaka iestādes klasifikācijas shēma, ko saskaņo ar Latvijas Nacionālo arhīvu (Arhīvu likuma 4. pants). Līdz termiņa beigām un iznīcināšanas aktam reģistrētu iesniegumu nedzēš.',
    'Avots: dati saņemti no Jūs paša; atbildes un notikumus pierakstījis centrs.',
    'Jūsu tiesības: lūgt labot vai dzēst datus vai ierobežot to apstrādi, ciktāl likums neliek tos glabāt, un iebilst pret apstrādi. Tikai automatizētu lēmumu nav.',
    'Sūdzību par datu apstrādi var iesniegt Datu valsts inspekcijai: Elijas iela 17, Rīga, LV-1050, pasts@dvi.gov.lv, +371 67223131.',
  ],
};

/** The shape every language of the copy has. */
export type CopyWords = typeof copyLv;
