// A small built site on disk, and a tiny app that serves it.
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { type Env, Hono } from 'hono';
import { loadStatic, type StaticOptions, staticHandler } from '../../api/node/static.ts';

const KEY = '<input type="hidden" name="idempotencyKey" value="">';
export const PAGE = `<!doctype html><title>Gaita</title>${'<p>Iesnieguma gaita</p>'.repeat(50)}`;
export const FORM = `<!doctype html><title>Sūdzība</title><form>${KEY}</form><form>${KEY}</form>${'<p>ž</p>'.repeat(50)}`;

export type Get = (path: string, headers?: Record<string, string>, method?: string) => Promise<Response>;

/** Writes the site under `root` and returns a function that requests its addresses. */
export async function serveSite(root: string): Promise<Get> {
  const site = join(root, 'dist');
  const write = (path: string, content: string | Uint8Array) => {
    mkdirSync(dirname(join(site, path)), { recursive: true });
    writeFileSync(join(site, path), content);
  };
  writeFileSync(join(root, 'secret.txt'), 'secret');
  for (const path of ['index.html', 'gaita/index.html']) {
    write(path, PAGE);
    write(`${path}.br`, brotliCompressSync(PAGE));
    write(`${path}.gz`, gzipSync(PAGE));
  }
  write('sudziba/index.html', FORM);
  write('sudziba/index.html.br', brotliCompressSync(FORM));
  write('404.html', '<!doctype html><title>Nav atrasta</title>');
  write('_astro/page.B1x.css', 'body{}');
  write('_astro/page.B1x.css.br', 'longer than the original');
  write('robots.txt', 'User-agent: *');
  write('ā.txt', 'ā');
  for (const end of ['ics', 'vcf', 'jsonld', 'webmanifest', 'svg', 'woff2', 'json', 'odd'])
    write(`x.${end}`, 'x');
  symlinkSync(join(root, 'secret.txt'), join(site, 'link.txt'));
  const app = new Hono();
  app.use(async (c, next) => {
    c.header('X-Before', 'kept');
    await next();
  });
  let keys = 0;
  const newKey = () => {
    keys += 1;
    return `key-${keys}`;
  };
  app.use(staticHandler(await loadStatic(site), { newKey, refuseMethod }));
  return async (path, headers = {}, method = 'GET') => app.request(path, { method, headers });
}

export const header = (response: Response, name: string): string | null => response.headers.get(name);
export const bytesOf = async (response: Response): Promise<Uint8Array> =>
  new Uint8Array(await response.arrayBuffer());

/** The app's own needs the whole site. */
export const refuseMethod: StaticOptions<Env>['refuseMethod'] = (c, allow) =>
  c.text('', 405, { Allow: allow });
