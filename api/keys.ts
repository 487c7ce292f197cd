// Command root: `npm run keys -- show | confirm | rotate | rewrap | recovery | restore`, the keys of a register.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { Config } from './config.ts';
import { hex } from './domain/crypto/bytes.ts';
import type { Rewrapped } from './jobs/rewrap.ts';
import { isRecovery, type KeyFolder, keyFolder } from './node/key-folder.ts';
import { takeLock } from './node/lock.ts';
import { databaseFile, openMigrated } from './node/open-data.ts';
import { random } from './node/random.ts';
import { openReadOnly } from './node/read-only.ts';
import { forgetRecovery } from './node/recovery-file.ts';
import { Refusal, runCommand } from './node/refusal.ts';
import { renewRecovery, restore, rewrap, type Tools } from './node/renew.ts';
import { rotateOffice, rotateSigning } from './node/rotate.ts';
import { processEnv, requireConfig } from './node/settings.ts';
import { readTyped } from './node/typed.ts';
import { windowStore } from './store/windows.ts';
import { type KeyOverview, keysText } from './views/keys.ts';

const USAGE = `Lietošana: npm run keys -- <komanda>

  show              kādas atslēgas ir, kuras lieto un kam šifrēts saņemtais
  confirm           atjaunošanas atslēga ir pierakstīta: to no datu mapes izdzēš un vairs nerāda
  rotate signing    jauna paraksta atslēga; agrāk izsniegtos apstiprinājumus joprojām var pārbaudīt
  rotate office     jauna biroja atslēga; turpmāk saņemto šifrē tai
  rewrap            agrāk saņemto pāršifrē pašreizējām atslēgām; pārtrauktu darbu turpina
  rewrap --drop     to pašu, un izņem agrākās biroja atslēgas no office.json
  recovery          jauna atjaunošanas atslēga; to parāda vienu reizi, agrākā vairs neder
  restore           izveido office.json no atjaunošanas atslēgas, ko ievada, kad to prasa

Visām komandām, izņemot show un confirm, serverim jābūt apturētam.
`;

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const OTHERS =
  'Ja ar šo datubāzi strādā vēl citi serveri, nodrošiniet tiem jaunos keys.json datus un palaidiet tos no jauna (docs/keys.md).';

const fingerprint = (publicKey: Uint8Array): string =>
  (hex(createHash('sha256').update(publicKey).digest().subarray(0, 8)).match(/.{4}/g) ?? []).join(' ');

async function show(config: Config): Promise<void> {
  const folder = keyFolder(config);
  const { signing, recipients } = folder.keys();
  const toLine = ({ id, created, publicKey }: (typeof recipients)[number]) => ({
    id,
    created,
    fingerprint: fingerprint(publicKey),
  });
  const office = config.officeKeys === 'off' ? 'off' : (folder.office()?.keys.map(({ id }) => id) ?? null);
  say(
    keysText({
      signing: signing.map(toLine),
      recipients: recipients.map(one => ({ ...toLine(one), recovery: isRecovery(one) })),
      office,
      ...(await sealings(config, recipients)),
    }).trimEnd(),
  );
}

async function sealings(
  config: Config,
  recipients: readonly { readonly id: string }[],
): Promise<Pick<KeyOverview, 'windows' | 'toRewrap'>> {
  const file = databaseFile(config);
  if (file !== null && !existsSync(file)) return { windows: null, toRewrap: 0 };
  const database = await openReadOnly(config);
  try {
    const store = windowStore(database);
    const names = recipients.map(({ id }) => id);
    return { windows: await store.counts(), toRewrap: await store.countToRewrap(names) };
  } finally {
    await database.close();
  }
}

/** The recovery key has been written down: from now on it is nowhere on this machine. */
function confirm({ dataFolder }: Config): void {
  say(
    forgetRecovery(dataFolder)
      ? 'Apstiprināts. Atjaunošanas atslēga no datu mapes ir izdzēsta, un vairs to parādīt nevar.'
      : 'Apstiprināt nav ko: neapstiprinātas atjaunošanas atslēgas datu mapē nav.',
  );
}

type Change = (tools: Tools, config: Config) => Promise<void>;

async function signing({ folder, ...fresh }: Tools): Promise<void> {
  say(
    `Turpmāk paraksta ar atslēgu ${rotateSigning(folder, fresh)}. Agrākie apstiprinājumi joprojām ir pārbaudāmi.`,
  );
  say(OTHERS);
}

