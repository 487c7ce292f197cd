// The figures for staff: nothing is hidden; overdue cases are shown with their subjects.
import { html } from 'hono/html';
import type { NamedOption } from '../../../src/contract/site-bundle.ts';
import { ENDINGS, type Figures, judged, type ValueFigures } from '../../domain/register/figures.ts';
import type { Person } from '../../domain/register/people.ts';
import type { Satisfaction, Score } from '../../domain/register/satisfaction.ts';
import { numberIn, tenthsIn } from '../figures/cells.ts';
import { barChart, shareChart } from '../figures/chart.ts';
import { wide } from '../figures/table.ts';
import { valueName } from '../figures/values.ts';
import { figureWordsLv as say } from '../figures/words.lv.ts';
import type { Markup } from '../page.ts';
import { dateIn } from '../words.ts';
import type { RegisterPage } from './page.ts';
import { nameOf } from './parts.ts';
import { figuresWords as own } from './words-figures.ts';

const STAFF_PARTS = ['kind', 'service', 'point', 'outcome', 'channel'] as const;
type StaffParts = (typeof STAFF_PARTS)[number];

export interface StaffFigures {
  readonly total: Figures;
  readonly months: readonly ValueFigures[];
  readonly by: Readonly<Record<StaffParts, readonly ValueFigures[]>>;
  readonly satisfaction: Satisfaction;
  /** Cases closed in the period after an extension, and how many of them within the longer term. */
  readonly extended: { readonly closed: number; readonly onTime: number };
  readonly spam: number;
  readonly whistleblower: number;
}

export interface FiguresView {
  readonly figures: StaffFigures;
  readonly css: string;
  /** Newest first. */
  readonly years: readonly number[];
  readonly year: number;
  /** 1 … 12; null for the whole year. */
  readonly month: number | null;
  readonly today: string;
  /** Open cases by assignee; null for people who are not in charge. */
  readonly assigned:
    | readonly { readonly assignee: string | null; readonly open: number; readonly overdue: number }[]
    | null;
  readonly people: ReadonlyMap<string, Person>;
  readonly seesWhistleblower: boolean;
  readonly services: readonly NamedOption[];
  readonly rulePoints: readonly NamedOption[];
}

const number = (n: number): string => numberIn(n, 'lv');
const days = (n: number | null): string => (n === null ? say.none : String(n));

function share(part: number, of: number): string {
  return of === 0 ? say.none : say.share(Math.round((100 * part) / of), number(of));
}

const fact = (name: string, value: string, more = ''): Markup =>
  html`<div><dt>${name}</dt><dd><strong>${value}</strong>${more ? html`<span class="muted">${more}</span>` : ''}</dd></div>`;

const score = (name: string, { n, good, mean }: Score): Markup =>
  fact(name, share(good, n), mean === null ? '' : say.mean(tenthsIn(mean, 'lv'), number(n)));

function summary({ figures, seesWhistleblower }: FiguresView): Markup {
  const { total, satisfaction, extended, spam, whistleblower } = figures;
  const working = (n: number | null) => (n === null ? say.none : say.workingDays(n));
  return html`<dl class="key-figures">${fact(say.receivedLong, number(total.received))}${fact(say.closedLong, number(total.closed))}${fact(own.open, number(total.open))}${fact(own.overdue, number(total.overdue))}${fact(say.onTimeLong, share(total.onTime, judged(total)), own.onTimeOf(number(total.onTime), number(total.late), number(total.overdue)))}${fact(own.extended, number(extended.closed), own.extendedOnTime(number(extended.onTime)))}${fact(say.medianLong, working(total.median))}${fact(say.p90Long, working(total.p90))}${score(say.satisfaction, satisfaction.satisfaction)}${score(say.effort, satisfaction.effort)}${fact(own.spam, number(spam))}${seesWhistleblower ? fact(own.whistleblower, number(whistleblower)) : ''}</dl>`;
}

const option = (value: string, label: string, isChosen: boolean): Markup =>
  html`<option value="${value}"${isChosen ? html` selected` : ''}>${label}</option>`;

function pickers({ years, year, month }: FiguresView): Markup {
  const all = years.length > 0 ? years : [year];
  const two = (n: number): string => String(n).padStart(2, '0');
  return html`<form class="filters no-print" method="get" action="/registrs/parskats/"><p><label for="gads">${own.year}</label><select id="gads" name="gads">${all.map(one => option(String(one), String(one), one === year))}</select></p><p><label for="menesis">${say.month}</label><select id="menesis" name="menesis">${option('', own.wholeYear, month === null)}${say.months.map((name, i) => option(two(i + 1), name, month === i + 1))}</select></p><p><button class="button button--secondary" type="submit">${own.show}</button></p></form>`;
}

const HEADS = [say.received, say.closed, own.openShort, own.overdueShort, say.onTime, say.median, say.p90];

