// What the database's thread takes submissions in with: the intake's keys, never the office's.
import { createWindows } from '../domain/crypto/windows.ts';
import type { IntakeTools } from '../domain/intake.ts';
import { createKeyring, type KeyringSecrets } from '../domain/keyring.ts';
import { takeGroup } from '../jobs/take-group.ts';
import type { Database } from '../store/database.ts';
import type { StoreGroup } from '../store/intake.ts';
import { nodePrimitives } from './primitives.ts';

export interface IntakeSetting {
  readonly secrets: KeyringSecrets;
  readonly site: IntakeTools['site'];
}

export async function openIntake(database: Database, { secrets, site }: IntakeSetting): Promise<StoreGroup> {
  const keyring = await createKeyring(secrets, nodePrimitives);
  const windows = createWindows(keyring.recipients, nodePrimitives);
  return takeGroup(database, { keyring, site, primitives: nodePrimitives, windows });
}
