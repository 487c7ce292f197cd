// Connects our part of the build to Astro: the content check before it, the site bundle and compressed copies
// after it.
import { join, sep } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroIntegrationLogger, HookParameters, ViteUserConfig } from 'astro';
import { checkContent } from './check/check.ts';
import type { Anchor, Problem } from './check/problem.ts';
import { formatReport } from './check/report.ts';
import { type ContentFile, readContentFiles } from './content-files.ts';
import { finishWorker, WORKER_FILE, WORKER_SOURCE } from './offline.ts';
import { precompress } from './precompress.ts';
import { moveSiteBundle } from './site-bundle.ts';

type Plugin = Exclude<
  NonNullable<NonNullable<ViteUserConfig['plugins']>[number]>,
  false | Promise<unknown> | unknown[]
>;

/** The integration of `astro.config.mjs`. */
export function kac(): AstroIntegration {
  let root = '';
  let read: ContentReader = async () => [];
  return {
    name: 'kac',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        root = fileURLToPath(config.root);
        read = contentReader(root);
        if (command === 'build' || command === 'dev')
          updateConfig({ vite: { plugins: [gate(read, command), serviceWorker(root)] } });
      },
      'astro:server:setup': ({ server, logger }) => watchContent(root, read, server, logger),
      'astro:build:done': async ({ dir, logger }) => {
        const dist = fileURLToPath(dir);
        await moveSiteBundle(root, dist);
        await finishWorker(dist, process.env['KAC_OFFLINE']);
        const count = await precompress(dist);
        logger.info(`${count} compressed copies`);
      },
    },
  };
}

type ContentReader = () => Promise<readonly ContentFile[]>;

/** Reads all content on each call; unchanged files are not checked again. */
function contentReader(root: string): ContentReader {
  let files: readonly ContentFile[] = [];
  return async () => {
    files = await readContentFiles(root, files);
    return files;
  };
}

/**
 * Problems with which Astro itself cannot start; its own message would be in English and name only the first
 * one.
 */
const FATAL: ReadonlySet<Anchor> = new Set([
  'nezinams-lauks',
  'trukst-lauka',
  'nepareiza-vertiba',
  'dublets',
]);

/**
 * Stops a build on any problem, and development only when Astro could not start. It is a Vite plugin because
 * Astro prints “An unhandled error occurred” above anything an integration throws.
 */
function gate(read: ContentReader, command: 'build' | 'dev') {
  let isChecked = false;
  return {
    name: 'kac:content',
    config: async () => {
      if (isChecked) return;
      isChecked = true;
      const problems = checkContent(await read());
      const stops = command === 'build' || problems.some(problem => FATAL.has(problem.anchor));
      if (problems.length > 0 && stops) throw reportError(problems);
    },
  };
}

/**
 * Builds the service worker as a separate script at the site's root; Astro's own scripts are under
 * `/_astro/`.
 */
const serviceWorker = (root: string): Plugin => ({
  name: 'kac:service-worker',
  apply: 'build',
  buildStart() {
    if (this.environment.name === 'client')
      this.emitFile({ type: 'chunk', id: join(root, WORKER_SOURCE), fileName: WORKER_FILE });
  },
});

/** Astro prints the message and then the stack, which editors do not need. */
function reportError(problems: readonly Problem[]): Error {
  const error = new Error(formatReport(problems));
  error.stack = '';
  return error;
}

type DevServer = HookParameters<'astro:server:setup'>['server'];

/** In development, problems are printed at the start and after every change, and never stop the server. */
function watchContent(
  root: string,
  read: ContentReader,
  server: DevServer,
  logger: AstroIntegrationLogger,
): void {
  let timer: NodeJS.Timeout | undefined;
  let clean = true;
  const check = async () => {
    const problems = checkContent(await read());
    if (problems.length > 0) logger.error(`\n${formatReport(problems)}`);
    else if (!clean) logger.info('Saturs ir kārtībā.');
    clean = problems.length === 0;
  };
  const start = () => void check().catch((error: unknown) => logger.error(String(error)));
  server.watcher.on('all', (_event, path) => {
    if (!path.startsWith(`${root}content${sep}`)) return;
    clearTimeout(timer);
    // One saved file can cause several events.
    timer = setTimeout(start, 100);
  });
  start();
}
