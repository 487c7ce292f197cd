// Published texts about cases, and their withdrawal.
import { rigaDate } from '../../../src/calendar/dates.ts';
import { staffActor } from '../../domain/chain.ts';
import { toInstant } from '../../domain/intake.ts';
import { REGISTER } from '../../domain/register/events.ts';
import { denialOf } from '../../domain/register/rights.ts';
import { type PublishedView, publishedPage } from '../../views/register/publish.ts';
import { publishWords as say } from '../../views/register/words-figures.ts';
import type { PageStatus } from '../reply.ts';
import type { RegisterContext } from './env.ts';
import { registerPage } from './reply.ts';

const MOST = 500;

export async function showPublished(
  c: RegisterContext,
  notice: PublishedView['notice'] = null,
  status: PageStatus = 200,
): Promise<Response> {
  const { site, publications } = c.var.deps;
  const list = await publications.list(MOST, c.var.person);
  return registerPage(c, publishedPage({ css: site.figuresCss, list, notice }), status);
}

/** Whether the related case is hidden from this user. For an erased case this is no longer known. */
async function isKeptFrom(c: RegisterContext, reference: string | null): Promise<boolean> {
  const found = reference && (await c.var.deps.submissions.findByReference(reference));
  return found ? denialOf(c.var.person, 'open', found.standing) !== null : false;
}

/**
 * Removes one from the public page; the event is recorded in the case's history, or in the register's when
 * the case is gone.
 */
export async function withdrawPublished(c: RegisterContext, id: string): Promise<Response> {
  const { publications, journal, now } = c.var.deps;
  const found = await publications.find(id, c.var.person);
  if (!found) return showPublished(c, { tone: 'warn', text: say.gone }, 409);
  if (await isKeptFrom(c, found.reference))
    return showPublished(c, { tone: 'warn', text: say.notYours }, 403);
  await journal.run(async append => {
    // Another user may have withdrawn it first.
    if (!(await publications.find(id, c.var.person))) return { statements: [], result: undefined };
    await append({
      reference: found.reference ?? REGISTER,
      at: toInstant(now()),
      kind: 'unpublished',
      actor: staffActor(c.var.person.id),
      detail: { publication: id },
    });
    return { statements: publications.withdraw(id, rigaDate(now())), result: undefined };
  });
  return showPublished(c, { tone: 'success', text: say.withdrawn });
}
