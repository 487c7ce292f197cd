// The staff directory as open data: `/dati/darbinieki.json`, and the schema it obeys. Pure.
import * as z from 'zod';
import { isoDate, weekHours } from '../calendar/scalars.ts';
import type { Facts } from '../site/facts-schema.ts';
import { staffLv } from '../site/messages-staff.lv.ts';
import { FILES, serviceRoute, staffCardRoute, staffRoute } from '../site/routes.ts';
import { postTitle, type StaffEntry, sortByName } from './directory.ts';
import type { StaffView } from './view.ts';

const named = z.strictObject({
  id: z.string().describe('Kods'),
  name: z.string().describe('Nosaukums vai vārds un uzvārds'),
  url: z.url().describe('Lapa'),
});

const person = z.strictObject({
  id: z.string().describe('Kods, tas pats, kas lapas adresē'),
  url: z.url().describe('Darbinieka lapa'),
  vcard: z.url().describe('Kontaktinformācija vCard formātā'),
  name: z.string().describe('Vārds un uzvārds'),
  post: z.strictObject({ id: z.string(), title: z.string() }).describe('Amats'),
  room: z.string().describe('Kabinets vai vieta ēkā'),
  phone: z
    .string()
    .regex(/^\+371\d{8}$/)
    .describe('Tālrunis ar valsts kodu, bez atstarpēm'),
  email: z.email().describe('E-pasts'),
  topics: z.array(z.string()).min(1).describe('Jautājumi, ar kuriem vērsties'),
  services: z.array(named).describe('Pakalpojumi, par kuriem atbild darbinieka amats'),
  reception: weekHours.describe('Pieņemšanas laiks pa nedēļas dienām, Rīgas laiks'),
  receptionChanges: z
    .array(z.strictObject({ date: isoDate, hours: z.array(z.string()), reason: z.string().nullable() }))
    .describe('Tuvāko divu mēnešu dienas ar citu pieņemšanas laiku; tukšs saraksts – nepieņem'),
  absences: z
    .array(z.strictObject({ from: isoDate, through: isoDate, standIn: named.nullable() }))
    .describe('Pašreizējā un tuvāko divu mēnešu prombūtne ar aizvietotāju'),
  sample: z.boolean().describe('true – izdomāta persona, parauga dati'),
});

const staffDataset = z
  .strictObject({
    $schema: z.url().describe('Šī faila shēma'),
    title: z.string().describe('Nosaukums'),
    description: z.string().describe('Apraksts'),
    publisher: z.string().describe('Iestāde'),
    centre: z.string().describe('Klientu apkalpošanas centrs'),
    address: z
      .strictObject({
        street: z.string(),
        locality: z.string(),
        parish: z.string(),
        municipality: z.string(),
        postalCode: z.string(),
      })
      .describe('Centra adrese'),
    language: z.literal('lv').describe('Datu valoda'),
    timeZone: z.literal('Europe/Riga').describe('Laika josla, kurā rakstīti visi laiki'),
    generatedOn: isoDate.describe('Diena, kurā dati sagatavoti'),
    sample: z.boolean().describe('true – datos ir izdomātas personas'),
    staff: z.array(person).describe('Darbinieki pēc uzvārda'),
  })
  .describe(`${staffLv.dataset.title}: ${staffLv.dataset.description}`);
export type StaffDataset = z.infer<typeof staffDataset>;

/** What the page tells of the services a post answers for. */
interface ServiceName {
  readonly id: string;
  readonly title: string;
}

export interface DatasetSources {
  readonly staff: readonly StaffView[];
  readonly facts: Facts;
  /** The services a post answers for. */
  readonly servicesOf: (post: string) => readonly ServiceName[];
  /** Public address of the site. */
  readonly origin: string;
  readonly today: string;
}

/** The whole directory as a value of the schema `staffDataset`. */
export function staffData({ staff, facts, servicesOf, origin, today }: DatasetSources): StaffDataset {
  const url = (path: string): string => new URL(path, origin).href;
  const personName = ({ id, data }: StaffEntry) => ({ id, name: data.name, url: url(staffRoute(id)) });
  return {
    $schema: url(FILES.staffSchema),
    ...staffLv.dataset,
    publisher: facts.institution,
    centre: facts.name,
    address: facts.address.value,
    language: 'lv',
    timeZone: 'Europe/Riga',
    generatedOn: today,
    sample: staff.some(({ data }) => data.sample),
    staff: sortByName(staff).map(({ id, data, away, changes }) => ({
      id,
      url: url(staffRoute(id)),
      vcard: url(staffCardRoute(id)),
      name: data.name,
      post: { id: data.post, title: postTitle(data.post, facts) },
      room: data.room,
      phone: data.phone.replaceAll(' ', ''),
      email: data.email,
      topics: data.topics,
      services: servicesOf(data.post).map(({ id: service, title }) => ({
        id: service,
        name: title,
        url: url(serviceRoute(service)),
      })),
      reception: data.reception,
      receptionChanges: changes.map(({ date, ranges, reason }) => ({ date, hours: [...ranges], reason })),
      absences: away.map(({ from, through, standIn }) => ({
        from,
        through,
        standIn: standIn ? personName(standIn) : null,
      })),
      sample: data.sample ?? false,
    })),
  };
}

/** JSON Schema 2020-12 of the dataset. */
export const staffJsonSchema = (origin: string): object => ({
  $id: new URL(FILES.staffSchema, origin).href,
  ...z.toJSONSchema(staffDataset, { io: 'output' }),
});
