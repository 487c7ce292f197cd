// A register with cases, acts, publications and links, and beside it the same register with hidden cases about one person.
// Clock, randomness and keys are the same in both, step by step, so that nothing differs but what the hidden cases cause.
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Person, Role } from '../../../api/domain/register/people.ts';
import { loadSecrets, type Secrets } from '../../../api/node/secrets.ts';
import { addSession } from '../../../api/store/register/sessions.ts';
import type { SiteBundle } from '../../../src/contract/site-bundle.ts';
import { postJson, startApp, type TestApp } from '../../api/harness.ts';
import { testSite } from '../../api/test-site.ts';
import { revise, type StaffMember, save } from '../../support/staff.ts';
import { screen } from '../desk.ts';

export interface World extends TestApp {
  readonly staff: Readonly<Record<Name, StaffMember>>;
  /** Takes a step at a time of its own, with randomness that depends on its name alone. */
  step<T>(name: string, minute: number, what: () => Promise<T>): Promise<T>;
}

const member = (id: string, name: string, roles: readonly Role[], directoryId: string | null): Person => ({
  id: `p-${id}`,
  name,
  roles,
  directoryId,
  email: `${id}@paraugs.example`,
  active: true,
});

export const PEOPLE = {
  director: member('director', 'Pēteris Paraugs', ['director', 'administrator'], 'peteris-paraugs'),
  deputy: member('deputy', 'Dace Liepa', ['deputy'], null),
  other: member('other', 'Juris Ozols', ['deputy'], null),
  clerk: member('clerk', 'Anna Parauga', ['clerk'], 'anna-parauga'),
  archivist: member('archivist', 'Ilze Kalniņa', ['clerk'], 'ilze-kalnina'),
  auditor: member('auditor', 'Rita Zvirbule', ['auditor'], null),
} as const;
export type Name = keyof typeof PEOPLE;

const desk = testSite.desk as NonNullable<SiteBundle['desk']>;
const [first] = desk.directory;
if (!first) throw new Error('the test site has no directory');
const site: SiteBundle = {
  ...testSite,
  desk: {
    ...desk,
    directory: [
      ...desk.directory,
      {
        ...first,
        id: 'ilze-kalnina',
        name: 'Ilze Kalniņa',
        postId: 'arhivars',
        post: 'Arhivārs',
        onlyOne: true,
      },
    ],
  },
};

/** Keys that both registers have. */
export function sharedSecrets(): Secrets {
  const folder = mkdtempSync(join(tmpdir(), 'kac-keys-'));
  try {
    return loadSecrets(folder, { random: randomBytes, now: new Date(), databaseExists: false });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Bytes that depend on a name and on how often it was asked. */
function named() {
  let [name, asked] = ['', 0];
  return {
    begin(next: string): void {
      [name, asked] = [next, 0];
    },
    random(length: number): Uint8Array {
      const blocks = Array.from({ length: Math.ceil(length / 32) }, (_, i) =>
        createHash('sha256').update(`${name} ${asked} ${i}`).digest(),
      );
      asked += 1;
      return new Uint8Array(Buffer.concat(blocks).subarray(0, length));
    },
  };
}

export const START = Date.parse('2026-11-23T07:00:00Z');

/** A register with its people and nothing else. */
export async function openWorld(secrets: Secrets): Promise<World> {
  const drawn = named();
  const test = await startApp({ site, secrets, random: drawn.random });
  const at = '2026-11-23T06:00:00Z';
  const staff = {} as Record<Name, StaffMember>;
  for (const [name, person] of Object.entries(PEOPLE) as [Name, Person][]) {
    const token = createHash('sha256').update(name).digest('base64url');
    const session = {
      tokenHash: await test.deps.keyring.mac('session', token),
      id: createHash('sha256').update(`session ${name}`).digest('hex').slice(0, 16),
      person: person.id,
      createdAt: at,
      confirmedAt: '2026-11-23T12:00:00Z',
      // Later than all that is asked: no request writes that it was there.
      lastSeenAt: '2026-11-23T12:00:00Z',
      device: 'Chrome, Linux',
    };
    await save(test, person);
    await revise(test, person.id, addSession(session));
    staff[name] = { person, token, cookie: `kac-registrs=${token}` };
  }
  return {
    ...test,
    staff,
    async step(name, minute, what) {
      drawn.begin(name);
      test.at(new Date(START + minute * 60_000).toISOString());
      return what();
    },
  };
}

/** Sends a submission with a key made of the step's name, and has it looked through. */
export async function fileCase(world: World, name: string, body: object): Promise<Filed> {
  const path = 'kind' in body ? '/api/feedback' : '/api/complaints';
  const key = createHash('sha256').update(`key ${name}`).digest('base64url');
  const response = await postJson(world.app, path, body, { 'idempotency-key': key });
  if (response.status !== 201) throw new Error(`${name}: ${response.status} ${await response.text()}`);
  await screen(world);
  return (await response.json()) as Filed;
}

export interface Filed {
  readonly reference: string;
  readonly trackingCode: string;
}
