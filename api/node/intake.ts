// What the database's thread needs to take in submissions: the intake's keys, never the office's.
import { createWindows, type WindowKeeper } from '../domain/crypto/windows.ts';
import type { IntakeTools } from '../domain/intake.ts';
import { createKeyring, type KeyringSecrets } from '../domain/keyring.ts';
import { takeGroup } from '../jobs/take-group.ts';
import type { Database } from '../store/database.ts';
import type { StoreGroup } from '../store/intake.ts';
import { after } from './after.ts';
import { nodePrimitives } from './primitives.ts';

export interface IntakeSetting {
  readonly secrets: KeyringSecrets;
  readonly site: IntakeTools['site'];
  /** Milliseconds a key window is open; a minute unless told. */
  readonly openMs?: number | undefined;
}

/** The intake in the thread that has the database. */
export interface Intake {
  readonly take: StoreGroup;
  readonly windows: WindowKeeper;
}

export async function openIntake(
  database: Database,
  { secrets, site, openMs }: IntakeSetting,
): Promise<Intake> {
  const keyring = await createKeyring(secrets, nodePrimitives);
  const { recipients } = keyring;
  const windows = createWindows({
    recipients,
    primitives: nodePrimitives,
    after,
    ...(openMs === undefined ? {} : { openMs }),
  });
  return { take: takeGroup(database, { keyring, site, primitives: nodePrimitives, windows }), windows };
}
