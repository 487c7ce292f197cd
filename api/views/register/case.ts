// The page of a case for staff: the matter, the term and its explanation, the possible actions, the history.
import { html } from 'hono/html';
import { formatDate } from '../../../src/calendar/format.ts';
import { staffActor } from '../../domain/chain.ts';
import { answerIn } from '../../domain/messages.ts';
import { keptGroups } from '../../domain/register/kept-from.ts';
import { CLOSED } from '../../domain/submission.ts';
import { dueExplanation, dueText } from '../due.ts';
import type { Markup } from '../page.ts';
import { dateIn, viewWords } from '../words.ts';
import { caseActions } from './case-actions.ts';
import { history, innerNotes } from './case-history.ts';
import { files, rulePoints, talk, written } from './case-text.ts';
import type { CaseNotice, CaseView } from './case-view.ts';
import { prepared } from './case-work.ts';
import type { RegisterPage } from './page.ts';
import { actorName, fact, nameOf, timeLeft, urgencyTag, when } from './parts.ts';
import { registerWords } from './words.ts';
import { actionWords } from './words-actions.ts';

const noticeBox = ({ tone, title, text }: CaseNotice): Markup =>
  html`<div class="notice notice--${tone}" role="${tone === 'success' ? 'status' : 'alert'}" tabindex="-1" autofocus><h2>${title}</h2><p>${text}</p></div>`;

/** Colleagues who opened it within this time are shown. */
const PRESENT_MS = 15 * 60_000;

/** Who else has the case open, so that two people do not write at once. */
function others({ of, person, now }: CaseView): Markup | string {
  const seen = of.of.events.filter(
    ({ kind, actor, at }) =>
      kind === 'viewed' && actor !== staffActor(person.id) && now.getTime() - Date.parse(at) < PRESENT_MS,
  );
  const names = [...new Set(seen.map(({ actor }) => actorName(of.people, actor)))];
  if (names.length === 0) return '';
  return html`<div class="notice notice--info"><p>Pēdējās 15 minūtēs lietu atvēra arī ${names.join(', ')}. Ja rakstīsiet abi, otrajam tiks parādīts, kas mainījies.</p></div>`;
}

function asked({ of }: CaseView): Markup | string {
  const { reviewRequestedAt, erasureRequestedAt, unreadSince } = of.of.standing;
  const lines = [
    ...(unreadSince ? [html`Neizlasīta ziņa kopš ${when(unreadSince)}.`] : []),
    ...(reviewRequestedAt ? [html`Lūdz pārskatīt atbildi: ${when(reviewRequestedAt)}.`] : []),
    ...(of.dispatch.toSendSince
      ? [
          html`Atbilde jānosūta: tā sagatavota ${when(of.dispatch.toSendSince)} un vēl nav atzīmēta kā nosūtīta. <a href="${`/registrs/lietas/${of.of.submission.reference}/${actionWords.dispatch.slug}/`}">${actionWords.dispatch.title}</a>`,
        ]
      : []),
    ...(erasureRequestedAt ? [html`Lūdz dzēst datus: ${when(erasureRequestedAt)}.`] : []),
  ];
  if (lines.length === 0) return '';
  return html`<div class="notice notice--warn"><ul>${lines.map(line => html`<li>${line}</li>`)}</ul></div>`;
}

function suspicion({ of }: CaseView): Markup | string {
  const { suspicions } = of.of.submission;
  const { spam } = of.of.standing;
  if (suspicions.length === 0 || spam === 'cleared') return '';
  const words: Readonly<Record<string, string>> = registerWords.suspicions;
  return html`<div class="notice notice--warn"><h2>${spam === 'confirmed' ? 'Surogātpasts' : 'Iespējams surogātpasts'}</h2><ul>${suspicions.map(one => html`<li>${words[one] ?? one}</li>`)}</ul></div>`;
}

const sentFact = (sentOn: string, notified: string | null): Markup =>
  html`${dateIn(sentOn, 'lv')}${notified ? html`; uzskatāma par paziņotu no ${formatDate(notified, 'genitive')}` : ''}`;

