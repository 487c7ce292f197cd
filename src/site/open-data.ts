// Every open-data file of the site as data: its address, its content and the schema that describes it. Pure.
import { FILES } from './routes.ts';

/** The institution has not confirmed it yet; the page and the files state this. */
export const LICENCE = {
  url: 'https://creativecommons.org/publicdomain/zero/1.0/',
  toConfirm: true,
} as const;

export interface DataFile {
  readonly address: string;
  readonly title: string;
  readonly text: string;
  readonly format: string;
  /** Address of the JSON Schema, or of the standard that the file follows. */
  readonly schema: string;
  readonly schemaLabel: string;
}

const schemaOf = (name: string): Pick<DataFile, 'schema' | 'schemaLabel'> => ({
  schema: `/dati/schemas/${name}.schema.json`,
  schemaLabel: `${name}.schema.json`,
});

/** All files of design §3, in the order of the page. */
export const DATA_FILES: readonly DataFile[] = [
  {
    address: FILES.servicesJson,
    title: 'Pakalpojumi',
    text: 'Visi pakalpojumi: saņēmēji, kanāli, dokumenti, soļi, termiņš, cena, rezultāts, pārsūdzēšana, tiesiskais pamats, pārbaudes datums.',
    format: 'JSON',
    ...schemaOf('pakalpojumi'),
  },
  {
    address: FILES.servicesJsonLd,
    title: 'Pakalpojumi (CPSV-AP)',
    text: 'Tie paši pakalpojumi pēc Eiropas publisko pakalpojumu vārdnīcas. Darbdienas pārrēķinātas kalendāra dienās ar brīvdienām, bet bez svētku dienām: 10 darbdienas ir P14D. Precīzs darbdienu skaits ir JSON datnē.',
    format: 'JSON-LD, CPSV-AP 3.2.0',
    schema: 'https://semiceu.github.io/CPSV-AP/releases/3.2.0/',
    schemaLabel: 'CPSV-AP 3.2.0',
  },
  {
    address: FILES.staffJson,
    title: 'Darbinieki',
    text: 'Amats, kabinets, tālrunis, e-pasts, jautājumi un pieņemšanas laiks.',
    format: 'JSON',
    ...schemaOf('darbinieki'),
  },
  {
    address: FILES.hoursJson,
    title: 'Darba laiks',
    text: 'Centra, tālruņa un kases darba laiks pa dienām ar svētku dienām un izņēmumiem.',
    format: 'JSON',
    ...schemaOf('darba-laiks'),
  },
  {
    address: FILES.hoursIcs,
    title: 'Darba laiks kalendāram',
    text: 'To pašu darba laiku var abonēt tālruņa vai datora kalendārā.',
    format: 'iCalendar (RFC 5545)',
    schema: 'https://www.rfc-editor.org/rfc/rfc5545',
    schemaLabel: 'RFC 5545',
  },
  {
    address: FILES.rulesJson,
    title: 'Klientu apkalpošanas noteikumi',
    text: 'Noteikumu redakcijas pa punktiem ar nemainīgām punktu adresēm.',
    format: 'JSON',
    ...schemaOf('noteikumi'),
  },
];

/** A local schema is shown only when it is published; a standard is always shown. */
export const hasSchema = ({ schema }: DataFile, published: ReadonlySet<string>): boolean =>
  !schema.startsWith('/') || published.has(schema);

/**
 * The addresses that the page files produce: `./schemas/x.schema.json.ts` in `src/pages/dati` is
 * `/dati/schemas/x.schema.json`.
 */
export const addressesOf = (pageFiles: readonly string[]): Set<string> =>
  new Set(pageFiles.map(file => file.replace(/^\./, '/dati').replace(/\.ts$/, '')));

/** An example request to run in a terminal. */
export const exampleRequest = (address: string, origin: string): string =>
  `curl --compressed ${new URL(address, origin).href}`;
