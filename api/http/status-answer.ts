// The status of a submission as a page or JSON: the response to a look-up and to every step.

import type { SiteBundle } from '../../src/contract/site-bundle.ts';
import type { Language } from '../../src/forms/field.ts';
import type { Case } from '../domain/case.ts';
import { explanationOf } from '../domain/due.ts';
import { ACTIONS, type Action, refusalOf } from '../domain/follow-up.ts';
import { answerIn } from '../domain/messages.ts';
import { isTold } from '../domain/register/case-events.ts';
import { erasureDue, reviewDue } from '../domain/request-due.ts';
import { type StatusView, statusPage } from '../views/status.ts';
import { eventName, viewWords } from '../views/words.ts';
import { newKey } from './key.ts';
import { languageOf } from './language.ts';
import type { LookedUp } from './look-up.ts';
import { type AppContext, json, page, wantsJson } from './reply.ts';

const pending = (requestedAt: string | null, dueOf: (at: string) => string | null) =>
  requestedAt === null ? null : { requestedAt, dueOn: dueOf(requestedAt) };

/** Requests made during the case that are not decided yet, with the day the office answers by. */
export const requestsOf = (site: SiteBundle, { standing }: Case) => ({
  review: pending(standing.reviewRequestedAt, at => reviewDue(site, at)),
  erasure: pending(standing.erasureRequestedAt, at => erasureDue(site, at)),
});

function statusJson(site: SiteBundle, of: Case, lang: Language) {
  const { submission, events, messages, rating } = of;
  const { name, meaning } = viewWords(lang).states[submission.state];
  return {
    reference: submission.reference,
    kind: submission.kind,
    state: submission.state,
    stateName: name,
    stateMeaning: meaning,
    receivedAt: submission.receivedAt,
    dueOn: submission.dueOn,
    dueExplanation: explanationOf(site, submission, lang).lines,
    history: events.map(({ at, kind }) => ({ at, kind, text: eventName(kind, lang) })),
    messages: messages.map(({ id, at, author, kind, text }) => ({ id, at, author, kind, text })),
    answer: answerIn(messages)?.text ?? null,
    requests: requestsOf(site, of),
    rating,
    allowed: ACTIONS.filter(action => refusalOf(of.standing, action) === null),
  };
}

/** The attached files for programs; files that cannot be opened are listed only by id. */
export const filesJson = (files: LookedUp['files']) =>
  files.map(file =>
    'name' in file
      ? {
          id: file.id,
          name: file.name,
          size: file.size,
          eSigned: file.eSigned,
          message: file.message ?? null,
        }
      : { unreadable: file.unreadable },
  );

/** Additional content: the result of a step, or the form that failed. */
export interface Besides {
  readonly notice?: StatusView['notice'];
  readonly rejected?: StatusView['forms']['rejected'];
  readonly status?: 200 | 409 | 422;
}

async function freshKeys(c: AppContext): Promise<Record<Action, string>> {
  const keys: [Action, string][] = [];
  for (const action of ACTIONS) keys.push([action, await newKey(c)]);
  return Object.fromEntries(keys) as Record<Action, string>;
}

/** The page of a submission, or its JSON. */
export async function statusAnswer(
  c: AppContext,
  { of: all, files, trackingCode }: LookedUp,
  { notice, rejected, status = 200 }: Besides = {},
): Promise<Response> {
  const { site } = c.var.deps;
  const lang = languageOf(c);
  const of = { ...all, events: all.events.filter(isTold) };
  if (wantsJson(c)) return json(c, { ...statusJson(site, of, lang), attachments: filesJson(files) });
  const { review, erasure } = requestsOf(site, of);
  const view: StatusView = {
    of,
    files,
    explanation: explanationOf(site, of.submission, lang),
    services: site.services,
    requestDue: { review: review?.dueOn ?? null, erasure: erasure?.dueOn ?? null },
    forms: { trackingCode, keys: await freshKeys(c), ...(rejected ? { rejected } : {}) },
    ...(notice ? { notice } : {}),
  };
  return page(c, statusPage(view, lang), status);
}
