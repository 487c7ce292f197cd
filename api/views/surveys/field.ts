// The results of one question: the answers, with bars in the rows, and derived figures.

import { html } from 'hono/html';
import type { Language } from '../../../src/forms/field.ts';
import { HIDDEN, type Public } from '../../domain/register/public-figures.ts';
import { isWrittenField } from '../../domain/surveys/fields.ts';
import type { MonthMean, VersionMean } from '../../domain/surveys/over-time.ts';
import type { ShownField, ShownValue } from '../../domain/surveys/shown.ts';
import { goodFrom } from '../../domain/surveys/statistics.ts';
import { numberIn, tenthsIn } from '../figures/cells.ts';
import { wide } from '../figures/table.ts';
import type { Markup } from '../page.ts';
import { shareBar } from './bars.ts';
import {
  countIn,
  meanIn,
  meanIntervalIn,
  npsIn,
  npsIntervalIn,
  percentIn,
  shareIn,
  shareIntervalIn,
  small,
  type Text,
} from './numbers.ts';
import { resultWords } from './words.ts';

export interface FieldExtras {
  readonly lang: Language;
  /** The overall period; a question's own is shown when it differs. */
  readonly months: ShownField['months'];
  readonly overTime?: readonly MonthMean[] | undefined;
  readonly earlier?: readonly VersionMean[] | undefined;
}

/** The heading of the column with the bars. */
export const barHead = (lang: Language): Markup =>
  html`<th scope="col" class="bar-cell"><span class="visually-hidden">${resultWords(lang).spread}</span></th>`;

/** The id of a question's heading. */
export const fieldId = (name: string): string => `j-${name.replace('.', '--')}`;

const groupName = (value: ShownValue, isNps: boolean, lang: Language): string => {
  const say = resultWords(lang);
  const names: Readonly<Record<string, string>> = {
    promoters: say.promoters,
    passives: say.passives,
    detractors: say.detractors,
  };
  return (isNps && names[value.value]) || value.label;
};

function valueRow(value: ShownValue, isNps: boolean, lang: Language): Markup {
  const { n, share } = value;
  const bar = share === HIDDEN || share === null ? '' : shareBar(share);
  return html`<tr><th scope="row">${groupName(value, isNps, lang)}</th><td class="bar-cell">${bar}</td><td>${countIn(n, lang)}</td><td>${shareIn(share, lang)}</td><td class="optional">${shareIntervalIn(share, lang)}</td></tr>`;
}

const restRow = (name: string, n: Public<number>, lang: Language): Markup | string =>
  n === 0
    ? ''
    : html`<tr class="rest"><th scope="row">${name}</th><td class="bar-cell"></td><td>${countIn(n, lang)}</td><td></td><td class="optional"></td></tr>`;

function table({ field, values, cantSay, empty, asked }: ShownField, lang: Language): Markup {
  const say = resultWords(lang);
  const isNps = field.kind === 'nps';
  const heads = html`<th scope="col">${say.answer}</th>${barHead(lang)}<th scope="col">${say.count}</th><th scope="col">${say.share}</th><th scope="col" class="optional">${say.shareInterval}</th>`;
  return wide(
    fieldId(field.name),
    html`<table class="figures answers"><caption class="visually-hidden">${field.label}</caption><thead><tr>${heads}</tr></thead><tbody>${values.map(
      value => valueRow(value, isNps, lang),
    )}${restRow(say.cantSay, cantSay, lang)}${restRow(say.empty, empty, lang)}</tbody><tfoot><tr><th scope="row">${say.total}</th><td class="bar-cell"></td><td>${countIn(asked, lang)}</td><td></td><td class="optional"></td></tr></tfoot></table>`,
  );
}

const fact = (name: string, value: Text, more: Text = ''): Markup =>
  html`<div><dt>${name}</dt><dd><strong>${value}</strong>${small(more)}</dd></div>`;

