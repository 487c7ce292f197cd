// The collections of `content/`: their folders and the schemas of their front matter. `site.yaml`, the
// calendar and the policies are single documents, not collections: see `site/facts.ts`.
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import type * as z from 'zod';
import { textLoader } from './build/text-loader.ts';
import { hoursSchema } from './hours/schema.ts';
import { ruleEditionSchema } from './rules/schema.ts';
import { englishServiceSchema } from './services/english-schema.ts';
import { serviceSchema } from './services/schema.ts';
import { pageSchema } from './site/page-schema.ts';
import { staffSchema } from './staff/schema.ts';
import { englishSurveySchema } from './surveys/english-schema.ts';
import { surveySchema } from './surveys/schema.ts';

function texts<Schema extends z.ZodType>(folder: string, schema: Schema) {
  const files = glob({ base: `./content/${folder}`, pattern: '**/*.{md,mdx}' });
  return defineCollection({ loader: textLoader(files, schema), schema });
}

export const collections = {
  rules: texts('rules', ruleEditionSchema),
  services: texts('services', serviceSchema),
  servicesEn: texts('services-en', englishServiceSchema),
  staff: texts('staff', staffSchema),
  hours: texts('hours', hoursSchema),
  surveys: texts('surveys', surveySchema),
  surveysEn: texts('surveys-en', englishSurveySchema),
  pages: texts('pages', pageSchema),
};
