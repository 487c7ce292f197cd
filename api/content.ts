// Command root: `npm run content -- check|release|stale|versions`, the editor's view of what is wrong or left to do.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkContent } from '../src/build/check/check.ts';
import { type Mark, samples, staleServices, unconfirmed } from '../src/build/check/release.ts';
import { formatReport } from '../src/build/check/report.ts';
import { unrecorded } from '../src/build/check/survey/recorded.ts';
import { type ContentFile, readContentFiles } from '../src/build/content-files.ts';
import { recordVersions } from '../src/build/survey/command.ts';
import { rigaDate } from '../src/calendar/dates.ts';
import { FRESH_DAYS } from '../src/services/freshness.ts';

const USAGE = `Lietošana: npm run content -- <komanda>

  check     pārbauda visu saturu un parāda visas kļūdas
  release   pārbauda, vai saturu drīkst publicēt: vai nav kļūdu un parauga datu
  stale     parāda pakalpojumus, kuru saturs nav pārbaudīts ${FRESH_DAYS} dienas
  versions  ieraksta, ko jautā katras aptaujas redakcija; ar aptaujas kodu – arī labotu pareizrakstību
`;

interface Outcome {
  readonly text: string;
  readonly ok: boolean;
  readonly write?: readonly { readonly path: string; readonly text: string }[];
}

function check(files: readonly ContentFile[]): Outcome {
  const problems = checkContent(files);
  const open = unrecorded(files);
  const parts = [formatReport(problems), ...(open.length > 0 ? [`${UNRECORDED}\n${listMarks(open)}`] : [])];
  return { text: parts.join('\n\n'), ok: problems.length === 0 };
}

const UNRECORDED = 'Vēl nav ierakstīts, ko šīs aptaujas jautā. Ierakstiet ar npm run content -- versions';

function release(files: readonly ContentFile[]): Outcome {
  const problems = checkContent(files);
  const unknown = unrecorded(files);
  const invented = samples(files);
  const open = unconfirmed(files);
  const parts = [
    ...(problems.length > 0 ? [formatReport(problems)] : []),
    ...(unknown.length > 0 ? [`Publicēt vēl nedrīkst. ${UNRECORDED}\n${listMarks(unknown)}`] : []),
    ...(invented.length > 0 ? [`Publicēt vēl nedrīkst: šie dati ir paraugi.\n${listMarks(invented)}`] : []),
    ...(open.length > 0 ? [`Brīdinājums: tas vēl jāapstiprina.\n${listMarks(open)}`] : []),
  ];
  const ok = problems.length + unknown.length + invented.length === 0;
  return { text: [...parts, ok ? 'Saturu drīkst publicēt.' : 'Saturu publicēt nedrīkst.'].join('\n\n'), ok };
}

function stale(files: readonly ContentFile[]): Outcome {
  const found = staleServices(files, rigaDate(new Date()));
  if (found.length === 0)
    return { text: `Visi pakalpojumi pārbaudīti pēdējo ${FRESH_DAYS} dienu laikā.`, ok: true };
  return {
    text: `Šie pakalpojumi nav pārbaudīti ilgāk par ${FRESH_DAYS} dienām.\n${listMarks(found)}`,
    ok: true,
  };
}

const listMarks = (marks: readonly Mark[]): string =>
  marks.map(({ file, line, text }) => `${file}:${line} · ${text}`).join('\n');

const versions = (files: readonly ContentFile[], only: string | undefined): Outcome =>
  recordVersions(files, { only, today: rigaDate(new Date()) });

const COMMANDS = new Map<string, (files: readonly ContentFile[], argument: string | undefined) => Outcome>([
  ['check', check],
  ['release', release],
  ['stale', stale],
  ['versions', versions],
]);

const command = COMMANDS.get(process.argv[2] ?? '');
if (command === undefined) {
  process.stderr.write(USAGE);
  process.exitCode = 2;
} else {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const { text, ok, write = [] } = command(await readContentFiles(root), process.argv[3]);
  for (const file of write) {
    await mkdir(dirname(join(root, file.path)), { recursive: true });
    await writeFile(join(root, file.path), file.text);
  }
  process.stdout.write(`${text}\n`);
  process.exitCode = ok ? 0 : 1;
}
