// Public surveys sorted into open, coming and closed on a given day. Pure.
import { formatDateEn } from '../calendar/format.en.ts';
import { formatDate } from '../calendar/format.ts';
import { formatDateUntil, unbroken } from '../site/format.ts';
import { type Language, messagesFor } from '../site/messages.ts';
import type { Survey } from './schema.ts';

export interface SurveyEntry {
  readonly id: string;
  readonly data: Survey;
}
export interface SurveyGroup {
  readonly title: string;
  readonly surveys: readonly (SurveyEntry & { readonly when: string })[];
}

/** A day after “until” and after “on”. */
const DATES = {
  lv: { until: formatDateUntil, on: (date: string) => formatDate(date, 'locative') },
  en: { until: formatDateEn, on: formatDateEn },
} as const;

/** Groups in the order open, coming, closed; an empty group is left out. Staff and kiosk surveys are not listed. */
export function surveyGroups(surveys: readonly SurveyEntry[], today: string, lang: Language): SurveyGroup[] {
  const { surveys: say } = messagesFor(lang);
  const { until, on } = DATES[lang];
  const listed = surveys
    .filter(({ data }) => data.audience === 'public')
    .toSorted((a, b) => a.data.closes.localeCompare(b.data.closes));
  const group = (
    title: string,
    test: (survey: Survey) => boolean,
    when: (survey: Survey) => string,
  ): SurveyGroup => ({
    title,
    surveys: listed
      .filter(({ data }) => test(data))
      .map(entry => ({ ...entry, when: unbroken(when(entry.data)) })),
  });
  return [
    group(
      say.open,
      ({ opens, closes }) => opens <= today && today <= closes,
      ({ closes }) => say.until(until(closes)),
    ),
    group(
      say.coming,
      ({ opens }) => today < opens,
      ({ opens }) => say.from(on(opens)),
    ),
    group(
      say.closed,
      ({ closes }) => closes < today,
      ({ closes }) => say.ended(on(closes)),
    ),
  ].filter(({ surveys: found }) => found.length > 0);
}
