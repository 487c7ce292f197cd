// The public figures of a year as a page.
import { html } from 'hono/html';
import type { NamedOption } from '../../../src/contract/site-bundle.ts';
import type { Language } from '../../../src/forms/field.ts';
import { ENDINGS } from '../../domain/register/figures.ts';
import {
  HIDDEN,
  type PublicReport,
  type PublicRow,
  type PublicScore,
} from '../../domain/register/public-figures.ts';
import type { Publication } from '../../domain/register/publications.ts';
import { body, type Markup, type PageContent } from '../page.ts';
import { count, days, share, tenthsIn } from './cells.ts';
import { barChart, shareChart } from './chart.ts';
import { publications } from './publications.ts';
import { wide } from './table.ts';
import { valueName } from './values.ts';
import { figuresAddress, figureWords } from './words.ts';

export interface ReportPage {
  readonly lang: Language;
  /** The stylesheet of the figures. */
  readonly css: string;
  /** Years with data, newest first. */
  readonly years: readonly number[];
  readonly year: number;
  /** Null before the year's first whole month. */
  readonly report: PublicReport | null;
  readonly said: readonly Publication[];
  readonly services: readonly NamedOption[];
  readonly rulePoints: readonly NamedOption[];
  /** The page of one year, for print, instead of the overview. */
  readonly isYearly: boolean;
}

const fact = (name: string, value: Markup | string, more: Markup | string = ''): Markup =>
  html`<div><dt>${name}</dt><dd><strong>${value}</strong>${more}</dd></div>`;

const workingDays = (n: PublicRow['median'], lang: Language): Markup | string =>
  typeof n === 'number' ? figureWords(lang).workingDays(n) : days(n, lang);

function scoreFact(name: string, { n, good, mean }: PublicScore, lang: Language): Markup {
  const say = figureWords(lang);
  const more =
    typeof mean === 'number' && typeof n === 'number'
      ? html`<span class="muted">${say.mean(tenthsIn(mean, lang), String(n))}</span>`
      : '';
  return fact(name, share(good, lang), more);
}

function summary({ total, satisfaction, effort }: PublicReport, lang: Language): Markup {
  const say = figureWords(lang);
  return html`<div class="part"><h2 id="isuma">${say.summary}</h2><dl class="key-figures">${fact(say.receivedLong, count(total.received, lang))}${fact(say.closedLong, count(total.closed, lang))}${fact(say.onTimeLong, share(total.onTime, lang))}${fact(say.medianLong, workingDays(total.median, lang))}${fact(say.p90Long, workingDays(total.p90, lang))}${scoreFact(say.satisfaction, satisfaction, lang)}${scoreFact(say.effort, effort, lang)}</dl></div>`;
}

const row = (name: Markup | string, of: PublicRow, lang: Language): Markup =>
  html`<tr><th scope="row">${name}</th><td>${count(of.received, lang)}</td><td>${count(of.closed, lang)}</td><td>${share(of.onTime, lang)}</td><td>${days(of.median, lang)}</td><td>${days(of.p90, lang)}</td></tr>`;

interface TableParts {
  readonly heading: string;
  readonly caption: string;
  readonly first: string;
  readonly rows: Markup;
  readonly foot?: Markup;
}

function table({ heading, caption, first, rows, foot }: TableParts, lang: Language): Markup {
  const { received, closed, onTime, median, p90 } = figureWords(lang);
  const heads = [received, closed, onTime, median, p90].map(name => html`<th scope="col">${name}</th>`);
  return wide(
    heading,
    html`<table class="figures"><caption class="visually-hidden">${caption}</caption><thead><tr><th scope="col">${first}</th>${heads}</tr></thead><tbody>${rows}</tbody>${foot ? html`<tfoot>${foot}</tfoot>` : ''}</table>`,
  );
}

const shown = (n: PublicRow['received']): number | null => (n === HIDDEN ? null : n);

function months({ year, months, total }: PublicReport, lang: Language): Markup {
  const say = figureWords(lang);
  const nameOf = ({ value }: PublicRow): string => say.months[Number(value.slice(5)) - 1] ?? value;
  const labels = months.map(({ value }) => String(Number(value.slice(5))));
  const frame = { note: say.chartNote, labels };
  const shares = months.map(({ onTime }) => (onTime && onTime !== HIDDEN ? onTime.percent : null));
  const isBare = months.every(({ received, closed }) => !shown(received) && !shown(closed));
  const received = barChart({ ...frame, id: 'diagramma-saemti', title: say.chartReceived }, [
    { name: say.received, values: months.map(of => shown(of.received)) },
    { name: say.closed, values: months.map(of => shown(of.closed)) },
  ]);
  const onTime = shareChart({ ...frame, id: 'diagramma-laikus', title: say.chartOnTime }, shares);
  return html`<div class="part"><h2 id="pa-menesiem">${say.byMonth}</h2>${
    isBare
      ? html`<p>${say.allHidden}</p>`
      : html`<div class="charts">${received}${shares.filter(one => one !== null).length > 1 ? onTime : ''}</div>${table(
          {
            heading: 'pa-menesiem',
            caption: say.byMonth,
            first: say.month,
            rows: html`${months.map(of => row(nameOf(of), of, lang))}`,
            foot: row(say.year(year), total, lang),
          },
          lang,
        )}`
  }</div>`;
}