const row = (name: Markup | string, of: Figures): Markup =>
  html`<tr><th scope="row">${name}</th><td>${number(of.received)}</td><td>${number(of.closed)}</td><td>${number(of.open)}</td><td>${number(of.overdue)}</td><td>${share(of.onTime, judged(of))}</td><td>${days(of.median)}</td><td>${days(of.p90)}</td></tr>`;

const table = (
  heading: string,
  title: string,
  first: string,
  rows: readonly Markup[],
  foot: Markup | string = '',
) =>
  html`<div class="part"><h2 id="${heading}">${title}</h2>${wide(
    heading,
    html`<table class="figures"><caption class="visually-hidden">${title}</caption><thead><tr><th scope="col">${first}</th>${HEADS.map(name => html`<th scope="col">${name}</th>`)}</tr></thead><tbody>${rows}</tbody>${foot ? html`<tfoot>${foot}</tfoot>` : ''}</table>`,
  )}</div>`;

function months({ figures: { months, total }, year }: FiguresView): Markup {
  const frame = { note: say.chartNote, labels: months.map(({ value }) => String(Number(value.slice(5)))) };
  const shares = months.map(of => (judged(of) === 0 ? null : Math.round((100 * of.onTime) / judged(of))));
  const received = barChart({ ...frame, id: 'diagramma-saemti', title: say.chartReceived }, [
    { name: say.received, values: months.map(of => of.received) },
    { name: say.closed, values: months.map(of => of.closed) },
  ]);
  const onTime = shareChart({ ...frame, id: 'diagramma-laikus', title: say.chartOnTime }, shares);
  const nameOfMonth = ({ value }: ValueFigures): string => say.months[Number(value.slice(5)) - 1] ?? value;
  return html`<div class="charts">${received}${shares.some(one => one !== null) ? onTime : ''}</div>${table(
    'pa-menesiem',
    say.byMonth,
    say.month,
    months.map(of => row(nameOfMonth(of), of)),
    row(say.year(year), total),
  )}`;
}

function endings({ figures: { total } }: FiguresView): Markup {
  return html`<div class="part"><h2 id="noslegums">${say.endings}</h2>${wide(
    'noslegums',
    html`<table class="figures figures--few"><caption class="visually-hidden">${say.endings}</caption><thead><tr><th scope="col">${say.ending}</th><th scope="col">${say.closed}</th></tr></thead><tbody>${ENDINGS.map(ending => html`<tr><th scope="row">${say.endingNames[ending]}</th><td>${number(total.endings[ending])}</td></tr>`)}</tbody></table>`,
  )}</div>`;
}

function parts(view: FiguresView): Markup {
  const { by } = view.figures;
  return html`${STAFF_PARTS.filter(part => by[part].length > 0).map(part =>
    table(
      `dalijums-${part}`,
      say.by[part],
      say.column[part],
      by[part].map(of => row(valueName({ ...view, lang: 'lv' }, part, of.value), of)),
    ),
  )}`;
}

function assigned({ assigned, people }: FiguresView): Markup | string {
  if (!assigned || assigned.length === 0) return '';
  return html`<div class="part"><h2 id="atbildigie">${own.assignees}</h2><p>${own.assigneesNote}</p>${wide(
    'atbildigie',
    html`<table class="figures figures--few"><caption class="visually-hidden">${own.assignees}</caption><thead><tr><th scope="col">${own.assignee}</th><th scope="col">${own.openShort}</th><th scope="col">${own.overdueShort}</th></tr></thead><tbody>${assigned.map(
      ({ assignee, open, overdue }) =>
        html`<tr><th scope="row">${assignee ? nameOf(people, assignee) : own.nobody}</th><td>${number(open)}</td><td>${number(overdue)}</td></tr>`,
    )}</tbody></table>`,
  )}</div>`;
}

/** The page. */
export function figuresPage(view: FiguresView): RegisterPage {
  const { css, figures, year, month, today, years, assigned: led } = view;
  const period = month === null ? say.year(year) : say.period(year, month - 1, month - 1);
  const body =
    years.length === 0
      ? html`<p class="empty">${say.nothingYet}</p>`
      : html`${summary(view)}${month === null ? months(view) : ''}${endings(view)}${parts(view)}${assigned(view)}`;
  const isRunning = today < `${year + 1}` && figures.total.open > 0;
  return {
    title: `${own.title}: ${period}`,
    heading: own.title,
    lede: period,
    content: html`<link rel="stylesheet" href="${css}">${pickers(view)}<p class="figures-note">${isRunning ? own.until(dateIn(today, 'lv')) : own.atEnd} <a href="/parskats/">${own.publicPage}</a>${led ? html`, <a href="/registrs/publicets/">${own.publications}</a>` : ''}</p>${body}<div class="part"><h2 id="ka-skaitam">${say.method}</h2><ul>${own.methodLines.map(line => html`<li>${line}</li>`)}${say.methodLines.slice(1, 4).map(line => html`<li>${line}</li>`)}</ul></div>`,
  };
}
