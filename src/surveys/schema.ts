// Front matter of `content/surveys/*.mdx`: a questionnaire as data (rule points 10, 10.1, 10.2; facts §8).
import * as z from 'zod';
import { isoDate } from '../calendar/scalars.ts';

/**
 * Question and row ids are field names: no capitals and no dots, which are used by the contract's own names
 * and by grids.
 */
const code = z.string().regex(/^[a-z][a-z0-9-]*$/, 'slug');

const question = z.string().describe('Agrāka jautājuma kods; tabulas rindai – kods.rinda');
const condition = z.union([
  z.strictObject({
    question,
    is: z
      .union([z.string(), z.array(z.string()).min(1)])
      .describe('Atbildes kods vai saraksts: jautā, ja atbilde ir kāda no šīm'),
  }),
  z.strictObject({ question, atLeast: z.number().describe('Jautā, ja skaitlis ir vismaz šāds') }),
  z.strictObject({ question, atMost: z.number().describe('Jautā, ja skaitlis nav lielāks par šo') }),
  z.strictObject({ question, answered: z.literal(true).describe('Jautā, ja uz to ir atbildēts') }),
]);
const showIf = z
  .union([condition, z.array(condition).min(1)])
  .optional()
  .describe('Kad to jautā; ja nosacījumi ir vairāki, jāizpildās visiem');

const base = {
  id: code.describe('Jautājuma kods: mazie burti bez garumzīmēm, cipari, defise'),
  label: z.string().min(5).describe('Jautājums vai apgalvojums'),
  hint: z.string().min(3).optional().describe('Paskaidrojums zem jautājuma'),
  required: z.boolean().default(false).describe('true, ja bez atbildes nevar nosūtīt'),
  rulePoint: z
    .string()
    .optional()
    .describe('Noteikumu punkts, ko jautājums mēra, piemēram, "5.1.1" (pēdiņās)'),
  showIf,
};
const option = z.strictObject({
  id: code.describe('Atbildes kods'),
  label: z.string().min(1).describe('Atbildes teksts'),
  hint: z.string().min(3).optional().describe('Paskaidrojums pie atbildes'),
});
const options = z.array(option).min(2).describe('Atbildes secībā');
const cantSay = z.boolean().describe('Vai piedāvāt “Nevaru atbildēt”');
const scale = {
  points: z.int().min(2).max(10).default(5).describe('Cik punktu: no 1 līdz šim'),
  labels: z
    .array(z.string().min(1))
    .optional()
    .describe('Katra punkta nosaukums, no mazākā; to vietā var būt “low” un “high”'),
  low: z.string().min(2).optional().describe('Ko nozīmē 1'),
  high: z.string().min(2).optional().describe('Ko nozīmē lielākais punkts'),
  cantSay: cantSay.default(true),
};

