// Recording at the counter: the form, the read-back before storing, and the receipt to hand out.
import { html } from 'hono/html';
import type { Kind } from '../../../src/contract/kinds.ts';
import type { SiteBundle } from '../../../src/contract/site-bundle.ts';
import { type FormDefinition, fieldsOf, type Values } from '../../../src/forms/field.ts';
import { messagesIn } from '../../../src/forms/messages.ts';
import { type FormState, renderForm } from '../../../src/forms/render.ts';
import type { Channel } from '../../domain/register/channels.ts';
import type { Content, Submission } from '../../domain/submission.ts';
import { writtenLines } from '../content.ts';
import { words } from '../conversation.ts';
import type { Markup } from '../page.ts';
import { lookUpAddress, qrImage } from '../qr.ts';
import { dateIn, viewWords } from '../words.ts';
import { COUNTER } from './forms-counter.ts';
import type { RegisterPage } from './page.ts';
import { fact, when } from './parts.ts';
import { registerWords } from './words.ts';
import { counterWords as say } from './words-counter.ts';

const crumbs = [{ href: '/registrs/', label: 'Darbi' }];

export function counterPage(form: FormDefinition, state: FormState): RegisterPage {
  const wrong = state.errors?.length ? messagesIn('lv').errorTitle : '';
  return {
    title: `${wrong}${say.title}`,
    heading: say.title,
    lede: say.lede,
    crumbs,
    content: html`<div class="narrow flow">${renderForm(form, state)}</div>`,
  };
}

/** The recording, before or after storing. */
export interface Recording {
  readonly kind: Kind;
  readonly channel: Channel;
  /** ISO 8601, UTC. */
  readonly receivedAt: string;
  readonly dueOn: string | null;
  readonly content: Content;
  readonly site: Pick<SiteBundle, 'services' | 'rulePoints'>;
}

const dueText = (dueOn: string | null): string => (dueOn ? dateIn(dueOn, 'lv') : say.readBack.noDue);

/** Every field, with how and when it came. */
function lines({ kind, channel, receivedAt, dueOn, content, site }: Recording): Markup {
  return html`<dl class="facts facts--stacked">${fact(say.kind.label, say.kinds[kind])}${fact(
    say.readBack.received,
    html`${when(receivedAt)}, ${registerWords.channels[channel]}`,
  )}${fact(say.readBack.due, dueText(dueOn))}${writtenLines(kind, content, {
    lang: 'lv',
    services: site.services,
  }).map(({ label, value }) => fact(label, words(value)))}</dl>`;
}

const carried = (name: string, value: Values[string]): Markup | string => {
  if (value === undefined || value === false || value === '') return '';
  const one = (text: string) => html`<input type="hidden" name="${name}" value="${text}">`;
  if (value === true) return one('on');
  return typeof value === 'string' ? one(value) : html`${value.map(one)}`;
};

export function readBackPage(
  form: FormDefinition,
  { values, idempotencyKey }: { readonly values: Values; readonly idempotencyKey: string },
  recording: Recording,
): RegisterPage {
  const { readBack } = say;
  const fields = fieldsOf(form).filter(({ name }) => name !== 'edit' && name !== 'send');
  return {
    title: readBack.title,
    heading: readBack.title,
    lede: readBack.intro,
    crumbs: [...crumbs, { href: COUNTER, label: say.title }],
    content: html`<div class="narrow flow"><section class="receipt flow">${lines(recording)}</section><form class="form" method="post" action="${COUNTER}"><input type="hidden" name="idempotencyKey" value="${idempotencyKey}">${fields.map(({ name }) => carried(name, values[name]))}<p class="form__submit form__submit--two"><button class="button" type="submit" name="send" value="on">${readBack.store}</button><button class="button button--secondary" type="submit" name="edit" value="on">${readBack.edit}</button></p></form></div>`,
  };
}

export interface HandedOut {
  readonly submission: Pick<Submission, 'reference' | 'receivedAt' | 'dueOn' | 'receipt'>;
  readonly trackingCode: string;
  readonly recording: Recording;
  /** The public address, without a slash at the end. */
  readonly origin: string;
  /** Name of the member of staff. */
  readonly by: string;
}

/** Two sheets: one for the person with the code, one to be signed and kept, without the code. */
export function counterReceiptPage(handed: HandedOut): RegisterPage {
  const { submission, trackingCode, recording, origin, by } = handed;
  const { receipt } = say;
  const { reference, receivedAt, dueOn } = submission;
  const address = lookUpAddress(origin, viewWords('lv').status.href);
  return {
    title: `${receipt.title}, ${reference}`,
    heading: receipt.title,
    crumbs,
    content: html`<div class="notice notice--success no-print" role="status" tabindex="-1" autofocus><p>${receipt.hand}</p><p>${receipt.print}</p></div><section class="receipt flow"><dl class="facts">${fact(
      receipt.facts.reference,
      html`<span class="receipt__reference">${reference}</span>`,
    )}${fact(receipt.facts.received, when(receivedAt))}${fact(receipt.facts.due, dueText(dueOn))}</dl><h2>${receipt.code}</h2><p class="code">${trackingCode}</p><p>${receipt.codeText}</p><div class="receipt__qr">${qrImage({ address, label: receipt.qr })}<p>${address}</p></div></section><section class="section flow"><h2>${receipt.signed}</h2><pre class="counter__signed">${submission.receipt}</pre><p>${receipt.genuine}</p></section><section class="counter__paper section flow"><h2>${receipt.paper}, ${reference}</h2>${lines(recording)}<p>${receipt.clerk}: ${by}</p><p>${receipt.confirm}</p><p class="counter__line">${receipt.signature}</p></section><p class="no-print"><a href="/registrs/lietas/${reference}/">${receipt.toCase}</a></p><p class="no-print"><a href="${COUNTER}">${receipt.another}</a></p>`,
  };
}

/** `reference`: null when the form was sent again with other content. */
export function alreadyRecordedPage(reference: string | null): RegisterPage {
  const { already, receipt } = say;
  return {
    title: already.title,
    heading: already.title,
    crumbs,
    content: html`<p>${reference ? already.text : already.conflict}</p>${
      reference
        ? html`<p><a href="/registrs/lietas/${reference}/">${receipt.toCase}: ${reference}</a></p>`
        : ''
    }<p><a href="${COUNTER}">${receipt.another}</a></p>`,
  };
}
