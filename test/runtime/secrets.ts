// Secrets for a worker under test, made as the server on Node makes them.
import { random } from '../../api/node/random.ts';
import { loadSecrets } from '../../api/node/secrets.ts';
import { secretBindings } from './hosts.ts';

/** Fresh secrets as bindings; `folder` gets their key file. */
export function freshSecrets(folder: string): Record<string, string> {
  loadSecrets(folder, { random, now: new Date(), databaseExists: false });
  return secretBindings(folder);
}
