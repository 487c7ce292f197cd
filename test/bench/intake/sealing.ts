// The cost of a complaint before anything is stored: sealing, chaining and signing in one thread. Together
// with the rows alone (`raw.ts`) and the empty handler it shows how much of a post could be saved at all.
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GENESIS, link } from '../../../api/domain/chain.ts';
import { createWindows } from '../../../api/domain/crypto/windows.ts';
import { arrivalOf, prepare } from '../../../api/domain/intake.ts';
import { createKeyring } from '../../../api/domain/keyring.ts';
import { after } from '../../../api/node/after.ts';
import { openData } from '../../../api/node/open-data.ts';
import { nodePrimitives } from '../../../api/node/primitives.ts';
import { random } from '../../../api/node/random.ts';
import { requireConfig } from '../../../api/node/settings.ts';
import type { SiteBundle } from '../../../src/contract/site-bundle.ts';
import { COMPLAINT } from './requests.ts';

const bundle = new URL('../../../build/site-bundle.json', import.meta.url);
const AT_ONCE = 200;

/** Uses its own keys in `folder`; `measure` returns microseconds of CPU time per complaint. */
export async function openSealing(folder: string) {
  const config = requireConfig({ KAC_DATA: join(folder, 'sealing') });
  const { database, secrets } = await openData(config, { random, now: new Date() });
  await database.close();
  const keyring = await createKeyring(secrets.intake, nodePrimitives);
  const windows = createWindows({ recipients: keyring.recipients, primitives: nodePrimitives, after });
  const site = JSON.parse(readFileSync(bundle, 'utf8')) as SiteBundle;
  const tools = { keyring, windows, site, primitives: nodePrimitives };
  let head = GENESIS;
  async function sealOne(): Promise<void> {
    const idempotencyKey = randomBytes(18).toString('base64url');
    const facts = { kind: 'complaint', idempotencyKey, suspicions: [], receivedAt: new Date() } as const;
    const { event, receipt } = await prepare(tools, arrivalOf(COMPLAINT, facts), 0);
    const chained = await link(keyring, head, event);
    head = chained;
    await receipt(chained);
  }
  return {
    async measure(seconds: number): Promise<number> {
      const [end, from] = [performance.now() + seconds * 1000, process.threadCpuUsage()];
      let count = 0;
      for (; performance.now() < end; count += AT_ONCE) for (let i = 0; i < AT_ONCE; i++) await sealOne();
      const { user, system } = process.threadCpuUsage(from);
      return (user + system) / count;
    },
  };
}
