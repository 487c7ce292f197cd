// Command root: `npm run outbox -- list | retry ID | drop ID | check | send`, for mail that is waiting or
// could not be sent.
import { existsSync } from 'node:fs';
import type { Config } from './config.ts';
import type { LogEntry } from './deps.ts';
import { createKeyring } from './domain/keyring.ts';
import { takeLock } from './node/lock.ts';
import { databaseFile, openData, openMigrated } from './node/open-data.ts';
import { openMail } from './node/open-mail.ts';
import { nodePrimitives } from './node/primitives.ts';
import { random } from './node/random.ts';
import { openReadOnly } from './node/read-only.ts';
import { Refusal, runCommand } from './node/refusal.ts';
import { processEnv, requireConfig } from './node/settings.ts';
import { readBundle } from './node/site-bundle.ts';
import { type OutboxStore, outboxStore } from './store/outbox.ts';
import { outboxText, reasonText } from './views/outbox.ts';

const USAGE = `Lietošana: npm run outbox -- <komanda>

  list      vēstules, kas gaida nosūtīšanu, un atmestās
  retry ID  mēģināt nosūtīt vēlreiz; ID parāda list
  drop ID   dzēst nenosūtītu vēstuli
  check     pārbaudīt, vai pasta serveris pieņem savienojumu un paroli; nekas netiek nosūtīts
  send      sūtīt, līdz aptur ar Ctrl+C; vajadzīgs tikai tad, ja iesniegumus pieņem bez Node servera (docs/edge.md)
`;

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

/** A file has one writer: the server, while it runs. */
async function withLock<T>(config: Config, what: string, run: () => Promise<T>): Promise<T> {
  const holder = { pid: process.pid, since: new Date().toISOString(), address: `npm run outbox -- ${what}` };
  const taken = databaseFile(config) === null ? null : takeLock(config.dataFolder, holder);
  if (taken?.ok === false) throw new Refusal(taken.message);
  try {
    return await run();
  } finally {
    taken?.lock.release();
  }
}

async function list(config: Config): Promise<void> {
  const database = await openReadOnly(config);
  try {
    process.stdout.write(outboxText(await outboxStore(database).list()));
  } finally {
    await database.close();
  }
}

async function change(
  config: Config,
  what: string,
  act: (store: OutboxStore) => Promise<string>,
): Promise<void> {
  const file = databaseFile(config);
  if (file !== null && !existsSync(file)) throw new Refusal(`Datubāzes “${file}” vēl nav.`);
  await withLock(config, what, async () => {
    const { database } = await openMigrated(config);
    try {
      say(await act(outboxStore(database)));
    } finally {
      await database.close();
    }
  });
}

const unknown = (id: string): Refusal =>
  new Refusal(`Nenosūtītas vēstules ar ID “${id}” nav. Visas parāda “npm run outbox -- list”.`);

const retry = (config: Config, id: string) =>
  change(config, 'retry', async store => {
    const outcome = await store.retry(id, new Date());
    if (outcome === 'unknown') throw unknown(id);
    if (outcome === 'contents-gone')
      throw new Refusal(
        'Šīs vēstules saturs jau ir iznīcināts, to nosūtīt vairs nevar. Dzēsiet to ar “drop”.',
      );
    return 'Vēstule atkal gaida nosūtīšanu. To nosūtīs serveris, kad tas darbosies.';
  });

const drop = (config: Config, id: string) =>
  change(config, 'drop', async store => {
    if (!(await store.drop(id))) throw unknown(id);
    return 'Vēstule ir dzēsta.';
  });

const NO_MAIL = 'E-pasts nav ieslēgts: norādiet KAC_SMTP_URL, KAC_MAIL_FROM un KAC_ORIGIN.';

async function check({ mail }: Config): Promise<void> {
  if (!mail) throw new Refusal(NO_MAIL);
  const { checkServer } = await import('./node/mailer.ts');
  const code = await checkServer(mail.server);
  if (code !== null) throw new Refusal(`Pasta serveris nav izmantojams: ${reasonText(code)}.`);
  say('Pasta serveris atbild un pieņem savienojumu.');
}

const log = (entry: LogEntry): void => {
  process.stderr.write(`${JSON.stringify(entry)}\n`);
};

async function send(config: Config): Promise<void> {
  if (!config.mail) throw new Refusal(NO_MAIL);
  const now = () => new Date();
  const site = readBundle();
  await withLock(config, 'send', async () => {
    const { database, secrets } = await openData(config, { random, now: now() });
    try {
      const keyring = await createKeyring(secrets.intake, nodePrimitives);
      const runner = await openMail(config, {
        database,
        keyring,
        primitives: nodePrimitives,
        site,
        now,
        log,
      });
      runner?.start();
      say('Sūtu, kas gaida. Apturēt: Ctrl+C');
      await signalled();
      await runner?.stop();
    } finally {
      await database.close();
    }
  });
}

function signalled(): Promise<void> {
  return new Promise(resolve => {
    // The runner's own timer does not keep the process alive.
    const alive = setInterval(() => {}, 60_000);
    const end = (): void => {
      clearInterval(alive);
      resolve();
    };
    process.once('SIGINT', end);
    process.once('SIGTERM', end);
  });
}

type Command = (config: Config, id: string) => Promise<void>;
const WITHOUT_ID: ReadonlyMap<string, Command> = new Map(Object.entries({ list, check, send }));
const WITH_ID: ReadonlyMap<string, Command> = new Map(Object.entries({ retry, drop }));

await runCommand(async () => {
  const [command = '', id = '', ...rest] = process.argv.slice(2);
  const run = (id === '' ? WITHOUT_ID : WITH_ID).get(command);
  if (!run || rest.length > 0) throw new Refusal(USAGE);
  await run(requireConfig(processEnv()), id);
});
