// Command root: `npm run register -- list | show | find | index | invite | retention | erase |
// verify | head | remind`, the register in the terminal.
import { parseArgs } from 'node:util';
import type { Config } from './config.ts';
import { openCase } from './domain/case.ts';
import { parseReference } from './domain/codes.ts';
import { listAttachments, type ReadTools } from './domain/files/reading.ts';
import { createOffice, type Office } from './domain/office.ts';
import { keyFolder } from './node/key-folder.ts';
import { nodePrimitives } from './node/primitives.ts';
import { openReadOnly } from './node/read-only.ts';
import { Refusal, runCommand } from './node/refusal.ts';
import { eraseCommand } from './node/register/erase.ts';
import { headCommand } from './node/register/head.ts';
import { inviteCommand } from './node/register/invite.ts';
import { remindText } from './node/register/remind.ts';
import { retentionCommand } from './node/register/retention.ts';
import { findText, indexCommand } from './node/register/search.ts';
import { keptAsHead, keptInReceipt, keyringOf, verifyRegister } from './node/register/verify.ts';
import { processEnv, requireConfig } from './node/settings.ts';
import { attachmentStore } from './store/attachments.ts';
import { erasureOf } from './store/chain.ts';
import type { Database } from './store/database.ts';
import { type SubmissionStore, submissionStore } from './store/submissions.ts';
import { windowsOf } from './store/windows.ts';
import { attachmentsText } from './views/attachments.ts';
import { erasedText, listText, SEALED, showText } from './views/terminal.ts';

const PAGE = 50;
const USAGE = `Lietošana: npm run register -- <komanda>

  list                      jaunākie iesniegumi, pa ${PAGE}
  list --before ID          vecāki iesniegumi; ID parāda iepriekšējās lapas pēdējā rinda
  show NUMURS               viss par vienu iesniegumu, piemēram, show KAC-26-7Q4W-X26
  find VĀRDS…               iesniedzēji pēc vārda, e-pasta vai tālruņa; jāatbilst visam, piemēram, find "Anna Parauga"
  index                     sagatavo meklēšanai nesen saņemto; --anew – visu no jauna
  verify                    pārbauda, vai notikumu ķēde ir vesela un reģistrs tai atbilst
  verify --receipt FAILS    pārbauda arī, vai ķēdē ir šis apliecinājums
  verify --head GALS        pārbauda arī, vai ķēdē ir agrāk pierakstīts gals; drīkst dot arī failu
  head                      parakstīts ķēdes gals: to glabā kāds ārpus iestādes
  remind --dry-run          kam un cik darbu šodien atgādinātu
  erase NUMURS --act "NR."  iznīcina iesniegumu pēc iznīcināšanas akta; --yes – nejautā
  retention                 ko pēc glabāšanas termiņa drīkst iznīcināt; --dry-run – tas pats
  retention --act "NR."     iznīcina to pēc saskaņota akta; pārtrauktu turpina; --yes – nejautā
  invite "VĀRDS" --roles …  vienreizēja saite darbiniekam, lai pieteiktos reģistrā (lomas: clerk, director, deputy,
                            auditor, administrator; kas reģistrā jau ir, tam lomas nenorāda)

Komandām index, invite, retention un erase serverim jābūt apturētam, ja datubāze ir fails.
`;

interface Register {
  readonly database: Database;
  readonly store: SubmissionStore;
  /** Null when the office's key is kept elsewhere. */
  readonly office: Office | null;
  readonly files: ReadTools;
}

async function list({ store }: Register, before?: string): Promise<string> {
  if (before !== undefined && !/^\d+$/.test(before)) throw new Refusal(USAGE);
  const page = await store.list({ limit: PAGE, ...(before ? { before: Number(before) } : {}) });
  const last = page.at(-1);
  const more = page.length === PAGE && last ? `\nVecāki: npm run register -- list --before ${last.id}\n` : '';
  return listText(page) + more;
}

