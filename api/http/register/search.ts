// Finds a case by its number or its sender. Cases the user may not see are not found.
import { parseReference } from '../../domain/codes.ts';
import { toInstant } from '../../domain/intake.ts';
import { registerEvent } from '../../domain/register/events.ts';
import { byId } from '../../domain/register/people.ts';
import type { WorkRow } from '../../domain/register/work.ts';
import { recordEvents } from '../../store/register/record.ts';
import { searchPage } from '../../views/register/search.ts';
import { caseHref } from './case-href.ts';
import type { RegisterContext } from './env.ts';
import { registerPage } from './reply.ts';
import { listed, soonOn } from './worklist.ts';

/** Maximum number of results. */
const MOST = 50;
/** What is found before what is not theirs is left out: so many that this does not shorten the list. */
const FOUND = 1000;
const LONGEST = 200;

/** Null when the query is empty or the search key is missing. */
async function find(c: RegisterContext, query: string): Promise<readonly WorkRow[] | null> {
  const { deps, person } = c.var;
  const found = (await deps.find?.(query, FOUND)) ?? null;
  if (!found) return null;
  const visible = await deps.worklist.visible(
    found.map(({ reference }) => reference),
    person,
  );
  return visible.slice(0, MOST);
}

/** The chain records only that a search was made, not for whom. */
async function recordSearch(c: RegisterContext, found: number): Promise<void> {
  const { deps, person } = c.var;
  await recordEvents(deps.journal, registerEvent('searched', person, toInstant(deps.now()), { found }));
}

/**
 * The page with the results. The query is sent by POST: a person's name must not appear in an address or a
 * log.
 */
export async function searchAnswer(c: RegisterContext, typed: string): Promise<Response> {
  const { deps } = c.var;
  const query = typed.trim().slice(0, LONGEST);
  const reference = parseReference(query);
  if (reference && (await deps.worklist.visible([reference], c.var.person)).length > 0)
    return c.redirect(caseHref(reference), 303);
  const rows = query === '' ? null : reference ? [] : await find(c, query);
  if (rows) await recordSearch(c, rows.length);
  const page = searchPage({
    query,
    rows: rows && (await listed(deps, rows)),
    most: MOST,
    people: byId(await deps.people.list()),
    now: deps.now(),
    soon: soonOn(deps),
  });
  return registerPage(c, page);
}
