// The results of a survey as page parts, in the register and in public: summary, all ratings, by rule point,
// each question.
import { html } from 'hono/html';
import { rigaDate } from '../../../src/calendar/dates.ts';
import type { Language } from '../../../src/forms/field.ts';
import { HIDDEN } from '../../domain/register/public-figures.ts';
import { byPoint } from '../../domain/surveys/by-point.ts';
import type { OverTime, VersionMean } from '../../domain/surveys/over-time.ts';
import type { Results } from '../../domain/surveys/release.ts';
import type { ShownField, ShownSplit } from '../../domain/surveys/shown.ts';
import { numberIn } from '../figures/cells.ts';
import { barChart, meanChart } from '../figures/chart.ts';
import { wide } from '../figures/table.ts';
import type { Markup } from '../page.ts';
import { meanMark, stackedBar } from './bars.ts';
import { barHead, fieldId, fieldSection } from './field.ts';
import {
  countIn,
  meanIn,
  npsIn,
  npsIntervalIn,
  percentIn,
  plainIntervalIn,
  shareIntervalIn,
  small,
  type Text,
} from './numbers.ts';
import { resultWords } from './words.ts';

export interface ResultsView {
  readonly lang: Language;
  readonly results: Results;
  /** Titles of sections by id. */
  readonly sections: ReadonlyMap<string, string>;
  /** Names of rule points; marked when they are in another language than the page. */
  readonly pointNames: ReadonlyMap<string, Text>;
  /** Only for people who may see everything. */
  readonly overTime: OverTime | null;
  readonly earlier: ReadonlyMap<string, readonly VersionMean[]>;
}

const fact = (name: string, value: Text, more: Text = ''): Markup =>
  html`<div><dt>${name}</dt><dd><strong>${value}</strong>${small(more)}</dd></div>`;

const nOf = ({ n }: ShownField, lang: Language): string =>
  n === HIDDEN ? '' : resultWords(lang).n(numberIn(n, lang));

function measureFacts(of: ShownField, lang: Language): Markup[] {
  const say = resultWords(lang);
  const { good, mean, nps, field } = of;
  if (nps && nps !== HIDDEN)
    return [fact(say.nps, npsIn(nps), `${npsIntervalIn(nps, lang)}, ${nOf(of, lang)}`)];
  const name = field.measure === 'csat' ? say.csat : field.measure === 'ces' ? say.ces : null;
  if (!name) return [];
  if (good && good !== HIDDEN)
    return [fact(name, percentIn(good.value, lang), html`${shareIntervalIn(good, lang)}, ${nOf(of, lang)}`)];
  if (!mean || mean === HIDDEN || !field.range) return [];
  return [fact(field.label, html`${meanIn(mean, lang)} / ${field.range[1]}`, nOf(of, lang))];
}

function rateFact({ participation }: Results, lang: Language): Markup | string {
  const say = resultWords(lang);
  if (!participation) return '';
  const { made, used } = participation;
  if (made === 0) return fact(say.rate, say.noneInvited);
  return fact(say.rate, percentIn(used / made, lang), `${numberIn(used, lang)} / ${numberIn(made, lang)}`);
}

function summary({ results, lang }: ResultsView): Markup {
  const say = resultWords(lang);
  const { responses, fields } = results;
  return html`<div class="part"><h2 id="isuma">${say.summary}</h2><dl class="key-figures">${
    results.withheld ? '' : fact(say.responses, countIn(responses, lang))
  }${rateFact(results, lang)}${fields.flatMap(of => measureFacts(of, lang))}</dl></div>`;
}

/** A score shown in its three groups has no mean beside it. */
const isRating = ({ field, mean, nps }: ShownField): boolean =>
  field.range !== null &&
  field.kind !== 'number' &&
  mean !== null &&
  !(mean === HIDDEN && nps !== null && nps !== HIDDEN);

function spread({ values, n }: ShownField): Markup | string {
  if (n === HIDDEN || n === 0 || values.some(value => value.n === HIDDEN)) return '';
  return stackedBar(values.map(value => Number(value.n) / n));
}

const link = ({ field }: ShownField): Markup =>
  html`<a href="#${fieldId(field.name)}">${field.over ? `${field.over} ${field.label}` : field.label}</a>`;