async function office({ folder, windows, ...fresh }: Tools): Promise<void> {
  say(`Turpmāk saņemto šifrē biroja atslēgai ${await rotateOffice(folder, windows, fresh)}.`);
  say(
    'Agrākā atslēga paliek failā office.json, līdz agrāk saņemtais ir pāršifrēts: npm run keys -- rewrap --drop.',
  );
  say(OTHERS);
}

const again =
  (drop: boolean): Change =>
  async (tools, config) => {
    const shared = databaseFile(config) === null;
    const { dropped, kept, ...found } = await rewrap(tools, { drop, shared });
    sayRewrapped(found);
    if (dropped.length > 0) say(`Agrākās biroja atslēgas ir izņemtas: ${dropped.join(', ')}.`);
    if (kept === 'shut') say('Agrākās atslēgas paliek failā, jo daļa logu nav atverama.');
    if (kept === 'still-used')
      say(
        'Agrākās atslēgas vēl paliek: kāds serveris, iespējams, joprojām šifrē tām. ' +
          'Kad visiem serveriem ir jaunie keys.json dati, palaidiet šo komandu vēlreiz.',
      );
    if (found.shut > 0) process.exitCode = 1;
  };

const recovery: Change = async (tools, { dataFolder }) => {
  const found = await renewRecovery(tools, key => {
    say('JAUNĀ ATJAUNOŠANAS ATSLĒGA – pierakstiet vai izdrukājiet to tagad; otrreiz to parādīt nevar:\n');
    say(`  ${key}\n`);
    say('Glabājiet to seifā, nevis šajā datorā. Agrāko iznīciniet, kad šī komanda ir pabeigta.');
  });
  sayRewrapped(found);
  if (found.shut > 0) {
    say('Daļa logu nav atverama, tāpēc paliek derīga arī agrākā atjaunošanas atslēga: glabājiet abas.');
    process.exitCode = 1;
  } else {
    forgetRecovery(dataFolder);
    say('Agrākā atjaunošanas atslēga vairs neder.');
  }
  say(OTHERS);
};

const fromRecovery: Change = async tools => {
  const typed = await readTyped('Ievadiet atjaunošanas atslēgu un nospiediet Enter: ');
  const found = await restore(tools, typed);
  say(`office.json ir šeit, tajā ir biroja atslēga ${found.office}.`);
  sayRewrapped(found);
  if (found.shut > 0) process.exitCode = 1;
  say('Atjaunošanas atslēga tagad ir bijusi datorā, tāpēc nomainiet to: npm run keys -- recovery.');
  say(OTHERS);
};

function sayRewrapped({ done, shut }: Rewrapped): void {
  say(
    done === 0 && shut === 0
      ? 'Pāršifrēt nav ko: viss jau ir pašreizējām atslēgām.'
      : `Pāršifrēti logi: ${done}.`,
  );
  if (shut > 0) say(`Nav atverami ar šeit esošajām atslēgām: ${shut}. Tie palikuši, kā bija.`);
}

const CHANGES: ReadonlyMap<string, Change> = new Map<string, Change>([
  ['rotate signing', signing],
  ['rotate office', office],
  ['rewrap', again(false)],
  ['rewrap --drop', again(true)],
  ['recovery', recovery],
  ['restore', fromRecovery],
]);

/** What may be done while a server runs. */
const LOOKS: ReadonlyMap<string, (config: Config) => Promise<void> | void> = new Map([
  ['show', show],
  ['confirm', confirm],
] as const);

/** The folder is locked even when the database is on a server: a running server has the keys in memory. */
async function run(change: Change, config: Config): Promise<void> {
  const folder: KeyFolder = keyFolder(config);
  const now = new Date();
  const holder = { pid: process.pid, since: now.toISOString(), address: 'npm run keys' };
  folder.keys();
  const taken = takeLock(config.dataFolder, holder);
  if (!taken.ok) throw new Refusal(taken.message);
  try {
    const { database } = await openMigrated(config);
    const progress = (done: number): void => say(`  pāršifrēti ${done} …`);
    await change({ folder, windows: windowStore(database), random, now, progress }, config).finally(() =>
      database.close(),
    );
  } finally {
    taken.lock.release();
  }
}

await runCommand(async () => {
  const command = process.argv.slice(2).join(' ');
  const change = CHANGES.get(command);
  const look = LOOKS.get(command);
  if (!look && !change) throw new Refusal(USAGE);
  const config = requireConfig(processEnv());
  await (change ? run(change, config) : look?.(config));
});
