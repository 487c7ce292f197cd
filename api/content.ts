// Command root: `npm run content -- check | new | confirm | diff | release | stale | versions`, the editors'
// commands.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readContentFiles } from '../src/build/content-files.ts';
import { confirmContent } from '../src/build/editor/confirm/command.ts';
import { diffContent } from '../src/build/editor/diff/command.ts';
import { HELP, USAGE } from '../src/build/editor/help.ts';
import { newContent } from '../src/build/editor/new/command.ts';
import { misused, type Outcome } from '../src/build/editor/outcome.ts';
import { checkReport, releaseReport, staleReport } from '../src/build/editor/reports.ts';
import { recordVersions } from '../src/build/survey/command.ts';
import { rigaDate } from '../src/calendar/dates.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const today = rigaDate(new Date());
const contentFiles = () => readContentFiles(root);

const OPTIONS = {
  help: { type: 'boolean', short: 'h' },
  lang: { type: 'string' },
  date: { type: 'string' },
  source: { type: 'string' },
  by: { type: 'string' },
  'dry-run': { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

interface Call {
  readonly words: readonly string[];
  readonly options: Readonly<ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values']>;
}

const COMMANDS = new Map<string, (call: Call) => Promise<Outcome>>([
  ['check', async () => checkReport(await contentFiles())],
  ['release', async () => releaseReport(await contentFiles())],
  ['stale', async () => staleReport(await contentFiles(), today)],
  ['versions', async ({ words: [only] }) => recordVersions(await contentFiles(), { only, today })],
  [
    'new',
    async ({ words, options }) => newContent(await contentFiles(), { words, lang: options.lang, today }),
  ],
  [
    'confirm',
    async ({ words, options: { date, source, by, 'dry-run': isTrial = false } }) =>
      confirmContent(await contentFiles(), { words, date, source, by, isTrial, today }),
  ],
  [
    'diff',
    // npm starts the command in the project folder; this variable holds the editor's folder.
    ({ words, options: { json: isJson = false } }) =>
      diffContent(root, { words, isJson, here: process.env['INIT_CWD'] ?? process.cwd(), today }),
  ],
]);

/** The options of each command besides `--help`. */
const TAKES: Readonly<Record<string, readonly (keyof typeof OPTIONS)[]>> = {
  new: ['lang'],
  confirm: ['date', 'source', 'by', 'dry-run'],
  diff: ['json'],
};

async function run(argv: readonly string[]): Promise<Outcome> {
  const [name = '', ...rest] = argv;
  if (name === '--help' || name === '-h' || name === 'help') return { text: USAGE.trimEnd(), ok: true };
  const command = COMMANDS.get(name);
  if (command === undefined) return misused(USAGE.trimEnd());
  const help = (HELP[name] ?? USAGE).trimEnd();
  let call: Call;
  try {
    const { positionals, values } = parseArgs({ args: rest, options: OPTIONS, allowPositionals: true });
    call = { words: positionals, options: values };
  } catch {
    // An unknown option, or one without its value.
    return misused(help);
  }
  if (call.options.help === true) return { text: help, ok: true };
  const foreign = Object.keys(call.options).filter(key => !TAKES[name]?.some(taken => taken === key));
  return foreign.length > 0 ? misused(help) : command(call);
}

const { text, ok, isMisused = false, write = [] } = await run(process.argv.slice(2));
for (const file of write) {
  await mkdir(dirname(join(root, file.path)), { recursive: true });
  await writeFile(join(root, file.path), file.text, { flag: file.isNew ? 'wx' : 'w' });
}
(isMisused ? process.stderr : process.stdout).write(`${text}\n`);
process.exitCode = isMisused ? 2 : ok ? 0 : 1;
