// The office's side of a running centre, for browser tests: the same files, opened besides the server.

import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { createRegisterDeps } from '../../api/compose-register.ts';
import type { RegisterDeps } from '../../api/deps.ts';
import { createKeyring } from '../../api/domain/keyring.ts';
import { unlimited } from '../../api/domain/limiter.ts';
import type { Office } from '../../api/domain/office.ts';
import { createOffice } from '../../api/domain/office.ts';
import { openEmbedded } from '../../api/node/embedded.ts';
import { letOthersRun } from '../../api/node/let-others-run.ts';
import { nodePrimitives } from '../../api/node/primitives.ts';
import { loadSecrets } from '../../api/node/secrets.ts';
import type { Database } from '../../api/store/database.ts';
import { windowsOf } from '../../api/store/windows.ts';
import { testSite } from '../api/test-site.ts';

export interface RegisterTools {
  readonly deps: RegisterDeps;
  readonly office: Office;
  readonly database: Database;
}

/** Opens the register of the centre with its data in `folder` while `use` runs. */
export async function inRegister(
  folder: string,
  use: (tools: RegisterTools) => Promise<void>,
): Promise<void> {
  const secrets = loadSecrets(folder, { random: randomBytes, now: new Date(), databaseExists: true });
  if (!secrets.office) throw new Error('the office has no key');
  const database = await openEmbedded(join(folder, 'kac.db'));
  try {
    const deps = createRegisterDeps({
      database,
      site: testSite,
      keyring: await createKeyring(secrets.intake, nodePrimitives),
      primitives: nodePrimitives,
      settings: { origin: null },
      now: () => new Date(),
      random: length => randomBytes(length),
      log: () => undefined,
      limiter: unlimited,
      clientAddress: () => null,
      letOthersRun,
    });
    const office = createOffice(secrets.office, nodePrimitives, windowsOf(database));
    await use({ deps, office, database });
  } finally {
    await database.close();
  }
}
