// `npm run register -- head`: the signed head of the event chain, to be kept by a person outside.
import type { Config } from '../../config.ts';
import { toInstant } from '../../domain/intake.ts';
import { signHead } from '../../domain/register/chain-head.ts';
import type { Database } from '../../store/database.ts';
import { chainStore } from '../../store/register/chain-log.ts';
import { Refusal } from '../refusal.ts';
import { readBundle } from '../site-bundle.ts';
import { keyringOf } from './verify.ts';

/** @throws {Refusal} when the register has no events, or the site is not built. */
export async function headCommand(config: Config, database: Database): Promise<string> {
  const head = await chainStore(database).head();
  if (!head) throw new Refusal('Notikumu ķēdē vēl nav neviena notikuma.');
  const { centre } = readBundle();
  return signHead(await keyringOf(config), head, toInstant(new Date()), centre.name);
}