function ratingRow(of: ShownField, lang: Language, withSpread: boolean): Markup {
  const { mean, field } = of;
  const mark =
    mean && mean !== HIDDEN && mean.is === 'exactly' && field.range ? meanMark(mean, field.range) : '';
  const bar = withSpread ? spread(of) : mark;
  const interval = mean === HIDDEN ? '' : plainIntervalIn(mean, lang);
  return html`<tr><th scope="row">${link(of)}</th><td class="bar-cell">${bar}</td><td>${meanIn(mean, lang)}${small(field.range ? `/ ${field.range[1]}` : '')}</td><td class="optional">${interval}</td><td>${countIn(of.n, lang)}</td></tr>`;
}

interface RatingTable {
  readonly heading: string;
  readonly caption: string;
  readonly rows: Markup;
}

function ratingTable({ heading, caption, rows }: RatingTable, lang: Language): Markup {
  const say = resultWords(lang);
  return wide(
    heading,
    html`<table class="figures answers"><caption class="visually-hidden">${caption}</caption><thead><tr><th scope="col">${say.question}</th>${barHead(lang)}<th scope="col">${say.mean}</th><th scope="col" class="optional">${say.shareInterval}</th><th scope="col">n</th></tr></thead><tbody>${rows}</tbody></table>`,
  );
}

function overview({ results, lang }: ResultsView): Markup | string {
  const say = resultWords(lang);
  const ratings = results.fields.filter(isRating);
  if (ratings.length < 2) return '';
  const key = html`<p class="stack-key" aria-hidden="true">${say.lowest} ${stackedBar([0.2, 0.2, 0.2, 0.2, 0.2])} ${say.highest}</p>`;
  return html`<div class="part"><h2 id="vertejumi">${say.overview}</h2>${ratings.some(of => spread(of) !== '') ? key : ''}${ratingTable(
    {
      heading: 'vertejumi',
      caption: say.overviewCaption,
      rows: html`${ratings.map(of => ratingRow(of, lang, true))}`,
    },
    lang,
  )}</div>`;
}

function points({ results, lang, pointNames }: ResultsView): Markup | string {
  const say = resultWords(lang);
  const all = byPoint({ fields: results.fields.filter(isRating) });
  if (all.length === 0) return '';
  const rows = all.map(
    ({ point, fields }) =>
      html`<tr class="group-row"><th scope="rowgroup" colspan="5">${pointNames.get(point) ?? point}</th></tr>${fields.map(of => ratingRow(of, lang, false))}`,
  );
  return html`<div class="part"><h2 id="punkti">${say.points}</h2><p>${say.pointsLede}</p>${ratingTable(
    { heading: 'punkti', caption: say.points, rows: html`${rows}` },
    lang,
  )}</div>`;
}

function split({ by, fields, groups }: ShownSplit, lang: Language): Markup {
  const say = resultWords(lang);
  const heads = groups.map(
    ({ label, responses }) =>
      html`<th scope="col">${label}<span class="muted">${responses === HIDDEN ? countIn(responses, lang) : say.n(numberIn(responses, lang))}</span></th>`,
  );
  const rows = fields.map(
    (field, i) =>
      html`<tr><th scope="row">${field.over ? `${field.over} ${field.label}` : field.label}</th>${groups.map(
        ({ cells }) => {
          const cell = cells[i];
          return html`<td>${cell ? meanIn(cell.mean, lang) : say.none}</td>`;
        },
      )}</tr>`,
  );
  return html`<div class="part"><h2 id="dalijums">${say.split(by.label)}</h2>${wide(
    'dalijums',
    html`<table class="figures"><caption class="visually-hidden">${say.splitCaption(by.label)}</caption><thead><tr><th scope="col">${say.question}</th>${heads}</tr></thead><tbody>${rows}</tbody></table>`,
  )}</div>`;
}

/** Maximum number of labels under a chart without overlap. */
const MOST_LABELS = 12;

