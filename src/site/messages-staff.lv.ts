// Latvian wording of the staff directory, the staff pages and the contact cards.

/** Separate from the rest, because these words are sent to the browser. */
export const receptionWords = {
  now: 'Pieņem tagad līdz',
  next: 'Nākamā pieņemšana:',
  today: 'šodien',
  tomorrow: 'rīt',
  /** On that weekday, Monday first. */
  on: ['pirmdien', 'otrdien', 'trešdien', 'ceturtdien', 'piektdien', 'sestdien', 'svētdien'],
  /** In that month. */
  months: [
    'janvārī',
    'februārī',
    'martā',
    'aprīlī',
    'maijā',
    'jūnijā',
    'jūlijā',
    'augustā',
    'septembrī',
    'oktobrī',
    'novembrī',
    'decembrī',
  ],
} as const;

export const staffLv = {
  byTopic: 'Pēc jautājuma',
  byName: 'Pēc vārda',
  byPost: 'Pēc amata',
  views: 'Kā meklēt',
  letters: 'Jautājumi pēc pirmā burta',
  vacant: 'Pašlaik brīvs. Jautājiet klientu apkalpošanas zālē.',
  empty: 'Darbinieku saraksts vēl top. Jautājiet klientu apkalpošanas zālē vai zvaniet uz centra tālruni.',
  changes: 'Gaidāmās izmaiņas',
  noChanges: 'Tuvākajos divos mēnešos pieņemšanas laiks ir kā parasti.',
  /** A complete sentence, followed by the stand-in's name. */
  away: (period: string, hasStandIn: boolean) =>
    `${period.charAt(0).toLocaleUpperCase('lv')}${period.slice(1)} prombūtnē${hasStandIn ? '; aizvieto' : ''}`,
  /** In brackets after a name. */
  awayShort: (period: string, standIn: string | undefined) =>
    standIn === undefined ? `${period} prombūtnē` : `${period} aizvieto ${standIn}`,
  card: 'Saglabāt kontaktu (vCard)',
  cardHint: 'fails tālruņa vai e-pasta adrešu grāmatai',
  sampleNote: 'Parauga dati: šī persona ir izdomāta.',
  country: 'Latvija',
  dataset: {
    title: 'Jaunpiebalgas klientu apkalpošanas centra darbinieki',
    description:
      'Kurš ar kādu jautājumu palīdz, kur viņu atrast, kā sazināties un kad viņš pieņem apmeklētājus.',
  },
} as const;
