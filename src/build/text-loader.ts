// Loads the texts of a collection and renders those without JavaScript at once (docs/decisions/0012).
import type { Loader, LoaderContext } from 'astro/loaders';
import { markdownToMdast, mdxToMdast } from 'satteri';
import * as z from 'zod';
import rendering from './markdown.ts?raw';

type Entry = Parameters<LoaderContext['store']['set']>[0];

/**
 * A loader like `inner` with two differences. An `.mdx` text without components, expressions and pictures is
 * rendered while it is loaded; Astro would make a JavaScript module of it, which takes most of the time and
 * memory of a large build. And entries loaded under another schema are loaded again, because Astro caches
 * files by their text alone.
 */
export function textLoader(inner: Loader, schema: z.ZodType): Loader {
  return {
    name: 'kac-texts',
    load: async context => {
      forgetOtherSchemas(context, schema);
      const rendered: Promise<unknown>[] = [];
      const set = (entry: Entry): boolean => {
        rendered.push(renderedEarly(entry, context).then(context.store.set));
        return true;
      };
      await inner.load({ ...context, store: { ...context.store, set } });
      await Promise.all(rendered);
    },
  };
}

const MADE_WITH = 'made-with';

function forgetOtherSchemas({ store, meta, generateDigest }: LoaderContext, schema: z.ZodType): void {
  const shape = z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' });
  const digest = generateDigest(JSON.stringify(shape) + rendering);
  if (meta.get(MADE_WITH) !== digest) store.clear();
  meta.set(MADE_WITH, digest);
}

/** The entry with its HTML, or unchanged when only Astro's module can render it. */
async function renderedEarly(entry: Entry, { config, renderMarkdown }: LoaderContext): Promise<Entry> {
  const { body = '', filePath, deferredRender, ...rest } = entry;
  if (!deferredRender || !filePath || !isMarkdownToo(body)) return entry;
  // The empty front matter keeps a line of dashes at the start of the text from being read as front matter.
  const rendered = await renderMarkdown(`---\n---\n${body}`, {
    fileURL: new URL(encodeURI(filePath), config.root),
  });
  // The address of a picture is known only after bundling.
  if (rendered.metadata?.imagePaths?.length) return entry;
  // The module's output ends without a line break; this must be the same byte for byte.
  return { ...rest, body, filePath, rendered: { ...rendered, html: rendered.html.trimEnd() } };
}

/** True when a text means the same in Markdown and MDX, so it contains nothing specific to MDX. */
export function isMarkdownToo(body: string): boolean {
  try {
    return JSON.stringify(mdxToMdast(body)) === JSON.stringify(markdownToMdast(body));
  } catch {
    // Not readable as MDX: Astro or the content check reports where.
    return false;
  }
}
