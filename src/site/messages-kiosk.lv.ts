// Latvian wording of the kiosk, the touch screen in the hall.
export const kioskLv = {
  title: 'Kiosks',
  description:
    'Skārienekrāna skats klientu apkalpošanas zālei: pakalpojumi, darbinieki, darba laiks, sūdzības.',
  welcome: 'Ar ko varam palīdzēt?',
  nav: 'Pārvietošanās',
  home: 'Sākums',
  back: 'Atpakaļ',
  tiles: {
    services: ['Pakalpojumi', 'Ko te var nokārtot, kas jāņem līdzi, cik tas maksā'],
    staff: ['Darbinieki', 'Pie kā vērsties, kur viņu atrast un kad pieņem'],
    hours: ['Darba laiks', 'Kad strādājam un kad būs izmaiņas'],
    complain: ['Kā sūdzēties', 'Ja kaut kas nebija labi'],
    survey: ['Novērtējiet mūs', 'Viens pieskāriens, anonīmi'],
    noSurvey: ['Novērtējiet mūs', 'Pašlaik šajā ekrānā aptaujas nav'],
  },
  survey: {
    chosen: 'Jūsu vērtējums:',
    change: 'Mainīt',
    skip: 'Izlaist',
    cantSay: 'Nevaru atbildēt',
    hurry: 'Ja neko neizvēlēsieties, nosūtīsim to, ko jau atbildējāt. Atlikušās sekundes:',
    thanks: 'Paldies!',
    low: 'Ja vēlaties saņemt atbildi, varat iesniegt sūdzību.',
    pause: 'Mazliet uzgaidiet',
    pauseText: 'Šajā ekrānā tikko vērtēja vairākas reizes pēc kārtas. Atlikušās sekundes:',
    none: 'Pašlaik šajā ekrānā aptaujas nav',
    noneText: 'Ja vēlaties mums ko pateikt, uzrunājiet darbinieku vai rakstiet mums.',
    needsScript: 'Šis ekrāns pašlaik nevar pieņemt vērtējumu',
    needsScriptText:
      'Lūdzu, pasakiet to darbiniekam: ekrāns ir jāpārlādē. Savu viedokli varat arī uzrakstīt.',
    needsScriptTake: 'Rakstiet mums',
    takeFeedback: 'Noskenējiet kodu, lai uzrakstītu atsauksmi.',
  },
  /**
   * Shown to staff in the corner: how many survey answers wait on this screen, and how many were refused
   * today.
   */
  waiting: 'Nenosūtītas atbildes:',
  refused: 'Nepieņemtas atbildes:',
  offline: {
    title: 'Šo lapu pašlaik nevar parādīt',
    text: 'Nav savienojuma. Pamēģiniet pēc brīža vai jautājiet darbiniekam.',
  },
  events: 'Kas Jums jānokārto?',
  all: 'Visi pakalpojumi pēc alfabēta',
  changes: 'Gaidāmās izmaiņas',
  noChanges: 'Tuvākajā laikā darba laiks nemainās.',
  take: 'Turpiniet savā tālrunī',
  takeService: 'Noskenējiet kodu, lai šo lapu paņemtu līdzi.',
  takePerson: 'Noskenējiet kodu, lai saglabātu darbinieka kontaktus.',
  takeHours: 'Noskenējiet kodu, lai redzētu visas izmaiņas un svētku dienas.',
  idle: {
    title: 'Vai vēl esat šeit?',
    text: 'Ja ekrānam nepieskarsieties, atgriezīsimies sākumā. Atlikušās sekundes:',
    stay: 'Palikt šeit',
  },
};
