// Command root: `npm run content -- check|release|stale`, the editor's view of what is wrong or left to do.
import { fileURLToPath } from 'node:url';
import { checkContent } from '../src/build/check/check.ts';
import { type Mark, samples, staleServices, unconfirmed } from '../src/build/check/release.ts';
import { formatReport } from '../src/build/check/report.ts';
import { type ContentFile, readContentFiles } from '../src/build/content-files.ts';
import { rigaDate } from '../src/calendar/dates.ts';
import { FRESH_DAYS } from '../src/services/freshness.ts';

const USAGE = `Lietošana: npm run content -- <komanda>

  check    pārbauda visu saturu un parāda visas kļūdas
  release  pārbauda, vai saturu drīkst publicēt: vai nav kļūdu un parauga datu
  stale    parāda pakalpojumus, kuru saturs nav pārbaudīts ${FRESH_DAYS} dienas
`;

interface Outcome {
  readonly text: string;
  readonly ok: boolean;
}

function check(files: readonly ContentFile[]): Outcome {
  const problems = checkContent(files);
  return { text: formatReport(problems), ok: problems.length === 0 };
}

function release(files: readonly ContentFile[]): Outcome {
  const checked = check(files);
  const invented = samples(files);
  const open = unconfirmed(files);
  const parts = [
    ...(checked.ok ? [] : [checked.text]),
    ...(invented.length > 0 ? [`Publicēt vēl nedrīkst: šie dati ir paraugi.\n${listMarks(invented)}`] : []),
    ...(open.length > 0 ? [`Brīdinājums: tas vēl jāapstiprina.\n${listMarks(open)}`] : []),
  ];
  const ok = checked.ok && invented.length === 0;
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

const COMMANDS = new Map([
  ['check', check],
  ['release', release],
  ['stale', stale],
]);

const command = COMMANDS.get(process.argv[2] ?? '');
if (command === undefined) {
  process.stderr.write(USAGE);
  process.exitCode = 2;
} else {
  const { text, ok } = command(await readContentFiles(fileURLToPath(new URL('..', import.meta.url))));
  process.stdout.write(`${text}\n`);
  process.exitCode = ok ? 0 : 1;
}
