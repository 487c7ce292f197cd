// Command root: `npm run register -- list | show REFERENCE`, the register in the terminal.
import { openCase } from './domain/case.ts';
import { parseReference } from './domain/codes.ts';
import { createOffice, type Office } from './domain/office.ts';
import { nodePrimitives } from './node/primitives.ts';
import { openReadOnly } from './node/read-only.ts';
import { Refusal, runCommand } from './node/refusal.ts';
import { readOfficeFile } from './node/secrets.ts';
import { processEnv, requireConfig } from './node/settings.ts';
import { type SubmissionStore, submissionStore } from './store/submissions.ts';
import { windowsOf } from './store/windows.ts';
import { listText, showText } from './views/terminal.ts';

const PAGE = 50;
const USAGE = `Lietošana: npm run register -- <komanda>

  list              jaunākie iesniegumi, pa ${PAGE}
  list --before ID  vecāki iesniegumi; ID parāda iepriekšējās lapas pēdējā rinda
  show NUMURS       viss par vienu iesniegumu, piemēram, show KAC-26-7Q4W-X29
`;

interface Register {
  readonly store: SubmissionStore;
  /** Null where the office's key is kept elsewhere. */
  readonly office: Office | null;
}

async function list({ store }: Register, option?: string, before?: string): Promise<string> {
  if (option !== undefined && (option !== '--before' || !/^\d+$/.test(before ?? '')))
    throw new Refusal(USAGE);
  const page = await store.list({ limit: PAGE, ...(before ? { before: Number(before) } : {}) });
  const last = page.at(-1);
  const more = page.length === PAGE && last ? `\nVecāki: npm run register -- list --before ${last.id}\n` : '';
  return listText(page) + more;
}

async function show({ store, office }: Register, typed = ''): Promise<string> {
  const reference = parseReference(typed);
  if (!reference)
    throw new Refusal(
      `“${typed}” nav reģistrācijas numurs. Pārbaudiet, vai visas zīmes ir pareizas, piemēram, KAC-26-7Q4W-X29.`,
    );
  const found = await store.findByReference(reference);
  if (!found) throw new Refusal(`Iesnieguma ${reference} reģistrā nav.`);
  const key = (await office?.contentKey(found.submission)) ?? null;
  return showText(await openCase(nodePrimitives, found, key));
}

await runCommand(async () => {
  const [command, ...args] = process.argv.slice(2);
  const run = command === 'list' ? list : command === 'show' ? show : null;
  if (!run) throw new Refusal(USAGE);
  const config = requireConfig(processEnv());
  const database = await openReadOnly(config);
  try {
    const secrets = readOfficeFile(config.dataFolder);
    const office = secrets && createOffice(secrets, nodePrimitives, windowsOf(database));
    process.stdout.write(await run({ store: submissionStore(database), office }, ...args));
  } finally {
    await database.close();
  }
});
