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
