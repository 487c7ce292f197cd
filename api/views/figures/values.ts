// What the values of the figures are called: kinds, services, rule points …
import type { Language } from '../../../src/forms/field.ts';
import type { Dimension } from '../../domain/register/figures.ts';
import type { NamedOption } from '../../domain/site-bundle.ts';
import { figureWords } from './words.ts';

export interface Names {
  readonly lang: Language;
  readonly services: readonly NamedOption[];
  readonly rulePoints: readonly NamedOption[];
}

const optionName = (options: readonly NamedOption[], value: string, lang: Language): string => {
  const option = options.find(({ id }) => id === value);
  // One that the site knows no more is still told apart by its id.
  return (lang === 'en' ? option?.labelEn : undefined) ?? option?.label ?? value;
};

/** A value by name; empty means that none was named. */
export function valueName(
  { lang, services, rulePoints }: Names,
  dimension: Exclude<Dimension, 'all'>,
  value: string,
): string {
  const say = figureWords(lang);
  if (value === '') return say.unnamed;
  if (dimension === 'service') return optionName(services, value, lang);
  if (dimension === 'point') return optionName(rulePoints, value, lang);
  const names = { kind: say.kinds, outcome: say.outcomes, channel: say.channels }[dimension];
  return names[value] ?? value;
}
