// Numbers of survey results as text: shown, none, or hidden.
import { html } from 'hono/html';
import type { Language } from '../../../src/forms/field.ts';
import { HIDDEN, type Public } from '../../domain/register/public-figures.ts';
import type { ShownMean } from '../../domain/surveys/shown.ts';
import type { Interval, Nps } from '../../domain/surveys/statistics.ts';
import { hidden, numberIn, tenthsIn } from '../figures/cells.ts';
import type { Markup } from '../page.ts';
import { resultWords } from './words.ts';

export type Text = Markup | string;

/** A number, or a mark when it is hidden. */
export const countIn = (n: Public<number>, lang: Language): Text =>
  n === HIDDEN ? hidden(lang) : numberIn(n, lang);

const percent = (share: number): string => String(Math.round(100 * share));
const unit = (lang: Language): string => (lang === 'en' ? '%' : '\u00a0%');

/** `82 %`, `82%` */
export const percentIn = (share: number, lang: Language): string => `${percent(share)}${unit(lang)}`;

export const shareIn = (share: Public<Interval | null>, lang: Language): Text =>
  share === HIDDEN ? hidden(lang) : share === null ? resultWords(lang).none : percentIn(share.value, lang);

/** `78–86 %`; a dash when unknown. */
export function shareIntervalIn(share: Public<Interval | null>, lang: Language): Text {
  if (share === HIDDEN) return hidden(lang);
  if (share?.low == null || share.high === null) return resultWords(lang).none;
  return `${percent(share.low)}–${percentIn(share.high, lang)}`;
}

const signed = (n: number): string => String(Math.round(n)).replace('-', '−');

export const npsIn = (nps: Nps): string =>
  Math.round(nps.value) > 0 ? `+${signed(nps.value)}` : signed(nps.value);

export const npsIntervalIn = (nps: Nps, lang: Language): string =>
  resultWords(lang).npsInterval(signed(nps.low ?? nps.value), signed(nps.high ?? nps.value));

/** The mean, exact or as a bound. */
export function meanIn(mean: Public<ShownMean | null>, lang: Language): Text {
  const say = resultWords(lang);
  if (mean === HIDDEN) return hidden(lang);
  if (mean === null) return say.none;
  if (mean.is === 'exactly') return tenthsIn(mean.value, lang);
  const bound = numberIn(mean.value, lang);
  return mean.is === 'at-least' ? say.atLeast(bound) : say.atMost(bound);
}

export const meanIntervalIn = (mean: Interval, lang: Language): string =>
  mean.low === null || mean.high === null
    ? ''
    : resultWords(lang).interval(tenthsIn(mean.low, lang), tenthsIn(mean.high, lang));

/** The same under an explaining heading. */
export const plainIntervalIn = (mean: Interval | null, lang: Language): string =>
  mean === null || mean.low === null || mean.high === null
    ? resultWords(lang).none
    : `${tenthsIn(mean.low, lang)}–${tenthsIn(mean.high, lang)}`;

/** A small note beside a number. */
export const small = (text: Text): Text => (text === '' ? '' : html` <span class="muted">${text}</span>`);
