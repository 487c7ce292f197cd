// Command root: `npm run migrate` migrates the configured database and prints what it did.
import { takeLock } from './node/lock.ts';
import { databaseFile, openData, openMigrated } from './node/open-data.ts';
import { random } from './node/random.ts';
import { unconfirmedRecovery } from './node/recovery-file.ts';
import { recoveryLines } from './node/recovery-key.ts';
import { Refusal, runCommand } from './node/refusal.ts';
import { processEnv, requireConfig } from './node/settings.ts';

await runCommand(async () => {
  const config = requireConfig(processEnv());
  const now = new Date();
  const local = databaseFile(config) !== null;
  // A file has one writer: a running server has already applied the migrations itself.
  const holder = { pid: process.pid, since: now.toISOString(), address: 'npm run migrate' };
  const taken = local ? takeLock(config.dataFolder, holder) : null;
  if (taken?.ok === false) throw new Refusal(taken.message);
  try {
    // A file gets its keys together with its first table; the keys for a database server belong to the
    // machines that use it.
    const opened = local
      ? await openData(config, { random, now })
      : { ...(await openMigrated(config)), secrets: null };
    const { database, applied, secrets } = opened;
    await database.close();
    const done =
      applied.length === 0
        ? 'Datubāze jau ir atjaunināta.'
        : `Datubāzē veiktas izmaiņas: ${applied.join(', ')}.`;
    const recovery = secrets && unconfirmedRecovery(config.dataFolder, secrets.intake.recipients);
    process.stdout.write(`${[done, ...(recovery ? recoveryLines(recovery) : [])].join('\n')}\n`);
  } finally {
    taken?.lock.release();
  }
});
