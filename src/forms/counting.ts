// Texts of the character counter. Separate from the other messages because browsers load it.
import type { Language } from './field.ts';

const LATVIAN = new Intl.PluralRules('lv');
const LATVIAN_FORMS = { one: 'rakstzīme', zero: 'rakstzīmju', other: 'rakstzīmes' } as const;

function charactersLv(count: number): string {
  const rule = LATVIAN.select(count);
  const word = LATVIAN_FORMS[rule === 'one' || rule === 'zero' ? rule : 'other'];
  return `${count.toLocaleString('lv-LV').replaceAll(/\s/g, '\u00a0')} ${word}`;
}

const charactersEn = (count: number): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? 'character' : 'characters'}`;

const lv = {
  characters: charactersLv,
  left: (count: number) => `Atlicis: ${charactersLv(count)}`,
  over: (count: number) => `Par garu: ${charactersLv(count)}`,
};

const en: typeof lv = {
  characters: charactersEn,
  left: count => `${charactersEn(count)} left`,
  over: count => `${charactersEn(count)} too many`,
};

/** The counting words of a language. */
export const countingIn = (lang: Language): typeof lv => (lang === 'en' ? en : lv);
