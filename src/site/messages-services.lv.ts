// Latvian wording of the catalogue's views, the additions of a service page, and the open data page.
import { isSingular } from '../calendar/format.ts';

const counted = (count: number): string => `${count} ${isSingular(count) ? 'pakalpojums' : 'pakalpojumi'}`;

export const servicesLv = {
  views: 'Kā sakārtot pakalpojumus',
  az: 'No A līdz Z',
  azTitle: 'Pakalpojumi no A līdz Z',
  azDescription: 'Visi klientu apkalpošanas centra pakalpojumi alfabēta secībā.',
  azLede: 'Visi pakalpojumi alfabēta secībā. Ja nosaukumu nezināt, meklējiet pēc dzīves situācijas.',
  letters: 'Burti',
  show: 'Rādīt',
  showAll: (count: number) => `Visus (${count})`,
  traits: {
    municipality: 'Pašvaldības',
    state: 'Valsts iestāžu',
    online: 'Pieejamos tiešsaistē',
    free: 'Bez maksas',
  },
  holdersTitle: 'Pakalpojumi pēc iestādes',
  holdersDescription: 'Pašvaldības un valsts iestāžu pakalpojumi, kurus var nokārtot centrā, pa iestādēm.',
  holdersLede: 'Kura iestāde par ko atbild. Ar visiem šiem pakalpojumiem palīdzam centrā.',
  eventTitle: (event: string) => `${event}: pakalpojumi`,
  eventLede: (count: number) => `${counted(count)} šajā dzīves situācijā.`,
  holderTitle: (holder: string) => `${holder}: pakalpojumi`,
  holderLede: (count: number) => `${counted(count)}, ar ko palīdzam centrā.`,
  otherEvents: 'Citas dzīves situācijas',
  otherHolders: 'Citas iestādes',
  count: counted,
  none: 'Katalogā vēl nav neviena pakalpojuma. Zvaniet vai atnāciet uz centru – palīdzēsim.',
  more: 'Vairāk šajā situācijā',
  printList: 'Izdrukāt šo lapu',
  listHint: 'Izdrukātajā lapā katram dokumentam ir rūtiņa, ko atzīmēt.',
  checkedBy: (post: string) => `Pārbaudīja: ${post}.`,
  holderSilent: 'Pakalpojuma turētājs šo aprakstu vēl nav apstiprinājis.',
  stale: {
    title: 'Šī lapa sen nav pārbaudīta',
    text: (date: string) =>
      `Pēdējo reizi to pārbaudījām ${date}. Kārtība, cena vai termiņš var būt mainījušies.`,
    call: 'Pirms dodaties uz centru, zvaniet:',
  },
  onPaper: (date: string) => `Izdruka no tīmekļvietnes; saturs pārbaudīts ${date}. Jaunākais teksts:`,
  clear: {
    title: 'Vai šī lapa bija saprotama?',
    yes: 'Jā',
    no: 'Nē',
    yesText: 'Jā, lapa bija saprotama.',
    noText: 'Nē, lapa nebija saprotama.',
    thanks: 'Paldies! Jūsu atbilde ir saņemta.',
    thanksNo: 'Paldies! Jūsu atbilde ir saņemta. Ja varat, uzrakstiet arī, kas nebija skaidrs.',
    failed: 'Neizdevās nosūtīt. Pārbaudiet interneta savienojumu un mēģiniet vēlreiz.',
    tell: 'Uzrakstīt, kas nebija skaidrs',
    what: 'Kas nebija skaidrs vai kā trūka?',
    privacy: 'Vārdu norādīt nevajag. Nerakstiet personas kodu un citas privātas ziņas.',
    send: 'Nosūtīt',
  },
};
