// Checks the text of a file: it must be readable, contain no program code, and its links must lead to
// existing pages. Pure.
import { type MdastNode, markdownToMdast, mdxToMdast } from 'satteri';
import type { ContentDocument } from './document.ts';
import { type Link, linkProblems } from './links.ts';
import { checkMdx } from './mdx.ts';
import { CODE, unknownComponent } from './mdx-faults.ts';
import type { Problem } from './problem.ts';
import { remembered } from './remembered.ts';
import { rulesOf, type SiteIndex } from './site-index.ts';
import { excerpt } from './wording.ts';

/** Problems in the body of a text file. */
export function bodyProblems(document: ContentDocument, site: SiteIndex): readonly Problem[] {
  if (document.body.trim() === '' && document.kind !== 'rules') return [];
  const { problems, nodes } = readBody(document);
  const found = [...problems, ...linkProblems(document, nodes.flatMap(linksOf), site)];
  const explained = new Set(found.map(problem => problem.line));
  // Markup that MDX cannot read is reported twice, as markup and as a rule point; one report is enough.
  return [...found, ...numberingProblems(document).filter(problem => !explained.has(problem.line))];
}

function numberingProblems(document: ContentDocument): readonly Problem[] {
  if (document.kind !== 'rules') return [];
  return rulesOf(document).problems.map(({ line, field, what, found, fix }) => ({
    file: document.file,
    line,
    field,
    found,
    message: what,
    fix,
    anchor: 'numeracija',
  }));
}

interface Reading {
  readonly problems: readonly Problem[];
  /** Every node of the text, outermost first. */
  readonly nodes: readonly MdastNode[];
}

const readBody = remembered((document: ContentDocument) =>
  document.file.endsWith('.mdx') ? readMdx(document) : readMarkdown(document),
);

function readMarkdown(document: ContentDocument): Reading {
  const text = '\n'.repeat(document.bodyLine - 1) + document.body;
  return { problems: [], nodes: flat(markdownToMdast(text)) };
}

function readMdx(document: ContentDocument): Reading {
  const { problems, text, isReadable } = checkMdx(document);
  const nodes = isReadable ? flat(mdxToMdast(text)) : [];
  return { problems: [...problems, ...nodes.flatMap(node => codeProblems(document, node, text))], nodes };
}

/** Not by recursion: each level would copy all below it. */
function flat(root: MdastNode): readonly MdastNode[] {
  const nodes: MdastNode[] = [];
  const waiting = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    nodes.push(node);
    if ('children' in node) waiting.push(...(node.children as MdastNode[]).toReversed());
  }
  return nodes;
}

const lineOf = (node: MdastNode): number => node.position?.start.line ?? 1;

/** Elements that texts may use. There are none so far, so texts contain text only. */
const COMPONENTS: readonly string[] = [];

function codeProblems(document: ContentDocument, node: MdastNode, text: string): readonly Problem[] {
  const words = codeWords(node);
  if (words === undefined) return [];
  const line = lineOf(node);
  const { start, end } = node.position ?? { start: { offset: 0 }, end: { offset: 0 } };
  const found = excerpt(text.slice(start.offset, end.offset));
  return [{ file: document.file, line, field: 'teksts', found, anchor: 'teksts-mdx', ...words }];
}

/** Whether an expression is nothing but comments. */
function isComment(expression: string): boolean {
  let at = 0;
  for (;;) {
    at += expression.slice(at).search(/\S|$/);
    if (at === expression.length) return true;
    const end = expression.startsWith('/*', at) ? expression.indexOf('*/', at + 2) : -1;
    if (end < 0) return false;
    at = end + 2;
  }
}

function codeWords(node: MdastNode): { readonly message: string; readonly fix: string } | undefined {
  switch (node.type) {
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      return isComment(node.value) ? undefined : CODE.expression;
    case 'mdxjsEsm':
      return CODE.statement;
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement': {
      const isComponent = /^[A-Z]|\./.test(node.name ?? '');
      if (isComponent && !COMPONENTS.includes(node.name ?? '')) return unknownComponent(node.name ?? '');
      const isCode = node.attributes.some(
        attribute =>
          attribute.type !== 'mdxJsxAttribute' ||
          (typeof attribute.value === 'object' && attribute.value !== null),
      );
      return isCode ? CODE.attribute : undefined;
    }
    default:
      return undefined;
  }
}

function linksOf(node: MdastNode): readonly Link[] {
  switch (node.type) {
    case 'link':
    case 'definition':
      return [{ url: node.url, line: lineOf(node) }];
    case 'html':
      return [...node.value.matchAll(/<a\s[^<>]*href\s*=\s*["']([^"']*)["']/gi)].map(match => ({
        url: match[1] ?? '',
        line: lineOf(node),
      }));
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return node.attributes.flatMap(attribute =>
        attribute.type === 'mdxJsxAttribute' &&
        attribute.name === 'href' &&
        typeof attribute.value === 'string'
          ? [{ url: attribute.value, line: lineOf(node) }]
          : [],
      );
    default:
      return [];
  }
}
