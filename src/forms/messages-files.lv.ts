// Messages about attached files, in Latvian.
import { FILE_LIMITS, sizeText } from './files.ts';

const size = (bytes: number): string => sizeText(bytes, 'lv');
const KINDS =
  'JPEG, PNG un WebP attēlus, PDF, Word, Excel, PowerPoint un OpenDocument dokumentus, e-parakstītus .edoc un .asice failus';

export const filesLv = {
  size,
  limits: `Līdz ${FILE_LIMITS.count} failiem, katrs līdz ${size(FILE_LIMITS.each)}, kopā līdz ${size(FILE_LIMITS.total)}.`,
  privacy:
    'No attēliem izdzēšam ziņas par uzņemšanas vietu, laiku un ierīci. Dokumentus nemainām: tajos var būt autora vārds un agrāki labojumi.',
  withoutScript: `Ja pārlūkā JavaScript nedarbojas, visi faili kopā var būt līdz ${size(FILE_LIMITS.post)}.`,
  kept: 'Jau pievienoti (noņemiet atzīmi tam, ko nevēlaties sūtīt)',
  tooMany: `Var pievienot līdz ${FILE_LIMITS.count} failiem. Noņemiet liekos.`,
  tooMuch: `Faili kopā ir lielāki par ${size(FILE_LIMITS.total)}. Noņemiet kādu no tiem.`,
  notAdded: (name: string, why: string) => `Fails “${name}” nav pievienots. ${why}`,
  postTooLarge: `Vienā reizē bez JavaScript var nosūtīt failus, kas kopā nav lielāki par ${size(FILE_LIMITS.post)}.`,
  formTooLarge: `Failus nevarējām pieņemt: bez JavaScript tie kopā var būt līdz ${size(FILE_LIMITS.post)}. Atgriezieties iepriekšējā lapā, noņemiet lielākos failus un sūtiet vēlreiz.`,
  gone: 'Kāds no failiem vairs nav pieejams. Pievienojiet to vēlreiz.',
  elsewhere: 'Kāds no failiem jau ir nosūtīts ar citu iesniegumu. Pievienojiet to vēlreiz.',
  incomplete: (name: string) =>
    `Fails “${name}” vēl nav augšupielādēts līdz galam. Pagaidiet vai noņemiet to.`,
  notTokens: 'Šeit jābūt augšupielādēto failu atslēgām.',
};

/** Why a file is refused, and what to do instead. */
export const fileFaultsLv = {
  unknown: `Šādu failu veidu nepieņemam. Varat pievienot ${KINDS}.`,
  heic: 'HEIC attēlus nepieņemam, jo daudzos datoros tos nevar atvērt. Saglabājiet attēlu JPEG formātā.',
  zip: 'ZIP arhīvus nepieņemam. Pievienojiet arhīvā esošos failus pa vienam.',
  macros: 'Dokumentus ar makro nepieņemam. Saglabājiet dokumentu bez makro vai PDF formātā.',
  damaged: 'Fails ir bojāts vai nepilnīgs. Pārbaudiet, vai to var atvērt, un pievienojiet vēlreiz.',
  'too-many-parts':
    'Fails sastāv no tik daudzām daļām, ka to nevaram pārbaudīt. Saglabājiet dokumentu PDF formātā vai attēlu JPEG formātā un pievienojiet vēlreiz.',
  empty: 'Fails ir tukšs.',
  'too-large': `Fails ir lielāks par ${size(FILE_LIMITS.each)}. Samaziniet to vai sadaliet vairākos failos.`,
  full: 'Pašlaik failus pieņemt nevaram. Mēģiniet vēlāk vai nosūtiet veidlapu bez failiem un pieminiet tekstā, ka Jums ir pielikumi.',
  'source-full':
    'No šī interneta pieslēguma gaida pārāk daudz nenosūtītu failu. Mēģiniet vēlāk vai nosūtiet veidlapu bez failiem un pieminiet tekstā, ka Jums ir pielikumi.',
  'too-often':
    'No šī interneta pieslēguma pēdējā stundā sākts augšupielādēt pārāk daudz failu. Mēģiniet pēc stundas vai nosūtiet veidlapu bez failiem un pieminiet tekstā, ka Jums ir pielikumi.',
  /** The form itself was refused, so its files were not read. */
  unread: 'Kad sūtīsiet veidlapu vēlreiz, izvēlieties to no jauna.',
};
