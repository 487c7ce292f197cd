// Spends tokens as fast as it can, for the test to kill. Arguments: database file, pool key and hashes in
// hexadecimal. Prints the number of each token as soon as its spending is confirmed.

import { spendToken } from '../../api/jobs/spend-token.ts';
import { openEmbedded } from '../../api/node/embedded.ts';
import { nodePrimitives } from '../../api/node/primitives.ts';
import { clearLog } from '../../api/store/clear-log.ts';
import { poolStore } from '../../api/store/surveys/pool.ts';
import { tokenStore } from '../../api/store/surveys/tokens.ts';
import { staffSurvey } from '../api/test-site.ts';

const [file = '', survey = '', key = '', ...hashes] = process.argv.slice(2);
const bytes = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'));
const poolKey = bytes(key);
const database = await openEmbedded(file);
const spend = spendToken({
  keyring: { key: () => poolKey },
  primitives: nodePrimitives,
  pools: poolStore(database),
  tokens: tokenStore(database),
  clearLog: () => clearLog(database),
});
await Promise.all(
  hashes.map(async hash => {
    const outcome = await spend(bytes(hash), {
      survey: { ...staffSurvey, id: survey },
      answers: { ko: hash },
    });
    process.stdout.write(`${outcome} ${hash}\n`);
  }),
);
process.stdout.write('done\n');
await database.close();