function facts({ field, mean, median, good, nps }: ShownField, lang: Language): Markup | string {
  const say = resultWords(lang);
  const list: Markup[] = [];
  if (nps && nps !== HIDDEN) list.push(fact(say.nps, npsIn(nps), npsIntervalIn(nps, lang)));
  if (mean !== null && mean !== HIDDEN && field.range) {
    const of = field.kind === 'number' ? (field.unit ?? '') : `/ ${field.range[1]}`;
    list.push(fact(say.mean, html`${meanIn(mean, lang)} ${of}`, meanIntervalIn(mean, lang)));
  }
  if (median !== null && median !== HIDDEN)
    list.push(fact(say.median, Number.isInteger(median) ? numberIn(median, lang) : tenthsIn(median, lang)));
  if (good !== null && good !== HIDDEN && field.range) {
    const name =
      field.measure === 'csat'
        ? say.csat
        : field.measure === 'ces'
          ? say.ces
          : say.good(goodFrom(field.range));
    list.push(fact(name, percentIn(good.value, lang), shareIntervalIn(good, lang)));
  }
  return list.length === 0 ? '' : html`<dl class="answer-facts">${list}</dl>`;
}

function monthTable(field: ShownField['field'], months: readonly MonthMean[], lang: Language): Markup {
  const say = resultWords(lang);
  return html`<details class="months"><summary>${say.overTime}</summary><table class="figures figures--few"><caption class="visually-hidden">${say.meanByMonth(field.label)}</caption><thead><tr><th scope="col">${say.monthHead}</th><th scope="col">${say.mean}</th><th scope="col">n</th></tr></thead><tbody>${months.map(
    ({ month, mean, n }) =>
      html`<tr><th scope="row">${say.month(month)}</th><td>${mean === null ? say.none : tenthsIn(mean, lang)}</td><td>${numberIn(n, lang)}</td></tr>`,
  )}</tbody></table></details>`;
}

function compared(earlier: readonly VersionMean[], lang: Language): Markup {
  const say = resultWords(lang);
  const each = earlier.map(({ version, mean, n }) =>
    say.earlierOf(version, tenthsIn(mean, lang), numberIn(n, lang)),
  );
  return html`<p class="muted">${say.earlier}: ${each.join('; ')}.</p>`;
}

function notes({ field, months, n }: ShownField, { lang, months: whole }: FieldExtras): Text[] {
  const say = resultWords(lang);
  const own = months && whole && months.to !== whole.to ? [say.period(months.from, months.to)] : [];
  return [
    ...(n === HIDDEN ? [] : [say.n(numberIn(n, lang))]),
    ...own,
    ...(field.rulePoint ? [say.pointOf(field.rulePoint)] : []),
    ...(field.conditions.length > 0 ? [say.askedOfSome] : []),
    ...(field.kind === 'choices' ? [say.manyNote] : []),
  ];
}

const isDark = ({ values, mean }: ShownField): boolean =>
  values.every(({ n }) => n === HIDDEN) && (mean === null || mean === HIDDEN);

function content(of: ShownField, lang: Language): Markup {
  const say = resultWords(lang);
  if (isWrittenField(of.field))
    return html`<p>${of.n === HIDDEN ? say.fieldHidden : say.writtenNote(numberIn(of.n, lang))}</p>`;
  if (of.values.length === 0 && of.n === 0) return html`<p class="muted">${say.nothing}</p>`;
  if (isDark(of)) return html`<p>${say.fieldHidden}</p>`;
  if (of.values.every(({ n }) => n === HIDDEN))
    return html`${facts(of, lang)}<p class="muted">${say.meanOnly}</p>`;
  return html`${facts(of, lang)}${table(of, lang)}`;
}

/** A question with its results. */
export function fieldSection(of: ShownField, extras: FieldExtras): Markup {
  const { lang, overTime, earlier } = extras;
  const { field } = of;
  const about = notes(of, extras);
  return html`<div class="question"><h3 id="${fieldId(field.name)}">${field.over ? html`<span class="question__over">${field.over}</span> ` : ''}${field.label}</h3>${
    about.length > 0
      ? html`<p class="muted">${about.map((note, i) => html`${i > 0 ? ' · ' : ''}${note}`)}</p>`
      : ''
  }${content(of, lang)}${earlier && earlier.length > 0 ? compared(earlier, lang) : ''}${
    overTime && overTime.length > 1 ? monthTable(field, overTime, lang) : ''
  }</div>`;
}
