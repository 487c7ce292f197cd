// Names of the values of the figures: kinds, services, rule points …
import { html } from 'hono/html';
import type { NamedOption } from '../../../src/contract/site-bundle.ts';
import type { Language } from '../../../src/forms/field.ts';
import type { Dimension } from '../../domain/register/figures.ts';
import type { Markup } from '../page.ts';
import { figureWords } from './words.ts';

export interface Names {
  readonly lang: Language;
  readonly services: readonly NamedOption[];
  readonly rulePoints: readonly NamedOption[];
}

/** An untranslated name is Latvian and marked so. An unknown one is shown by its id. */
function optionName(options: readonly NamedOption[], value: string, lang: Language): Markup | string {
  const option = options.find(({ id }) => id === value);
  if (lang === 'lv' || !option) return option?.label ?? value;
  return option.labelEn ?? html`<span lang="lv">${option.label}</span>`;
}

/** The name of a value; empty means that none was named. */
export function valueName(
  { lang, services, rulePoints }: Names,
  dimension: Exclude<Dimension, 'all'>,
  value: string,
): Markup | string {
  const say = figureWords(lang);
  if (value === '') return say.unnamed;
  if (dimension === 'service') return optionName(services, value, lang);
  if (dimension === 'point') return optionName(rulePoints, value, lang);
  const names = { kind: say.kinds, outcome: say.outcomes, channel: say.channels }[dimension];
  return names[value] ?? value;
}
