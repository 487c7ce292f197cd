// The project's own source as data: which file imports what, and which outside things it uses.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
import ts from 'typescript';

interface Import {
  /** A path from the root for our own files, otherwise the package or module as written. */
  readonly target: string;
  readonly typeOnly: boolean;
}

export interface SourceFile {
  readonly path: string;
  readonly imports: readonly Import[];
  /** Uses of the clock, randomness, the environment and the database client: `new Date()`, `process`, … */
  readonly touches: readonly string[];
}

/** The TypeScript in an Astro file: its front matter and its scripts. */
function scriptsOf(text: string): string {
  const [, frontMatter = ''] = /^---\n(.*?)\n---/s.exec(text) ?? [];
  const scripts = [...text.matchAll(/<script>(.*?)<\/script>/gs)].map(([, body]) => body);
  return [frontMatter, ...scripts].join('\n');
}

function resolve(from: string, specifier: string): string {
  if (!specifier.startsWith('.')) return specifier;
  return normalize(join(from, '..', specifier.replace(/\?.*$/, '')));
}

function importsOf(path: string, source: ts.SourceFile): Import[] {
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
      const { moduleSpecifier } = node;
      if (moduleSpecifier && ts.isStringLiteral(moduleSpecifier)) {
        const clause = ts.isImportDeclaration(node) ? node.importClause : undefined;
        const named = clause?.namedBindings;
        const allTypes =
          named &&
          ts.isNamedImports(named) &&
          !clause.name &&
          named.elements.every(({ isTypeOnly }) => isTypeOnly);
        const typeOnly = clause?.phaseModifier === ts.SyntaxKind.TypeKeyword || Boolean(allTypes);
        found.push({ target: resolve(path, moduleSpecifier.text), typeOnly });
      }
    }
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [argument] = node.arguments;
      if (argument && ts.isStringLiteral(argument))
        found.push({ target: resolve(path, argument.text), typeOnly: false });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const MEMBERS = new Set([
  'Date.now',
  'Math.random',
  'crypto.getRandomValues',
  'crypto.randomUUID',
  'performance.now',
]);

function touchesOf(source: ts.SourceFile): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isNewExpression(node) && node.expression.getText(source) === 'Date' && !node.arguments?.length)
      found.push('new Date()');
    if (ts.isPropertyAccessExpression(node) && MEMBERS.has(node.getText(source)))
      found.push(node.getText(source));
    if (ts.isIdentifier(node) && node.text === 'process' && !ts.isPropertyAccessExpression(node.parent))
      found.push('process');
    if (ts.isPropertyAccessExpression(node) && node.expression.getText(source) === 'process')
      found.push('process');
    if (ts.isCallExpression(node) && node.expression.getText(source) === 'createClient')
      found.push('createClient');
    ts.forEachChild(node, visit);
  };
  visit(source);
  return [...new Set(found)];
}

/** Reads one file, or `text` as its content. */
export function readSource(path: string, text = readFileSync(path, 'utf8')): SourceFile {
  const code = path.endsWith('.astro') ? scriptsOf(text) : text;
  const source = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true);
  return { path, imports: importsOf(path, source), touches: touchesOf(source) };
}

/** Every source file of the site and the API. */
export const allSources = (): SourceFile[] =>
  globSync(['api/**/*.ts', 'src/**/*.{ts,astro}'])
    .filter(path => !path.endsWith('.d.ts'))
    .toSorted()
    .map(path => readSource(path));

export const isOwn = (target: string): boolean => /^(api|src|content|build)\//.test(target);
export const exists = (path: string): boolean => existsSync(path);

/** The first cycle of imports found, as the files in order; null when there is none. */
export function findCycle(files: readonly SourceFile[]): string[] | null {
  const graph = new Map(files.map(({ path, imports }) => [path, imports.map(({ target }) => target)]));
  const done = new Set<string>();
  const walk = (path: string, trail: readonly string[]): string[] | null => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path];
    if (done.has(path)) return null;
    for (const target of graph.get(path) ?? []) {
      const cycle = walk(target, [...trail, path]);
      if (cycle) return cycle;
    }
    done.add(path);
    return null;
  };
  for (const path of graph.keys()) {
    const cycle = walk(path, []);
    if (cycle) return cycle;
  }
  return null;
}
