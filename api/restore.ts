// Command root: `npm run restore`, brings the register back to the state of a backup. The server must be
// stopped.
import { parseArgs } from 'node:util';
import { type RestoreArgs, restoreCommand } from './node/backup/restore.ts';
import { Refusal, runCommand } from './node/refusal.ts';
import { processEnv, requireConfig } from './node/settings.ts';

const USAGE = `Lietošana: npm run restore -- KOPIJA

  KOPIJA       faila vārds, ko rāda “npm run backup -- list”, vai ceļš līdz kopijai
  --dry-run    tikai pārbauda kopiju un parāda, kas zudīs
  --yes        nejautā
  --anyway     arī tad, ja notikumu ķēde kopijā ir bojāta

Serverim jābūt apturētam, un datu mapē jābūt šīs datubāzes keys.json. Agrākā datubāze paliek blakus.
`;

/** Null when help is requested. @throws {Refusal} for an unknown command. */
function readCommand(args: readonly string[]): RestoreArgs | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        yes: { type: 'boolean' },
        'dry-run': { type: 'boolean' },
        anyway: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.help) return null;
    const [typed, ...rest] = positionals;
    if (typed === undefined || rest.length > 0) throw new Refusal(USAGE);
    const { yes = false, anyway = false } = values;
    return { typed, yes, anyway, dryRun: values['dry-run'] ?? false };
  } catch {
    throw new Refusal(USAGE);
  }
}

await runCommand(async () => {
  const args = readCommand(process.argv.slice(2));
  if (!args) return void process.stdout.write(USAGE);
  await restoreCommand(requireConfig(processEnv()), args, new Date());
});
