// Shapes of `content/calendar/kalendars.yaml` and `content/policy/iesniegumi.yaml`, described for editors.
// Every entry has a source and the date of its last check.
import * as z from 'zod';
import { calendarProblems, type Problem, policyProblems } from './consistency.ts';
import { isoDate } from './scalars.ts';

/** The source of an entry. */
export const provenance = {
  source: z.string().min(5).describe('Avots: tiesību akts vai ziņa, pēc kuras ieraksts veikts'),
  url: z.url().optional().describe('Saite uz avotu'),
  checked: isoDate.describe('Datums, kad avots pēdējo reizi pārbaudīts'),
  note: z.string().min(5).optional().describe('Piezīme redaktoram, piemēram, kas vēl nav zināms'),
  toConfirm: z
    .literal(true)
    .optional()
    .describe('true – pirms publicēšanas jāapstiprina centram vai juristam'),
};

/**
 * Compares the parts only when each is valid: zod continues after a malformed date, date arithmetic cannot.
 */
export function report<T>(context: z.RefinementCtx, check: (data: T) => Problem[], data: T): void {
  if (context.issues.length > 0) return;
  for (const { path, message, fix } of check(data))
    context.addIssue({ code: 'custom', path, message, params: { fix } });
}

const year = z.int().min(2000).max(2200);

const calendarYear = z.strictObject({
  year: year.describe('Gads'),
  movedDays: z
    .enum(['listed', 'none', 'unknown'])
    .describe(
      'Pārceltās darba dienas: listed – ierakstītas sarakstā “movedDays”; none – rīkojuma nav vai nevienu dienu nepārceļ; unknown – vēl nav zināmas',
    ),
  follows: z
    .boolean()
    .describe(
      'Vai centrs šajā gadā ievēro Ministru kabineta rīkojumu par darba dienu pārcelšanu (pašvaldībām tas ir ieteikums)',
    ),
  ...provenance,
});
export type CalendarYear = z.infer<typeof calendarYear>;

const movedDay = z.strictObject({
  off: isoDate.describe('Darba diena, kas kļūst par brīvdienu'),
  worked: isoDate.describe('Sestdiena, kurā jāstrādā tās vietā'),
  title: z.string().min(5).describe('Rīkojuma nosaukums'),
  ...provenance,
});

const listedHoliday = z.strictObject({
  date: isoDate.describe('Datums'),
  title: z.string().min(5).describe('Svētku dienas nosaukums, ko redzēs apmeklētājs'),
  ...provenance,
});

export const calendarSchema = z
  .strictObject({
    from: year.describe('Pirmais gads, ko kalendārs aptver'),
    through: year.describe('Pēdējais gads, ko kalendārs aptver; par vēlākiem gadiem kalendārs ziņo kļūdu'),
    statutoryHolidays: z
      .strictObject(provenance)
      .describe('Avots likumā noteiktajām svētku dienām; pašas dienas aprēķina programma'),
    shorterBeforeHoliday: z
      .boolean()
      .describe('Vai dienu pirms svētku dienas centrs strādā par stundu mazāk'),
    shorterBeforeHolidaySource: z.strictObject(provenance).describe('Avots saīsinātajai darba dienai'),
    years: z
      .array(calendarYear)
      .min(1)
      .describe('Par katru gadu: vai pārceltās dienas zināmas un vai centrs tās ievēro'),
    movedDays: z.array(movedDay).describe('Pārceltās darba dienas'),
    oneOffHolidays: z
      .array(listedHoliday)
      .describe('Vienreizējas svētku dienas, ko Saeima noteikusi vienam gadam'),
    songFestivalClosingDays: z
      .array(listedHoliday)
      .describe('Vispārējo latviešu Dziesmu un deju svētku noslēguma dienas'),
  })
  .superRefine((data, context) => report(context, calendarProblems, data));
export type CalendarData = z.infer<typeof calendarSchema>;

const count = z.int().min(1).max(366);
const workingDays = z.strictObject({ workingDays: count.describe('Darba dienu skaits') });
const months = z.strictObject({ months: count.describe('Mēnešu skaits') });

/** A length of time set by law: working days or calendar months. */
export type Term = { workingDays: number } | { months: number };

const law = z.string().min(5).describe('Likuma pants un daļa, kas termiņu nosaka');

const legalTerm = <T extends z.ZodType<Term>>(term: T) =>
  z.strictObject({
    term: term.describe('Termiņš: workingDays (darba dienas) vai months (mēneši)'),
    law,
    ...provenance,
  });

const extendedReply = z.strictObject({
  term: z.union([workingDays, months]).describe('Pagarinātais termiņš, skaitot no saņemšanas dienas'),
  needsReason: z.literal(true).describe('Pagarinājums vienmēr jāpamato'),
  reasons: z.array(z.string().min(5)).min(1).describe('Iemesli, kuru dēļ likums ļauj termiņu pagarināt'),
  law,
  ...provenance,
});

const policy = z.strictObject({
  inForce: isoDate.describe('No kuras dienas saņemtajiem iesniegumiem kārtība piemērojama'),
  title: z.string().min(5).describe('Kārtības nosaukums'),
  reply: legalTerm(z.union([workingDays, months])).describe('Atbildes termiņš'),
  extendedReply: extendedReply.optional().describe('Pagarinātais atbildes termiņš, ja likums to pieļauj'),
  forward: legalTerm(workingDays).describe('Termiņš, kādā iesniegumu pārsūta kompetentajai iestādei'),
  note: z.string().min(5).optional().describe('Piezīme redaktoram'),
});
export type Policy = z.infer<typeof policy>;

export const policiesSchema = z
  .strictObject({ policies: z.array(policy).min(1).describe('Kārtības, senākā pirmā') })
  .superRefine((data, context) => report(context, policyProblems, data.policies));