export function factsOf(view: Omit<CaseView, 'actions' | 'idempotencyKey' | 'notice'>): Markup {
  const { of, now, soon, services } = view;
  const { kinds } = viewWords('lv');
  const { submission, standing } = of.of;
  const closed = CLOSED.has(submission.state);
  const service = services.find(({ id }) => id === submission.service);
  return html`<dl class="facts">${fact('Veids', kinds[submission.kind])}${fact(
    'Saņemts',
    html`${when(submission.receivedAt)}, ${registerWords.channels[standing.channel]}`,
  )}${fact(
    'Atbildes termiņš',
    closed
      ? dueText(submission.dueOn, 'lv')
      : html`${dueText(submission.dueOn, 'lv')} ${urgencyTag(timeLeft(submission.dueOn, { now, soon }))}`,
  )}${standing.language === 'en' ? fact('Valoda', 'iesniegts angļu valodas lapā') : ''}${fact('Atbildīgais', standing.assignee ? nameOf(of.people, standing.assignee) : 'vēl nav')}${
    submission.service ? fact('Pakalpojums', service?.label ?? submission.service) : ''
  }${standing.closedAt ? fact('Slēgts', when(standing.closedAt)) : ''}${
    of.dispatch.sentOn ? fact('Atbilde nosūtīta', sentFact(of.dispatch.sentOn, view.notified)) : ''
  }${standing.outcome ? fact('Iznākums', registerWords.outcomes[standing.outcome]) : ''}${
    of.links.length > 0
      ? fact(
          'Saistītās lietas',
          html`${of.links.map(
            ({ reference, kind }) =>
              html`<div><a href="/registrs/lietas/${reference}/">${reference}</a> (${registerWords.links[kind]})</div>`,
          )}`,
        )
      : ''
  }</dl>`;
}

/**
 * By law documents are accepted in Latvian (Valsts valodas likums 10); the note explains what that means for
 * an answer.
 */
const inEnglish = ({ of }: CaseView): Markup | string =>
  of.of.standing.language === 'en'
    ? html`<div class="notice notice--info"><h2>Iesniegts angļu valodas lapā</h2><p>Vēstules par to, kas ar iesniegumu notiek, persona saņem angliski. Iestāde dokumentus pieņem latviešu valodā (Valsts valodas likuma 10. pants), tāpēc atbildēt drīkst latviski. Ja zināt, ka persona latviski nesaprot, piedāvājiet palīdzību.</p></div>`
    : '';

/** Whom the case is kept from, for people who may see it. */
function conflicts({ of, directory }: CaseView): Markup | string {
  const kept = of.conflicts.filter(({ why }) => why !== 'lifted');
  if (kept.length === 0) return '';
  const name = (who: string) =>
    directory.find(({ id }) => id === who)?.name ?? of.people.get(who)?.name ?? registerWords.someone;
  const people = [...of.people.values()];
  const groups = keptGroups(
    kept.map(({ who }) => who),
    { people, directory },
  );
  const reasons = (ids: readonly string[]): string =>
    [...new Set(kept.filter(({ who }) => ids.includes(who)).map(({ why }) => why))]
      .map(why => registerWords.conflictReasons[why as 'named'])
      .join(', ');
  return html`<section class="section flow"><h2>Kam lieta nav pieejama</h2><ul>${groups.map(
    ({ who, ids }) => html`<li>${name(who)} <span class="muted">(${reasons(ids)})</span></li>`,
  )}</ul></section>`;
}

/** The page. */
export function casePage(view: CaseView): RegisterPage {
  const { of, notice } = view;
  const { submission, messages } = of.of;
  const { states } = viewWords('lv');
  const answer = answerIn(messages);
  const content = html`${notice ? noticeBox(notice) : ''}${others(view)}${asked(view)}${suspicion(view)}${inEnglish(view)}<div class="case"><div class="case__main flow">${written(view)}${files(of)}${rulePoints(view)}${talk(of, answer, `/registrs/lietas/${submission.reference}/vestule/`)}${prepared(of)}${innerNotes(of)}</div><div class="case__side flow">${factsOf(view)}${dueExplanation(view.explanation, 'lv')}${caseActions(view)}${conflicts(view)}${history(of)}</div></div>`;
  return {
    title: `${notice ? `${notice.title}: ` : ''}${submission.reference}`,
    heading: submission.reference,
    lede: html`${states[submission.state].name}`,
    crumbs: [{ href: '/registrs/', label: 'Darbi' }],
    content,
  };
}
