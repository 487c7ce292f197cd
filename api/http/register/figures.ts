// The figures of a year or a month for staff: everything, and whose the open cases are for those who lead.
import { rigaDate } from '../../../src/calendar/dates.ts';
import type { RegisterDeps } from '../../deps.ts';
import { figuresBy, figuresOf, inTime, monthsOf, type Period } from '../../domain/register/figures.ts';
import { byId, hasRole } from '../../domain/register/people.ts';
import { mayAtDesk } from '../../domain/register/rights.ts';
import { satisfactionOf } from '../../domain/register/satisfaction.ts';
import { figuresPage, type StaffFigures, type StaffParts } from '../../views/register/figures.ts';
import { countPeriod, spanOf, termsOf, withDays } from '../figures/count.ts';
import { keeperFor } from '../figures/keep.ts';
import { yearsOf } from '../figures/public.ts';
import type { RegisterContext } from './env.ts';
import { registerPage } from './reply.ts';

const keeper = keeperFor<StaffFigures>();

async function reckon(deps: RegisterDeps, year: number, period: Period): Promise<StaffFigures> {
  const terms = termsOf(deps);
  const { groups, ratings } = await countPeriod(deps, period);
  const extended = withDays(await deps.figures.extended(spanOf(period)));
  const by = (dimension: StaffParts) => figuresBy(groups[dimension], period, terms);
  const all = monthsOf(year, terms.today).filter(({ from }) => from >= period.from && from < period.to);
  return {
    total: figuresOf(groups.all, period, terms),
    months: all.map(month => ({ ...figuresOf(groups.all, month, terms), value: month.from.slice(0, 7) })),
    by: {
      kind: by('kind'),
      service: by('service'),
      point: by('point'),
      outcome: by('outcome').filter(({ value }) => value !== ''),
      channel: by('channel'),
    },
    satisfaction: satisfactionOf(ratings),
    extended: {
      closed: extended.reduce((sum, { n }) => sum + n, 0),
      onTime: extended.reduce((sum, group) => sum + (inTime(group, terms) ? group.n : 0), 0),
    },
    ...(await deps.figures.apart(spanOf(period))),
  };
}

/** The year and month asked for; the present year where the address says none or one without cases. */
function askedFor(c: RegisterContext, years: readonly number[], today: string) {
  const typed = Number(c.req.query('gads'));
  const year = years.includes(typed) ? typed : (years[0] ?? Number(today.slice(0, 4)));
  const whole = { from: `${year}-01-01`, to: `${year + 1}-01-01` };
  const month = monthsOf(year, today).find(({ from }) => from.slice(5, 7) === c.req.query('menesis'));
  return { year, month: month ? Number(month.from.slice(5, 7)) : null, period: month ?? whole };
}

/** The page. */
export async function figuresAnswer(c: RegisterContext): Promise<Response> {
  const { deps, person } = c.var;
  const today = rigaDate(deps.now());
  const years = await yearsOf(deps);
  const { year, month, period } = askedFor(c, years, today);
  const minute = deps.now().toISOString().slice(0, 16);
  const figures = await keeper(deps.figures).of(minute, `${period.from} ${period.to}`, () =>
    reckon(deps, year, period),
  );
  const leads = hasRole(person, 'director', 'deputy');
  const [assigned, people] = leads
    ? await Promise.all([deps.figures.assignees(today), deps.people.list()])
    : [null, []];
  return registerPage(
    c,
    figuresPage({
      figures,
      css: deps.site.figuresCss,
      years,
      year,
      month,
      today,
      assigned,
      people: byId(people),
      seesWhistleblower: mayAtDesk(person, 'whistleblower'),
      services: deps.site.services,
      rulePoints: deps.site.rulePoints,
    }),
  );
}