export const questionSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('scale').describe('Skala ar galu vai visu punktu nosaukumiem'),
    ...base,
    ...scale,
    measure: z
      .enum(['csat', 'ces'])
      .optional()
      .describe('Ko skala mēra: csat – apmierinātību, ces – vieglumu'),
  }),
  z.strictObject({
    kind: z.literal('nps').describe('Skala 0–10'),
    ...base,
    low: z.string().min(3).describe('Ko nozīmē 0'),
    high: z.string().min(3).describe('Ko nozīmē 10'),
    cantSay: cantSay.default(false),
  }),
  z.strictObject({
    kind: z.literal('choice').describe('Viena atbilde no saraksta'),
    ...base,
    options,
    cantSay: cantSay.default(false),
    group: z.boolean().default(false).describe('true, ja rezultātus var skatīt pa šīm atbildēm'),
  }),
  z.strictObject({
    kind: z.literal('choices').describe('Vairākas atbildes no saraksta'),
    ...base,
    options,
  }),
  z.strictObject({
    kind: z.literal('grid').describe('Vairāki apgalvojumi ar vienu skalu'),
    ...base,
    ...scale,
    rows: z
      .array(
        z.strictObject({
          id: code.describe('Rindas kods'),
          label: z.string().min(2).describe('Apgalvojums'),
          rulePoint: base.rulePoint,
        }),
      )
      .min(2)
      .describe('Apgalvojumi secībā'),
  }),
  z.strictObject({
    kind: z.literal('short').describe('Īss teksts vienā rindā'),
    ...base,
    maxLength: z.int().min(10).max(500).default(200).describe('Cik rakstzīmju drīkst ierakstīt'),
  }),
  z.strictObject({
    kind: z.literal('text').describe('Brīvs teksts'),
    ...base,
    maxLength: z.int().min(50).max(5000).default(2000).describe('Cik rakstzīmju drīkst ierakstīt'),
  }),
  z.strictObject({
    kind: z.literal('number').describe('Vesels skaitlis'),
    ...base,
    min: z.int().describe('Mazākais skaitlis'),
    max: z.int().describe('Lielākais skaitlis'),
    unit: z.string().min(1).optional().describe('Mērvienība, piemēram, minūtes'),
  }),
  z.strictObject({
    kind: z.literal('date').describe('Datums'),
    ...base,
    from: isoDate.optional().describe('Agrākā diena'),
    to: isoDate.optional().describe('Vēlākā diena'),
  }),
]);

const section = z.strictObject({
  id: code.describe('Sadaļas kods'),
  title: z.string().min(3).optional().describe('Sadaļas virsraksts'),
  intro: z.string().min(3).optional().describe('Ievads pirms sadaļas jautājumiem'),
  showIf,
  questions: z.array(questionSchema).min(1).describe('Jautājumi secībā'),
});

export const surveySchema = z.strictObject({
  title: z.string().min(5).describe('Aptaujas nosaukums'),
  summary: z.string().min(10).max(220).describe('Kam aptauja domāta un cik laika aizņem'),
  audience: z
    .enum(['public', 'kiosk', 'staff'])
    .describe('Kam aptauja domāta: public – ikvienam, kiosk – ekrānam zālē, staff – darbiniekiem ar kodu'),
  languages: z
    .array(z.enum(['lv', 'en']))
    .min(1)
    .default(['lv'])
    .describe('Valodas; ja te ir en, vajag arī tulkojumu'),
  version: z
    .int()
    .min(1)
    .describe('Redakcijas numurs; palieliniet, ja jaunās atbildes ar vecajām vairs nevar salīdzināt'),
  opens: isoDate.describe('Pirmā diena, kad var atbildēt'),
  closes: isoDate.describe('Pēdējā diena, kad var atbildēt'),
  thanks: z.string().min(5).describe('Pateicība pēc nosūtīšanas'),
  sections: z.array(section).min(1).describe('Sadaļas secībā; katra ir sava lapa'),
  anonymity: z
    .strictObject({
      threshold: z
        .int()
        .min(3)
        .default(5)
        .describe('Cik atbilžu vismaz vajag, lai grupas rezultātus rādītu; ne mazāk par 3'),
    })
    .default({ threshold: 5 })
    .describe('Anonimitāte; pēc pirmās atbildes vairs nav maināma'),
  results: z
    .strictObject({
      public: z.boolean().default(false).describe('true, ja rezultātus rāda visiem'),
      openData: z.boolean().default(false).describe('true, ja rezultātus var lejupielādēt'),
    })
    .default({ public: false, openData: false })
    .describe('Kur rezultātus rāda'),
  paper: z
    .strictObject({
      twoPersonCheck: z
        .boolean()
        .default(false)
        .describe('true, ja papīra anketu ievada divi darbinieki viens pēc otra'),
    })
    .default({ twoPersonCheck: false })
    .describe('Anketas uz papīra'),
});
export type Survey = z.infer<typeof surveySchema>;
