// Front matter of `content/services/*.mdx`: what a person must know about one service (facts §7.2).
import * as z from 'zod';
import { isoDate } from '../calendar/scalars.ts';

const CHANNELS = ['counter', 'phone', 'email', 'online', 'post', 'video', 'e-address'] as const;

const channel = z.strictObject({
  kind: z
    .enum(CHANNELS)
    .describe('Kanāla veids: counter (klātienē), phone, email, online, post, video, e-address'),
  note: z.string().min(3).optional().describe('Kas jāzina par šo kanālu, viens teikums'),
  url: z.url().optional().describe('Tīmekļa adrese, ja pakalpojumu var pieprasīt tiešsaistē'),
});

const law = z.strictObject({
  title: z.string().min(3).describe('Normatīvā akta nosaukums ar pantu vai punktu, ja tas zināms'),
  url: z.url().describe('Saite uz akta tekstu likumi.lv vai citā oficiālā avotā'),
});

/** Fields allowed in `toConfirm`: shown, but marked as not yet confirmed by the holder. */
export const CONFIRMABLE = [
  'recipient',
  'channels',
  'documents',
  'steps',
  'processingTime',
  'cost',
  'result',
  'contest',
  'legalBasis',
] as const;

export const serviceSchema = z.strictObject({
  title: z.string().min(5).max(90).describe('Pakalpojuma nosaukums tā, kā cilvēks to meklētu'),
  summary: z.string().min(20).max(220).describe('Īss apraksts vienā vai divos teikumos'),
  holder: z.string().describe('Pakalpojuma turētāja kods no content/site.yaml saraksta “holders”'),
  lifeEvents: z
    .array(z.string())
    .min(1)
    .describe('Dzīves situāciju kodi no content/site.yaml saraksta “lifeEvents”'),
  recipient: z.string().min(5).describe('Kas pakalpojumu var saņemt'),
  channels: z.array(channel).min(1).describe('Kā pakalpojumu var pieprasīt un saņemt'),
  documents: z.array(z.string().min(3)).describe('Kas jāņem līdzi vai jāiesniedz; tukšs saraksts, ja nekas'),
  steps: z.array(z.string().min(5)).min(1).describe('Soļi no pieprasīšanas līdz saņemšanai, secībā'),
  processingTime: z
    .strictObject({
      workingDays: z
        .int()
        .min(0)
        .nullable()
        .describe('Ilgākais termiņš darbdienās; 0 – uzreiz; null – nav zināms'),
      note: z.string().min(3).optional().describe('Paskaidrojums, no kā termiņš atkarīgs'),
    })
    .describe('Izpildes termiņš'),
  cost: z
    .strictObject({
      amount: z
        .number()
        .min(0)
        .nullable()
        .describe('Summa eiro; 0 – bez maksas; null – nav zināma vai mainīga'),
      note: z.string().min(3).optional().describe('Paskaidrojums par maksu un tās veidu'),
    })
    .describe('Cena'),
  result: z.string().min(5).describe('Ko cilvēks saņem'),
  contest: z.string().min(10).describe('Kā un cik ilgā laikā rezultātu var apstrīdēt'),
  legalBasis: z.array(law).min(1).describe('Tiesiskais pamats ar saiti'),
  responsible: z.string().describe('Atbildīgā amata kods no content/site.yaml saraksta “posts”'),
  related: z
    .array(z.string())
    .default([])
    .describe('Saistīto pakalpojumu kodi (failu nosaukumi bez paplašinājuma)'),
  rulePoints: z
    .array(z.string())
    .optional()
    .describe('Noteikumu punkti, kuru pienākumu centrs pilda ar šo pakalpojumu, piemēram, "9" (pēdiņās)'),
  keywords: z.array(z.string().min(2)).default([]).describe('Ikdienas vārdi, ar kuriem cilvēki to meklē'),
  toConfirm: z
    .array(z.enum(CONFIRMABLE))
    .default([])
    .describe('Lauki, kuru saturs vēl jāapstiprina turētājam'),
  checked: z
    .strictObject({
      on: isoDate.describe('Datums, kad saturs pēdējo reizi pārbaudīts'),
      source: z.string().min(5).describe('Pēc kāda avota pārbaudīts'),
      by: z
        .string()
        .optional()
        .describe('Kas pārbaudīja: amata kods no content/site.yaml saraksta “posts”; tukšs, ja nav zināms'),
    })
    .describe('Pēdējā pārbaude'),
});
export type Service = z.infer<typeof serviceSchema>;
