// `npm run register -- find | index`: people by name, e-mail or phone.
import { createFind } from '../../compose-register.ts';
import type { Config } from '../../config.ts';
import { indexWords } from '../../jobs/index-words.ts';
import type { Database } from '../../store/database.ts';
import { searchWordStore } from '../../store/search-words.ts';
import { listText } from '../../views/terminal.ts';
import { indexTools } from '../indexing.ts';
import { keyFolder, requireKeys } from '../key-folder.ts';
import { nodePrimitives } from '../primitives.ts';
import { Refusal } from '../refusal.ts';
import { withRegister } from './open.ts';

const MOST = 50;
const BATCH = 500;

/**
 * Submissions whose sender matches every word.
 * @throws {Refusal} without the office's key or with nothing to search by.
 */
export async function findText(config: Config, database: Database, query: string): Promise<string> {
  const office = requireKeys(keyFolder(config));
  const found = await createFind(database, nodePrimitives, office)(query, MOST + 1);
  if (!found)
    throw new Refusal(
      'Ierakstiet vārdu, e-pasta adresi vai tālruņa numuru (vismaz sešus ciparus), piemēram: find "Anna Parauga".',
    );
  const unread = await searchWordStore(database).unread();
  const shown = found.slice(0, MOST);
  return [
    shown.length === 0 ? 'Nekas nav atrasts.\n' : listText(shown),
    found.length > MOST ? `Parādīti jaunākie ${MOST}; ir vēl. Precizējiet meklējamo.\n` : '',
    unread > 0
      ? `Meklēšanai vēl nav sagatavoti iesniegumi: ${unread}. Sagatavot: npm run register -- index\n`
      : '',
  ].join('');
}

/** Indexes everything new; with `anew` everything again. */
export const indexCommand = (config: Config, anew: boolean): Promise<void> =>
  withRegister(config, 'npm run register -- index', async ({ database }) => {
    const tools = { ...indexTools(database, requireKeys(keyFolder(config))), batch: BATCH };
    if (anew) await tools.words.forget(await tools.tokens.keyCheck());
    const { indexed, shut } = await indexWords(tools);
    process.stdout.write(`Meklēšanai sagatavoti iesniegumi: ${indexed}.\n`);
    if (shut > 0) {
      process.stdout.write(`Ar šeit esošo biroja atslēgu nav atverami: ${shut}. Tos atrast nevar.\n`);
      process.exitCode = 1;
    }
  });
