// The register's words for people, in the language of the answer: states, events, dates and instants.
import { rigaDate, rigaTime } from '../../src/calendar/dates.ts';
import { formatDateEn } from '../../src/calendar/format.en.ts';
import { formatDate } from '../../src/calendar/format.ts';
import type { Language } from '../../src/forms/field.ts';
import type { State } from '../domain/submission.ts';
import { wordsEn } from './words.en.ts';
import { type ViewWords, wordsLv } from './words.lv.ts';

const WORDS: Readonly<Record<Language, ViewWords>> = { lv: wordsLv, en: wordsEn };

export const viewWords = (lang: Language): ViewWords => WORDS[lang];

/**
 * What happened, in words; an event that changes the state has its name. An unknown kind is shown as an
 * entry.
 */
export function eventName(kind: string, lang: Language): string {
  const { events, states, otherEvent } = viewWords(lang);
  const own = Object.hasOwn(events, kind) ? events[kind] : undefined;
  return own ?? (Object.hasOwn(states, kind) ? states[kind as State].name : otherEvent);
}

// A damaged value is shown unchanged: it must not hide the rest of the case.
const isNoTime = (text: string): boolean => Number.isNaN(Date.parse(text));

/** `2026. gada 22. novembris`, `22 November 2026` */
export function dateIn(date: string, lang: Language): string {
  if (isNoTime(date)) return date;
  return lang === 'en' ? formatDateEn(date) : formatDate(date);
}

/** `2026. gada 22. novembrī`: the day of an ISO instant in Riga. */
export const dayOf = (iso: string): string =>
  isNoTime(iso) ? iso : formatDate(rigaDate(new Date(iso)), 'locative');

/** `2026. gada 22. novembrī plkst. 17.05`, `22 November 2026 at 17:05`: Riga time of an ISO instant. */
export function formatInstant(iso: string, lang: Language): string {
  if (isNoTime(iso)) return iso;
  const instant = new Date(iso);
  const [date, time] = [rigaDate(instant), rigaTime(instant)];
  return lang === 'en'
    ? `${formatDateEn(date)} at ${time}`
    : `${formatDate(date, 'locative')} plkst. ${time.replace(':', '.')}`;
}

/** `plkst. 17.05` without a line break, `17:05`: Riga time of an instant, rounded up to the minute. */
export function formatTime(instant: Date, lang: Language): string {
  const time = rigaTime(new Date(Math.ceil(instant.getTime() / 60_000) * 60_000));
  return lang === 'en' ? time : `plkst.\u00a0${time.replace(':', '.')}`;
}
