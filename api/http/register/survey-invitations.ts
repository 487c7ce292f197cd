// Creates invitations to a staff survey. The tokens appear only on the printed sheet; the chain records only
// their number.
import { rigaDate } from '../../../src/calendar/dates.ts';
import { type SurveyDefinition, surveyState } from '../../../src/forms/survey/definition.ts';
import { toInstant } from '../../domain/intake.ts';
import { registerEvent } from '../../domain/register/events.ts';
import {
  changedSince,
  type InvitationFault,
  invitationFault,
  makeInvitations,
  parseCount,
} from '../../domain/surveys/invitations.ts';
import { countByVersion, openPool, sealPool } from '../../domain/surveys/pool.ts';
import type { Pool } from '../../store/surveys/pool.ts';
import { makePool, promise } from '../../store/surveys/pool.ts';
import { insertTokens } from '../../store/surveys/tokens.ts';
import {
  type InvitationsView,
  invitationSheetPage,
  invitationsPage,
} from '../../views/register/survey-invitations.ts';
import { notFound } from './case-answer.ts';
import { asDesk, type RegisterContext } from './env.ts';
import { registerPage } from './reply.ts';
import { fieldsIn } from './sign-in.ts';

interface Found {
  readonly survey: SurveyDefinition;
  /** Null before the first invitations. */
  readonly pool: Pool | null;
  readonly made: number;
  readonly used: number;
}

/** A survey by invitation: a staff survey, or one that was when its first invitations were made. */
async function find({ var: { deps } }: RegisterContext, id: string): Promise<Found | null> {
  const survey = deps.site.surveys.find(one => one.id === id);
  if (!survey) return null;
  const pool = await deps.surveyPools.find(id);
  if (survey.audience !== 'staff' && !pool) return null;
  const counts = (await deps.surveyTokens.counts()).find(one => one.survey === id);
  return { survey, pool, made: counts?.made ?? 0, used: counts?.used ?? 0 };
}

async function standingOf(
  { var: { deps } }: RegisterContext,
  { survey, pool, used }: Found,
): Promise<InvitationsView['standing']> {
  const state = surveyState(survey, rigaDate(deps.now()));
  if (state !== 'closed') return state;
  const waiting = pool ? await openPool(deps, survey.id, pool.sealed) : [];
  if (waiting.length === 0) return used > 0 ? 'landed' : 'nobody';
  const counts = [...countByVersion(waiting).values()];
  return counts.some(n => n >= (pool?.threshold ?? Number.POSITIVE_INFINITY)) ? 'landing' : 'few';
}

interface Refused {
  readonly fault?: InvitationFault;
  readonly typed?: string;
}

export async function showInvitations(
  c: RegisterContext,
  id: string,
  { fault, typed = '' }: Refused = {},
): Promise<Response> {
  const found = await find(c, id);
  if (!found) return notFound(c);
  const { survey, pool, made, used } = found;
  const page = invitationsPage({
    survey,
    made,
    used,
    threshold: pool?.threshold ?? survey.anonymity.threshold,
    written: survey.anonymity.threshold,
    standing: await standingOf(c, found),
    changed: pool ? changedSince(survey, pool) : [],
    fault: fault ?? null,
    typed,
  });
  return registerPage(c, page, !fault ? 200 : fault === 'moved' || fault === 'closed' ? 409 : 422);
}

/**
 * Creates them in one turn of the chain and shows the sheet. Its address contains no code, and reloading
 * creates no others.
 */
export async function invite(c: RegisterContext, id: string): Promise<Response> {
  const { deps, person } = c.var;
  const { skaits = '', sagatavoti = '' } = await fieldsIn(asDesk(c));
  const count = parseCount(skaits);
  if (count === null) return showInvitations(c, id, { fault: 'number', typed: skaits.slice(0, 10) });
  const survey = deps.site.surveys.find(one => one.id === id);
  if (!survey) return notFound(c);
  const invitations = await makeInvitations(deps, id, count);
  const sealed = await sealPool(deps, id, []);
  const made = await deps.journal.run<InvitationFault | 'unknown' | { threshold: number; total: number }>(
    async append => {
      const found = await find(c, id);
      if (!found) return { statements: [], result: 'unknown' };
      const threshold = found.pool?.threshold ?? survey.anonymity.threshold;
      const fault = invitationFault({
        count,
        seen: Number(sagatavoti),
        made: found.made,
        closed: surveyState(survey, rigaDate(deps.now())) === 'closed',
        threshold,
      });
      if (fault) return { statements: [], result: fault };
      await append(registerEvent('survey-invited', person, toInstant(deps.now()), { survey: id, count }));
      const statements = [
        makePool({ survey: id, threshold, sealed }),
        promise({ survey: id, version: survey.version, definition: JSON.stringify(survey), threshold }),
        ...insertTokens(
          id,
          invitations.map(({ hash }) => hash),
        ),
      ];
      return { statements, result: { threshold, total: found.made + count } };
    },
  );
  if (made === 'unknown') return notFound(c);
  if (typeof made === 'string') return showInvitations(c, id, { fault: made, typed: skaits });
  const page = invitationSheetPage({
    survey,
    tokens: invitations.map(({ token }) => token),
    ...made,
    origin: deps.settings.origin ?? new URL(c.req.url).origin,
    centre: deps.site.centre.name,
  });
  return registerPage(c, page);
}
