// The register with many cases: a clerk opens the worklist and a case page, one request at a time, with a
// million cases in the file compared with a thousand. One case in fifty is open.
import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { createKeyring } from '../../api/domain/keyring.ts';
import { openEmbedded } from '../../api/node/embedded.ts';
import { nodePrimitives } from '../../api/node/primitives.ts';
import { loadSecrets } from '../../api/node/secrets.ts';
import { staffMember } from '../support/staff.ts';
import { compareDesks, type Desk } from './desks.ts';
import { fill } from './intake/filled.ts';
import { startUnderTest } from './intake/under-test.ts';

const FEW = 1000;

interface CaseDesk extends Desk {
  /** A case that can be opened. */
  readonly reference: string;
}

/** Signs a clerk in to a register with `count` cases. */
async function openDesk(folder: string, count: number): Promise<CaseDesk> {
  const own = mkdtempSync(join(folder, 'filled-'));
  await fill(own, count);
  const data = join(own, 'data');
  const secrets = loadSecrets(data, { random: randomBytes, now: new Date(), databaseExists: true });
  const database = await openEmbedded(join(data, 'kac.db'));
  const keyring = await createKeyring(secrets.intake, nodePrimitives);
  const member = await staffMember({ database, deps: { keyring, now: () => new Date() } });
  const { rows } = await database.execute({ sql: 'SELECT reference FROM submissions ORDER BY id LIMIT 1' });
  await database.close();
  const server = await startUnderTest('kac', own);
  return { server, cookie: member.cookie, reference: String(rows[0]?.['reference']) };
}

const PAGES: Readonly<Record<string, (desk: CaseDesk) => string>> = {
  worklist: () => '/registrs/',
  'worklist, overdue': () => '/registrs/?skats=overdue',
  'worklist, closed': () => '/registrs/?skats=closed',
  'case page': ({ reference }) => `/registrs/lietas/${reference}/`,
};

const compare = (many: number, rounds: number): Promise<void> =>
  compareDesks(
    { title: 'register', open: openDesk, many, few: FEW, pages: PAGES, target: '≤ 1.3, below 50 ms' },
    rounds,
  );

export const benchRegister = (rounds: number): Promise<void> => compare(100_000, rounds);
/** The same with a million: takes minutes to fill and gigabytes of disk. */
export const benchRegisterMillion = (rounds: number): Promise<void> => compare(1_000_000, rounds);
