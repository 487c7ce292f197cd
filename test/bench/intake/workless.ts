// Root: the shipped handler without its work. It reads, checks, counts, logs and answers with a receipt as
// shipped; nothing is sealed, chained, signed or stored.
import { readFileSync } from 'node:fs';
import { createApp } from '../../../api/app.ts';
import { createDeps } from '../../../api/compose.ts';
import type { Surroundings } from '../../../api/deps.ts';
import { arrivalOf } from '../../../api/domain/intake.ts';
import { createKeyring } from '../../../api/domain/keyring.ts';
import { clientBehind } from '../../../api/node/client-address.ts';
import { letOthersRun } from '../../../api/node/let-others-run.ts';
import { openLimiter } from '../../../api/node/limiter.ts';
import { logToStderr } from '../../../api/node/log.ts';
import { openData } from '../../../api/node/open-data.ts';
import { nodePrimitives } from '../../../api/node/primitives.ts';
import { random } from '../../../api/node/random.ts';
import { requireConfig } from '../../../api/node/settings.ts';
import type { SiteBundle } from '../../../src/contract/site-bundle.ts';
import { serveToBench } from './child.ts';
import { COMPLAINT } from './requests.ts';

const bundle = new URL('../../../build/site-bundle.json', import.meta.url);
const site = JSON.parse(readFileSync(bundle, 'utf8')) as SiteBundle;
const config = requireConfig(process.env);
const now = () => new Date();
const { database, secrets } = await openData(config, { random, now: now() });
const log = logToStderr();
const limiter = await openLimiter(database, config, { now, log: log.log });
const surroundings: Surroundings = {
  database,
  site,
  keyring: await createKeyring(secrets.intake, nodePrimitives),
  primitives: nodePrimitives,
  settings: { origin: config.origin, mailFrom: null },
  now,
  random,
  log: log.log,
  limiter,
  clientAddress: clientBehind(config.proxies),
  letOthersRun,
};

/** Everyone gets the receipt of the first submission. */
const told = await createDeps(surroundings).storeSubmission({
  arrival: arrivalOf(COMPLAINT, {
    kind: 'complaint',
    idempotencyKey: 'the one that is stored',
    suspicions: [],
    receivedAt: now(),
  }),
  attempt: 0,
  statements: [],
});
const deps = createDeps({
  ...surroundings,
  storeGroup: async (group, head) => ({ head, result: group.map(() => told) }),
});
await serveToBench(createApp(() => deps).fetch, async () => {
  await limiter.close();
  await database.close();
  log.close();
});
