// The centre and its hours for search engines and assistants: schema.org GovernmentOffice (facts §7.3). Pure.
import { addDays, addMonths, daysBetween } from '../calendar/dates.ts';
import { WEEKDAYS, type Weekday } from '../calendar/scalars.ts';
import type { Facts } from '../site/facts-schema.ts';
import { ROUTES } from '../site/routes.ts';
import type { Channel } from './channels.ts';
import { horizon } from './live-data.ts';
import { comingExceptions, type OpenRange, parseRanges } from './opening.ts';
import type { Hours } from './schema.ts';

const dayName = (day: Weekday): string => `https://schema.org/${day.charAt(0).toUpperCase()}${day.slice(1)}`;

/** One entry per time range, with the days that share it. */
function weekly({ weekly: week, validFrom, validThrough }: Hours): object[] {
  const stretches = WEEKDAYS.flatMap(day => parseRanges(week[day]).map(range => ({ day, ...range })));
  const alike = Map.groupBy(stretches, ({ opens, closes }) => `${opens}-${closes}`);
  return [...alike.values()].map(group => ({
    '@type': 'OpeningHoursSpecification',
    dayOfWeek: group.map(({ day }) => dayName(day)),
    opens: group[0]?.opens,
    closes: group[0]?.closes,
    validFrom,
    ...(validThrough && { validThrough }),
  }));
}

/** How schema.org expresses “closed all day”: opens and closes at midnight. */
const CLOSED: OpenRange = { opens: '00:00', closes: '00:00' };

function special({ schedule }: Channel, from: string): object[] {
  const { through } = horizon(schedule.calendar, from);
  const year = addDays(addMonths(from, 12), -1);
  const last = year < through ? year : through;
  const days = comingExceptions(schedule, from, Math.max(0, daysBetween(from, last) + 1));
  return days.flatMap(({ date, ranges, reason }) =>
    (ranges.length > 0 ? ranges : [CLOSED]).map(({ opens, closes }) => ({
      '@type': 'OpeningHoursSpecification',
      validFrom: date,
      validThrough: date,
      opens,
      closes,
      description: reason,
    })),
  );
}

const hoursOf = (channel: Channel | undefined, from: string) =>
  channel && {
    openingHoursSpecification: channel.schedule.hours
      .filter(({ validThrough }) => (validThrough ?? from) >= from)
      .flatMap(weekly),
    specialOpeningHoursSpecification: special(channel, from),
  };

/** The centre with the counter's hours, the phone with its own, and the cash desk as a department. */
export function officeJsonLd(
  channels: readonly Channel[],
  facts: Facts,
  from: string,
  site: URL | undefined,
): object {
  const of = (id: Channel['id']) => channels.find(channel => channel.id === id);
  const [counter, phone, desk] = [of('counter'), of('phone'), of('cash-desk')];
  const { street, locality, postalCode } = facts.address.value;
  const address = {
    '@type': 'PostalAddress',
    streetAddress: street,
    addressLocality: locality,
    postalCode,
    addressCountry: 'LV',
  };
  const id = new URL(ROUTES.hours, site).href;
  return {
    '@context': 'https://schema.org',
    '@type': 'GovernmentOffice',
    '@id': `${id}#centrs`,
    name: facts.name,
    url: new URL(ROUTES.home, site).href,
    parentOrganization: { '@type': 'GovernmentOrganization', name: facts.institution },
    address,
    telephone: facts.phone.value,
    ...hoursOf(counter, from),
    ...(phone && {
      contactPoint: {
        '@type': 'ContactPoint',
        telephone: facts.phone.value,
        hoursAvailable: phone.schedule.hours.flatMap(weekly),
      },
    }),
    ...(desk && {
      department: {
        '@type': 'GovernmentOffice',
        name: desk.current.data.title,
        address,
        ...hoursOf(desk, from),
      },
    }),
  };
}