function timeCharts({ results, overTime, lang }: ResultsView): Markup | string {
  const say = resultWords(lang);
  if (!overTime || overTime.months.length < 2) return '';
  const every = Math.ceil(overTime.months.length / MOST_LABELS);
  const labels = overTime.months.map((month, i) =>
    i % every === 0 ? `${Number(month.slice(5))}.${month.slice(2, 4)}` : '',
  );
  const frame = { labels, note: say.chartNote };
  const measured = results.fields.filter(({ field }) => field.measure !== null || field.kind === 'nps');
  const lines = measured.map(({ field }, i) =>
    meanChart(
      { ...frame, id: `laika-${i}`, title: say.meanByMonth(field.label) },
      (overTime.means.get(field.name) ?? []).map(({ mean }) => mean),
      field.range ?? [0, 1],
    ),
  );
  const answered = barChart({ ...frame, id: 'laika-atbildes', title: say.responsesByMonth }, [
    { name: say.responses, values: overTime.responses },
  ]);
  const means = (month: number): Markup[] =>
    measured.map(({ field }) => {
      const mean = overTime.means.get(field.name)?.[month]?.mean ?? null;
      return html`<td>${meanIn(mean === null ? null : { is: 'exactly', value: mean, low: null, high: null }, lang)}</td>`;
    });
  const table = html`<table class="figures"><caption class="visually-hidden">${say.overTime}</caption><thead><tr><th scope="col">${say.monthHead}</th><th scope="col">${say.responses}</th>${measured.map(({ field }) => html`<th scope="col" class="long">${field.label}</th>`)}</tr></thead><tbody>${overTime.months.map(
    (month, i) =>
      html`<tr><th scope="row">${say.month(month)}</th><td>${numberIn(overTime.responses[i] ?? 0, lang)}</td>${means(i)}</tr>`,
  )}</tbody></table>`;
  return html`<div class="part"><h2 id="laika">${say.overTime}</h2><div class="charts">${answered}${lines}</div>${wide('laika', table)}</div>`;
}

function questions(view: ResultsView): Markup {
  const { results, sections, lang, overTime, earlier } = view;
  const groups = [...Map.groupBy(results.fields, ({ field }) => field.section)];
  return html`${groups.map(
    ([section, fields]) =>
      html`<div class="part"><h2 id="s-${section}">${sections.get(section) ?? resultWords(lang).section}</h2>${fields.map(
        of =>
          fieldSection(of, {
            lang,
            months: results.months,
            overTime: overTime?.means.get(of.field.name),
            earlier: earlier.get(of.field.name),
          }),
      )}</div>`,
  )}`;
}

export const method = (lang: Language, more: readonly string[] = []): Markup => {
  const say = resultWords(lang);
  return html`<div class="part"><h2 id="ka-lasit">${say.method}</h2><ul>${[...say.methodLines, ...more].map(line => html`<li>${line}</li>`)}</ul></div>`;
};

/** Why there is nothing to see. */
function withheld({ results, lang }: ResultsView): Markup {
  const say = resultWords(lang);
  if (results.withheld === 'destroyed') return html``;
  return html`<p class="notice">${results.withheld === 'open' ? say.stillOpen(results.closes) : say.tooFew(results.threshold)}</p>`;
}

/**
 * That answers were destroyed, since when and by which act, so that the numbers are not taken for all
 * answers.
 */
function destroyed({ results, lang }: ResultsView): Markup | string {
  const last = results.destroyed.at(-1);
  if (!last) return '';
  const say = resultWords(lang);
  const on = rigaDate(new Date(last.at));
  const words =
    results.isLive && !results.withheld
      ? say.destroyedBefore(on, last.act)
      : say.destroyed(on, last.act, !results.withheld);
  return html`<p class="notice">${words}</p>`;
}

const hidesSome = ({ fields, split }: Results): boolean =>
  fields.some(
    ({ n, mean, values }) => n === HIDDEN || mean === HIDDEN || values.some(value => value.n === HIDDEN),
  ) ||
  (split?.groups.some(({ cells }) => cells.some(({ mean }) => mean === HIDDEN)) ?? false);

/** All parts of results, without heading and links. */
export function resultParts(view: ResultsView): Markup {
  const { results, lang } = view;
  const say = resultWords(lang);
  if (results.withheld === 'destroyed') return html`${destroyed(view)}`;
  if (results.withheld) return html`${summary(view)}${withheld(view)}`;
  if (results.responses === 0) return html`<p class="empty">${say.nothing}</p>`;
  return html`${destroyed(view)}${summary(view)}${hidesSome(results) ? html`<p class="figures-note">${say.hiddenNote(results.threshold)}</p>` : ''}${overview(view)}${points(view)}${results.split ? split(results.split, lang) : ''}${timeCharts(view)}${questions(view)}`;
}

/** The months of the results and, in small print, version and period. */
export function periodLines({ months, opens, closes, version }: Results, lang: Language, more = ''): Markup {
  const say = resultWords(lang);
  const about = [say.version(version), say.asked(opens, closes), ...(more ? [more] : [])].join(' · ');
  return html`${months ? html`<p class="period">${say.period(months.from, months.to)}</p>` : ''}<p class="period-more">${about}</p>`;
}
