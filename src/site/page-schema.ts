// Front matter of `content/pages/*.mdx`: a page of running text (about, privacy, accessibility, easy-to-read …).
import * as z from 'zod';
import { isoDate } from '../calendar/scalars.ts';

export const pageSchema = z.strictObject({
  title: z.string().min(3).max(90).describe('Lapas virsraksts'),
  summary: z.string().min(10).max(220).describe('Par ko lapa ir, viens vai divi teikumi'),
  lang: z.enum(['lv', 'en']).default('lv').describe('Lapas valoda'),
  updated: isoDate.describe('Datums, kad lapa pēdējo reizi pārskatīta'),
  toConfirm: z.array(z.string().min(3)).default([]).describe('Kas šajā lapā iestādei vēl jāapstiprina'),
});
export type Page = z.infer<typeof pageSchema>;
