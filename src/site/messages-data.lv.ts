// Latvian wording of the open data page.
export const dataLv = {
  title: 'Atvērtie dati',
  description: 'Centra pakalpojumi, darba laiks, darbinieki un noteikumi kā dati, ko var izmantot ikviens.',
  lede: 'Viss, ko šajā vietnē redz cilvēks, pieejams arī programmām. Reģistrēties un prasīt atļauju nevajag.',
  terms: 'Kā drīkst izmantot',
  licence: 'Licence',
  licenceName: 'CC0 1.0 – bez ierobežojumiem',
  licenceUrl: 'https://creativecommons.org/publicdomain/zero/1.0/deed.lv',
  fresh: 'Dati izveidoti',
  freshHint: 'Tos izveido no jauna reizē ar vietni – pēc katrām satura izmaiņām.',
  marks: 'Kam pievērst uzmanību',
  marksText:
    'Ar “sample” atzīmētas ziņas ir izdomāti paraugi. Sarakstā “toConfirm” nosaukti lauki, kurus pakalpojuma turētājs vēl nav apstiprinājis.',
  files: 'Datu kopas',
  address: 'Adrese',
  format: 'Formāts',
  schema: 'Shēma',
  example: 'Piemērs',
  surveys: 'Aptauju rezultāti',
  surveysText:
    'Skaitļi mainās, kad klāt nāk atbildes, tāpēc tos sagatavo reģistrs. CSV un JSON faili un to apraksts ir rezultātu lapas beigās:',
  how: 'Kā lietot',
  howList: [
    'Adreses nemainīsies. Jauni lauki var nākt klāt, tāpēc nepazīstamus laukus izlaidiet.',
    'Atbildei ir galvene ETag. Ja to atsūtāt atpakaļ galvenē If-None-Match un nekas nav mainījies, saņemsiet 304 bez satura.',
    'Datus var lasīt arī tieši no citas tīmekļa lapas (CORS ir atļauts).',
    'Datumi ir formā GGGG-MM-DD, laiki – pēc Latvijas pulksteņa.',
  ],
  api: 'Iesniegumu saskarne (API)',
  apiText:
    'Sūdzību, atsauksmi vai aptaujas atbildes var nosūtīt arī programma. Saskarne aprakstīta OpenAPI valodā:',
  mistake: 'Atradāt kļūdu datos?',
  mistakeLink: 'Uzrakstiet mums',
};
