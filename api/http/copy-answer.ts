// The copy of one's data (GDPR 15), given at once to the holder of the code: as a page, or for programs.
import type { Language } from '../../src/forms/field.ts';
import { explanationOf } from '../domain/due.ts';
import { toInstant } from '../domain/intake.ts';
import { isTold } from '../domain/register/case-events.ts';
import type { SubmissionEvent } from '../domain/submission.ts';
import { actorOf, type CopyView, copyDocument, copyWords } from '../views/copy.ts';
import { eventName } from '../views/words.ts';
import { languageOf } from './language.ts';
import type { LookedUp } from './look-up.ts';
import { type AppContext, json, wantsJson } from './reply.ts';
import { filesJson, requestsOf } from './status-answer.ts';

/** Everything that is stored; field names are the register's own. Texts that do not open are null. */
export function copyJson({ of, files, site, at }: CopyView, lang: Language) {
  const { submission, standing, content, messages, events, rating } = of;
  const say = copyWords(lang);
  return {
    format: 'kac-copy-1',
    madeAt: at,
    centre: { name: site.centre.name, controller: site.centre.institution },
    submission: {
      reference: submission.reference,
      kind: submission.kind,
      state: submission.state,
      receivedAt: submission.receivedAt,
      dueOn: submission.dueOn,
      dueExplanation: submission.dueExplanation,
      service: submission.service,
      rulePoints: submission.rulePoints,
      suspicions: submission.suspicions,
      /** Since when something written is unread by the office. */
      unreadSince: standing.unreadSince,
      receipt: submission.receipt,
      channel: standing.channel,
      spam: standing.spam,
      handling: standing.handling,
      outcome: standing.outcome,
      closedAt: standing.closedAt,
    },
    content,
    attachments: filesJson(files),
    messages,
    // Accesses by the office are included (GDPR 15); internal notes are not spelt out.
    events: events.map(event => ({
      at: event.at,
      kind: event.kind,
      actor: actorOf(event.actor),
      text: eventName(event.kind, lang),
      detail: isTold(event) ? toldDetail(event.detail) : {},
    })),
    rating,
    requests: requestsOf(site, of),
    storage: say.stored,
    information: say.information(site.centre.institution),
  };
}

/** Without the id of a note among staff. */
const toldDetail = ({ change: _, ...detail }: SubmissionEvent['detail']): SubmissionEvent['detail'] => detail;

const attached = (name: string): Record<string, string> => ({
  'Content-Disposition': `attachment; filename="${name}"`,
  'Cache-Control': 'no-store',
});

/** As JSON for a program; as a file in the requested format for a browser. */
export async function copyAnswer(c: AppContext, { of, files }: LookedUp, format: unknown): Promise<Response> {
  const { site, now } = c.var.deps;
  const lang = languageOf(c);
  const explanation = explanationOf(site, of.submission, lang);
  const view: CopyView = { of, files, site, explanation, at: toInstant(now()) };
  if (wantsJson(c)) return json(c, copyJson(view, lang));
  const name = `${of.submission.reference}-${lang === 'en' ? 'copy' : 'kopija'}`;
  if (format === 'json')
    return c.body(`${JSON.stringify(copyJson(view, lang), null, 2)}\n`, 200, {
      ...attached(`${name}.json`),
      'Content-Type': 'application/json; charset=utf-8',
    });
  return c.html(String(await copyDocument(view, lang)), 200, attached(`${name}.html`));
}