function endings({ endings, total }: PublicReport, lang: Language): Markup {
  const say = figureWords(lang);
  const rows = ENDINGS.map(
    ending =>
      html`<tr><th scope="row">${say.endingNames[ending]}</th><td>${count(endings[ending], lang)}</td></tr>`,
  );
  return html`<div class="part"><h2 id="noslegums">${say.endings}</h2>${wide(
    'noslegums',
    html`<table class="figures figures--few"><caption class="visually-hidden">${say.endings}</caption><thead><tr><th scope="col">${say.ending}</th><th scope="col">${say.closed}</th></tr></thead><tbody>${rows}</tbody><tfoot><tr><th scope="row">${say.closedLong}</th><td>${count(total.closed, lang)}</td></tr></tfoot></table>`,
  )}</div>`;
}

const PARTS = ['kind', 'service', 'point', 'channel'] as const;

function parts(page: ReportPage, { by }: PublicReport): Markup {
  const { lang } = page;
  const say = figureWords(lang);
  return html`${PARTS.filter(part => by[part].length > 0).map(
    part =>
      html`<div class="part"><h2 id="dalijums-${part}">${say.by[part]}</h2>${part === 'point' ? html`<p>${say.pointsNote}</p>` : ''}${table(
        {
          heading: `dalijums-${part}`,
          caption: say.by[part],
          first: say.column[part],
          rows: html`${by[part].map(of => row(valueName(page, part, of.value), of, lang))}`,
        },
        lang,
      )}</div>`,
  )}${by.outcome.length > 0 ? outcomes(page, by.outcome) : ''}`;
}

function outcomes(page: ReportPage, rows: readonly PublicRow[]): Markup {
  const { lang } = page;
  const say = figureWords(lang);
  return html`<div class="part"><h2 id="dalijums-outcome">${say.by.outcome}</h2>${wide(
    'dalijums-outcome',
    html`<table class="figures figures--few"><caption class="visually-hidden">${say.by.outcome}</caption><thead><tr><th scope="col">${say.column.outcome}</th><th scope="col">${say.closed}</th></tr></thead><tbody>${rows.map(
      of =>
        html`<tr><th scope="row">${valueName(page, 'outcome', of.value)}</th><td>${count(of.closed, lang)}</td></tr>`,
    )}</tbody></table>`,
  )}</div>`;
}

function yearLinks({ lang, years, year, isYearly }: ReportPage): Markup | string {
  const say = figureWords(lang);
  if (years.length === 0) return '';
  const link = (one: number): Markup =>
    html`<li><a href="${figuresAddress(lang)}${one}/"${isYearly && one === year ? html` aria-current="page"` : ''}>${one}</a></li>`;
  return html`<nav class="years no-print" aria-label="${say.years}"><ul>${years.map(link)}</ul></nav>`;
}

function files({ lang, year }: ReportPage): Markup {
  const say = figureWords(lang);
  return html`<div class="part no-print"><h2 id="dati">${say.data}</h2><p>${say.dataLede} <a href="/parskats/${year}.csv">${year}.csv</a>, <a href="/parskats/${year}.json">${year}.json</a>.</p></div>`;
}

const method = (lang: Language): Markup => {
  const say = figureWords(lang);
  return html`<div class="part"><h2 id="ka-skaitam">${say.method}</h2><ul>${say.methodLines.map(line => html`<li>${line}</li>`)}</ul></div>`;
};

/** When even the total is hidden, the name of a part would reveal too much. */
const hasParts = ({ total }: PublicReport): boolean => total.received !== HIDDEN || total.closed !== HIDDEN;

function figures(page: ReportPage): Markup {
  const { report, lang, year } = page;
  const say = figureWords(lang);
  if (page.years.length === 0) return html`<p class="empty">${say.nothingYet}</p>`;
  if (!report) return html`<p class="empty">${say.empty}</p>`;
  return html`${summary(report, lang)}<p class="figures-note">${say.hiddenNote}</p>${months(report, lang)}${hasParts(report) ? html`${endings(report, lang)}${parts(page, report)}` : ''}${files({ ...page, year })}`;
}

/** The page; the overview shows publications first. */
export function reportPage(page: ReportPage): PageContent {
  const { lang, css, year, report, said, isYearly } = page;
  const say = figureWords(lang);
  const heading = isYearly ? say.printable(year) : say.title;
  const period = report
    ? say.period(year, 0, Number(report.months.at(-1)?.value.slice(5) ?? 1) - 1)
    : say.year(year);
  const content = html`<link rel="stylesheet" href="${css}">${yearLinks(page)}<p class="period">${period}</p>${figures(page)}${publications(said, lang)}${method(lang)}`;
  const other = lang === 'en' ? 'lv' : 'en';
  return {
    lang,
    title: heading,
    twin: `${figuresAddress(other)}${isYearly ? `${year}/` : ''}`,
    main: body({ heading, lede: say.lede, content }, lang),
  };
}
