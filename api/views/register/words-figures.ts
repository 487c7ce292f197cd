// Latvian wording of the register's figures and exports.
export const figuresWords = {
  title: 'Pārskats',
  year: 'Gads',
  wholeYear: 'viss gads',
  show: 'Rādīt',
  open: 'Atvērti perioda beigās',
  openShort: 'Atvērti',
  overdue: 'Nokavēti un vēl atvērti',
  overdueShort: 'Nokavēti',
  onTimeOf: (onTime: string, late: string, overdue: string) =>
    `laikus ${onTime}, vēlāk ${late}, nokavēti un atvērti ${overdue}`,
  extended: 'Noslēgti pēc termiņa pagarināšanas',
  extendedOnTime: (n: string) => `no tiem pagarinātajā termiņā ${n}`,
  spam: 'Surogātpasts (citos skaitļos nav)',
  whistleblower: 'Izņemti kā iespējami trauksmes ziņojumi (citos skaitļos nav)',
  assignees: 'Kam ir atvērtās lietas',
  assigneesNote: 'Redz tikai izpilddirektors un vietnieks; skaitļi ir par šo brīdi.',
  assignee: 'Atbildīgais',
  nobody: 'neviens',
  until: (date: string) => `Skaitļi līdz šim brīdim, ${date}.`,
  atEnd: 'Skaitļi perioda beigās.',
  publicPage: 'Ko redz visi',
  methodLines: [
    'Šajā lapā redzami visi skaitļi, arī mazi. Tālāk nododiet tikai to, kas ir publiskajā lapā: no maziem skaitļiem var atpazīt cilvēku.',
  ],
};

export const exportWords = {
  title: 'Eksports',
  lede: 'Lietas ar atvērtajām ziņām failā tabulām vai programmām. Katrs eksports paliek žurnālā.',
  legend: 'Kuras lietas',
  from: 'Saņemtas no',
  to: 'Saņemtas līdz',
  fromRequired: 'Ierakstiet datumu, no kura lietas vajadzīgas.',
  toRequired: 'Ierakstiet datumu, līdz kuram lietas vajadzīgas.',
  kind: 'Veids',
  service: 'Pakalpojums',
  state: 'Stāvoklis',
  format: 'Fails',
  formatRequired: 'Izvēlieties faila veidu.',
  formats: {
    csv: 'CSV ar komatiem (UTF-8)',
    excel: 'CSV latviešu Excel: ar semikoliem un UTF-8 zīmi',
    json: 'JSON',
  },
  withContent: 'Arī saturs: iesniedzēja vārds, saziņa un teksts',
  withContentHint:
    'Tie ir personas dati. Ņemiet tos tikai tad, ja darbam bez tiem nevar iztikt, un failu pēc tam izdzēsiet.',
  submit: 'Lejupielādēt',
  order: 'Beigu datums ir pirms sākuma datuma.',
  rules: [
    'Failā nav lietu, kas ir par Jums, lietu, kas izņemtas no parastā reģistra, un tikko saņemtu lietu, kas vēl nav pārbaudītas.',
    'Šūnai, kas sākas ar =, +, -, @ vai tabulatoru, priekšā ir apostrofs, lai tabulu programma to neizpilda kā formulu. Skaitļi ar mīnusu paliek skaitļi; tālruņa numurā aiz valsts koda ir atstarpe, tāpēc tas paliek teksts.',
  ],
};
