// How the site is built. The reasons for the unusual settings stand beside them.
import process from 'node:process';
import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { kac } from './src/build/integration.ts';
import { noInlineStyle } from './src/build/markdown.ts';

export default defineConfig({
  site: process.env.KAC_ORIGIN || 'http://127.0.0.1:4321',
  output: 'static',
  trailingSlash: 'always',
  // The default lies in node_modules and is lost at every `npm ci`; Vitest reads the data store here, too.
  cacheDir: './.astro',
  // The default ('jsx') drops line breaks between words and links and glues them together.
  compressHTML: true,
  build: { format: 'directory', inlineStylesheets: 'never', concurrency: 4 },
  i18n: { locales: ['lv', 'en'], defaultLocale: 'lv', routing: { prefixDefaultLocale: false } },
  markdown: {
    syntaxHighlight: false,
    processor: satteri({
      features: {
        // Rewrites quotation marks, and the rules are published word for word.
        smartPunctuation: false,
        // Would read the “:30” of “10:30” as a command and drop it.
        directive: false,
        gfm: { footnotes: { label: 'Piezīmes', backLabel: 'Atpakaļ uz atsauci {reference}' } },
      },
      hastPlugins: [noInlineStyle],
    }),
  },
  integrations: [mdx({ optimize: true }), kac()],
  vite: {
    build: {
      // Nothing inline, so that the content security policy needs no exceptions.
      assetsInlineLimit: 0,
      // Otherwise ten lines of warning for every MDX file.
      rolldownOptions: { checks: { moduleLevelDirective: false } },
    },
  },
  devToolbar: { enabled: false },
});
