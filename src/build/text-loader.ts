// Loads the texts of a collection, and renders at once those that need no JavaScript (docs/decisions/0012).
import type { Loader, LoaderContext } from 'astro/loaders';
import { markdownToMdast, mdxToMdast } from 'satteri';
import * as z from 'zod';
import rendering from './markdown.ts?raw';

type Entry = Parameters<LoaderContext['store']['set']>[0];

/**
 * A loader like `inner` with two differences. An `.mdx` text without components, expressions and pictures is rendered
 * while it is loaded; Astro would make a JavaScript module of it, most of the time and memory of a large build. And
 * what was loaded under another schema is loaded anew: Astro remembers files by their text alone.
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

/** The entry with its HTML; as it was when only Astro's own way through a module renders it. */
async function renderedEarly(entry: Entry, { config, renderMarkdown }: LoaderContext): Promise<Entry> {
  const { body = '', filePath, deferredRender, ...rest } = entry;
  if (!deferredRender || !filePath || !isMarkdownToo(body)) return entry;
  // The empty front matter keeps a line of dashes at the start of the text from being read as one.
  const rendered = await renderMarkdown(`---\n---\n${body}`, {
    fileURL: new URL(encodeURI(filePath), config.root),
  });
  // A picture's address is known only after bundling.
  if (rendered.metadata?.imagePaths?.length) return entry;
  // Byte for byte what the module would give: it ends without a line break.
  return { ...rest, body, filePath, rendered: { ...rendered, html: rendered.html.trimEnd() } };
}

/** Whether a text means the same in Markdown as in MDX, hence holds nothing that only MDX has. */
export function isMarkdownToo(body: string): boolean {
  try {
    return JSON.stringify(mdxToMdast(body)) === JSON.stringify(markdownToMdast(body));
  } catch {
    // Not readable as MDX: Astro says where, or the content check has already.
    return false;
  }
}
