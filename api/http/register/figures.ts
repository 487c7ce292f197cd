// The figures of a year or a month for staff: of all cases that they may see, and whose the open ones are for those who lead.
import { rigaDate } from '../../../src/calendar/dates.ts';
import { monthsOf } from '../../domain/register/figures.ts';
import { byId, hasRole } from '../../domain/register/people.ts';
import { mayAtDesk } from '../../domain/register/rights.ts';
import { figuresPage } from '../../views/register/figures.ts';
import { firstSeen } from '../figures/hidden.ts';
import { yearsSince } from '../figures/public.ts';
import { staffFigures } from '../figures/staff.ts';
import type { RegisterContext } from './env.ts';
import { registerPage } from './reply.ts';

/** The requested year and month; the current year when the address has none or one without cases. */
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
  const years = yearsSince(await firstSeen(deps, person), deps.now());
  const { year, month, period } = askedFor(c, years, today);
  const figures = await staffFigures(deps, { year, period }, person);
  const leads = hasRole(person, 'director', 'deputy');
  const [assigned, people] = leads
    ? await Promise.all([deps.figures.assignees(today, person), deps.people.list()])
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