async function show(register: Register, typed: string): Promise<string> {
  const { database, store, office, files } = register;
  const reference = parseReference(typed);
  if (!reference)
    throw new Refusal(
      `“${typed}” nav reģistrācijas numurs. Pārbaudiet, vai visas zīmes ir pareizas, piemēram, KAC-26-7Q4W-X26.`,
    );
  const found = await store.findByReference(reference);
  if (found) {
    const key = (await office?.contentKey(found.submission)) ?? null;
    const text = showText(await openCase(nodePrimitives, found, key), office ? SEALED.shut : SEALED.noKey);
    return key ? text + attachmentsText(await listAttachments(files, key, reference)) : text;
  }
  const erased = await erasureOf(database, reference);
  throw new Refusal(erased ? erasedText(erased) : `Iesnieguma ${reference} reģistrā nav.`);
}

async function verify({ database }: Register, config: Config, { receipt, head }: Options): Promise<string> {
  const keyring = await keyringOf(config);
  const kept = receipt
    ? await keptInReceipt(keyring, receipt)
    : head
      ? await keptAsHead(keyring, head)
      : null;
  const { text, whole } = await verifyRegister(database, keyring, kept);
  if (!whole) process.exitCode = 1;
  return text;
}

interface Options {
  readonly before?: string;
  readonly receipt?: string;
  readonly head?: string;
  readonly act?: string;
  readonly yes?: boolean;
  readonly anew?: boolean;
  readonly roles?: string;
  readonly 'dry-run'?: boolean;
}

interface Typed {
  readonly command: string;
  readonly words: readonly string[];
  readonly options: Options;
}

/** The options of each command and its number of words. */
const COMMANDS: Readonly<Record<string, readonly [number, readonly (keyof Options)[]]>> = {
  list: [0, ['before']],
  show: [1, []],
  find: [Number.POSITIVE_INFINITY, []],
  index: [0, ['anew']],
  invite: [1, ['roles']],
  verify: [0, ['receipt', 'head']],
  head: [0, []],
  remind: [0, ['dry-run']],
  erase: [1, ['act', 'yes']],
  retention: [0, ['act', 'yes', 'dry-run']],
};

/** @throws {Refusal} for an unknown command. */
function readCommand(args: readonly string[]): Typed {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        before: { type: 'string' },
        receipt: { type: 'string' },
        head: { type: 'string' },
        act: { type: 'string' },
        yes: { type: 'boolean' },
        anew: { type: 'boolean' },
        roles: { type: 'string' },
        'dry-run': { type: 'boolean' },
      },
    });
    const [command = '', ...words] = positionals;
    const [most, known] = COMMANDS[command] ?? [-1, []];
    const foreign = Object.keys(values).filter(name => !known.includes(name as keyof Options));
    if (words.length > most || foreign.length > 0) throw new Refusal(USAGE);
    return { command, words, options: values };
  } catch (fault) {
    throw fault instanceof Refusal ? fault : new Refusal(USAGE);
  }
}

/** Read-only commands, also while the server is running. */
async function look(config: Config, { command, words, options }: Typed): Promise<string> {
  const database = await openReadOnly(config);
  try {
    const secrets = keyFolder(config).office();
    const office = secrets && createOffice(secrets, nodePrimitives, windowsOf(database));
    const files = { primitives: nodePrimitives, attachments: attachmentStore(database) };
    const register = { database, store: submissionStore(database), office, files };
    if (command === 'list') return await list(register, options.before);
    if (command === 'find') return await findText(config, database, words.join(' '));
    if (command === 'head') return await headCommand(config, database);
    if (command === 'remind') {
      if (!options['dry-run']) throw new Refusal(USAGE);
      return await remindText(config, database);
    }
    if (command === 'verify') return await verify(register, config, options);
    return await show(register, words[0] ?? '');
  } finally {
    await database.close();
  }
}

await runCommand(async () => {
  const typed = readCommand(process.argv.slice(2));
  const { command, words, options } = typed;
  const config = requireConfig(processEnv());
  if (command === 'index') return indexCommand(config, options.anew ?? false);
  if (command === 'invite') return inviteCommand(config, { name: words[0] ?? '', roles: options.roles });
  if (command === 'retention') {
    if (options['dry-run'] && options.act !== undefined) throw new Refusal(USAGE);
    return retentionCommand(config, { act: options.act, yes: options.yes ?? false });
  }
  if (command === 'erase')
    return eraseCommand(config, { typed: words[0] ?? '', act: options.act, yes: options.yes ?? false });
  process.stdout.write(await look(config, typed));
});
