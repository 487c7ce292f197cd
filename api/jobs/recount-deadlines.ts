// A changed calendar or policy moves the due dates of open cases: each case records this in its history,
// whether the date becomes earlier or later. Runs at every server start, which is when a new build takes
// effect.
import type { Deps } from '../deps.ts';
import { dueFor } from '../domain/due.ts';
import { toInstant } from '../domain/intake.ts';
import type { Database, Statement } from '../store/database.ts';
import { type OpenCase, openCases, setDue } from '../store/deadlines.ts';

type Tools = Pick<Deps, 'journal' | 'site' | 'now'>;

const PAGE = 200;

/** Recalculates every open case and returns how many due dates changed. */
export async function recountDeadlines(database: Database, tools: Tools): Promise<number> {
  let count = 0;
  for (let after = 0; ; ) {
    const page = await openCases(database, { after, limit: PAGE });
    const last = page.at(-1);
    if (!last) return count;
    after = last.id;
    const changed = page.filter(known => differs(tools, known));
    count += changed.length;
    if (changed.length > 0) await write(tools, changed);
  }
}

const recount = ({ site }: Pick<Tools, 'site'>, { kind, receivedAt }: OpenCase) =>
  dueFor(site, kind, new Date(receivedAt));

function differs(tools: Tools, known: OpenCase): boolean {
  // A damaged time of receipt is reported by `verify`; it must not prevent the server from starting.
  if (Number.isNaN(Date.parse(known.receivedAt))) return false;
  const due = recount(tools, known);
  return due.dueOn !== known.dueOn || due.dueExplanation.join('\n') !== known.dueExplanation.join('\n');
}

function write(tools: Tools, changed: readonly OpenCase[]): Promise<void> {
  return tools.journal.run(async append => {
    const statements: Statement[] = [];
    for (const known of changed) {
      const due = recount(tools, known);
      await append({
        reference: known.reference,
        at: toInstant(tools.now()),
        kind: 'due-changed',
        actor: 'system',
        detail: { from: known.dueOn, to: due.dueOn },
      });
      statements.push(setDue(known.reference, due));
    }
    return { statements, result: undefined };
  });
}
