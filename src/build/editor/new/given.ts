// The field values that are known for each kind of new entry before the editor writes anything. Pure.
import { addDays, weekday, yearOf } from '../../../calendar/dates.ts';
import { holidaysOf } from '../../../calendar/holidays.ts';
import { KINDS } from '../../../contract/kinds.ts';
import { CONFIRMABLE } from '../../../services/schema.ts';
import type { SiteIndex } from '../../check/site-index.ts';
import { UNFILLED } from '../../check/unfilled.ts';
import type { Given } from './draft.ts';

export interface About {
  /** Code, day or year, as the editor typed it. */
  readonly id: string;
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly site: SiteIndex;
  /** Names of the files in `content/staff`, without the person concerned. */
  readonly colleagues: readonly string[];
}

type Fields = Readonly<Record<string, Given>>;

const settled = (text: string): Given => ({ text });
const guess = (text: string): Given => ({ text, isGuess: true });
/** Lines below a field; each guess among them has its own note. */
const block = (...lines: readonly string[]): Given => settled(lines.join('\n'));

/** One of these codes: the first, until the editor chooses. */
const oneOf = (codes: readonly string[] | undefined): Given => ({
  text: codes?.[0] ?? UNFILLED,
  isGuess: true,
  codes,
});

const NOTE = ` # ${UNFILLED}`;

/** A new service has not been confirmed by its holder. */
export const service = ({ site, today }: About): Fields => ({
  holder: oneOf(site.holders),
  lifeEvents: {
    text: `[${site.lifeEvents?.[0] ?? UNFILLED}]`,
    isGuess: true,
    codes: site.lifeEvents,
  },
  responsible: oneOf(site.posts?.filter(post => site.heldPosts?.has(post) ?? true)),
  toConfirm: settled(`[${CONFIRMABLE.join(', ')}]`),
  'checked.on': guess(today),
});

export const person = ({ site }: About): Fields => ({
  post: oneOf(site.posts),
  reception: block(`monday: ["09:00-12:00"]${NOTE}`, `wednesday: ["13:00-16:00"]${NOTE}`),
});

export const absence = ({ id, colleagues }: About): Fields => ({
  from: settled(id),
  through: guess(id),
  standIn: oneOf(colleagues),
});

export const hours = ({ today }: About): Fields => ({
  validFrom: guess(today),
  weekly: block(
    ...['monday', 'tuesday', 'wednesday', 'thursday', 'friday'].map(
      day => `${day}: ["09:00-12:00", "13:00-17:00"]${NOTE}`,
    ),
  ),
});

/** One scale question in one section: enough to pass the check and to continue from. */
export const survey = ({ today }: About): Fields => ({
  version: settled('1'),
  opens: guess(addDays(today, 14)),
  closes: guess(addDays(today, 44)),
  'sections[].id': settled('jautajumi'),
  'sections[].questions[].id': guess('jautajums-1'),
  'sections[].questions[].low': settled(UNFILLED),
  'sections[].questions[].high': settled(UNFILLED),
});

export const page = ({ today }: About): Fields => ({ updated: settled(today) });

export const edition = ({ id }: About): Fields => ({
  inForce: settled(id),
  toConfirm: settled('[status]'),
  'summaries[].chapter': guess('I'),
});

export const movedDay = ({ id, today }: About): Fields => ({
  off: settled(id),
  worked: guess(nearestSaturday(id)),
  checked: guess(today),
});

/** Of the Saturdays that the law allows as working days in exchange, the nearest that is not a holiday. */
function nearestSaturday(off: string): string {
  const holidays = new Set(
    holidaysOf(yearOf(off), { oneOffHolidays: [], songFestivalClosingDays: [] }).map(({ date }) => date),
  );
  const days = Array.from({ length: 31 }, (_, away) => [addDays(off, away), addDays(off, -away)]).flat();
  const saturdays = days.filter(day => weekday(day) === 'saturday');
  const isWorkable = (day: string) => !holidays.has(day) && day.slice(0, 7) === off.slice(0, 7);
  return saturdays.find(isWorkable) ?? saturdays[0] ?? off;
}

export const year = ({ id, today }: About): Fields => ({
  year: settled(id),
  movedDays: settled('unknown'),
  follows: settled('false'),
  toConfirm: settled('true'),
  checked: guess(today),
});

export const policy = ({ id }: About): Fields => ({
  inForce: settled(id),
  'reply.toConfirm': settled('true'),
  'forward.toConfirm': settled('true'),
});

/** One class for all cases, for the editor to divide. */
export const retention = ({ id }: About): Fields => ({
  inForce: settled(id),
  'classes[].id': guess('iesniegumi'),
  'classes[].only': settled(`{ kinds: [${KINDS.join(', ')}] }`),
  'classes[].toConfirm': settled('true'),
  'surveys.toConfirm': settled('true'),
});

export const coded = ({ id }: About): Fields => ({ id: settled(id) });
