// Small parts shared by the register's pages.
import { html } from 'hono/html';
import { daysBetween, rigaDate } from '../../../src/calendar/dates.ts';
import { isSingular } from '../../../src/calendar/format.ts';
import { staffIdOf } from '../../domain/chain.ts';
import type { Person } from '../../domain/register/people.ts';
import type { Markup } from '../page.ts';
import { formatInstant } from '../words.ts';
import { registerWords } from './words.ts';

/** An instant; an invalid one, from an altered row, is shown unchanged. */
export const when = (at: string): Markup =>
  Number.isNaN(Date.parse(at)) ? html`${at}` : html`<time datetime="${at}">${formatInstant(at, 'lv')}</time>`;

export const fact = (name: Markup | string, value: Markup | string): Markup =>
  html`<div><dt>${name}</dt><dd>${value}</dd></div>`;

/** A member of staff by name; a missing one by a general word. */
export const nameOf = (people: ReadonlyMap<string, Person>, id: string): string =>
  people.get(id)?.name ?? registerWords.someone;

/** The actor: `submitter`, `system` or `staff:<id>`. */
export function actorName(people: ReadonlyMap<string, Person>, actor: string): string {
  if (actor === 'submitter') return registerWords.submitter;
  const id = staffIdOf(actor);
  return id === null ? registerWords.system : nameOf(people, id);
}

const plural = (n: number, one: string, many: string): string => `${n} ${isSingular(n) ? one : many}`;

export type Urgency = 'overdue' | 'today' | 'soon' | 'later' | 'none';

/** Time until a Riga date, in words and as a grade; `soon` is the last day that counts as soon. */
export function timeLeft(
  dueOn: string | null,
  { now, soon }: { readonly now: Date; readonly soon: string },
): { readonly urgency: Urgency; readonly text: string } {
  if (dueOn === null) return { urgency: 'none', text: 'bez termiņa' };
  const today = rigaDate(now);
  const days = daysBetween(today, dueOn);
  if (Number.isNaN(days)) return { urgency: 'none', text: 'termiņa ieraksts ir bojāts' };
  if (days < 0) return { urgency: 'overdue', text: `nokavēts par ${plural(-days, 'dienu', 'dienām')}` };
  if (days === 0) return { urgency: 'today', text: 'šodien' };
  const text = days === 1 ? 'rīt' : `pēc ${plural(days, 'dienas', 'dienām')}`;
  return { urgency: dueOn <= soon ? 'soon' : 'later', text };
}

export const urgencyTag = ({ urgency, text }: ReturnType<typeof timeLeft>): Markup =>
  html`<span class="due due--${urgency}">${text}</span>`;

/** A link to a case by its number. */
export const caseLink = (reference: string): Markup =>
  html`<a class="reference" href="/registrs/lietas/${reference}/">${reference}</a>`;
