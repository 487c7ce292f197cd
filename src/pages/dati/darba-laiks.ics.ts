// The calendar feed of the opening hours.
import { getCollection } from 'astro:content';
import type { APIRoute } from 'astro';
import { createCalendar } from '../../calendar/calendar.ts';
import { channelsOf } from '../../hours/channels.ts';
import { hoursCalendar } from '../../hours/ical.ts';
import { buildDate } from '../../site/build-date.ts';
import { calendar, facts } from '../../site/facts.ts';

export const GET: APIRoute = async () => {
  const channels = channelsOf(await getCollection('hours'), createCalendar(calendar), buildDate);
  const text = hoursCalendar({ channels, data: calendar, facts, today: buildDate });
  return new Response(text, { headers: { 'content-type': 'text/calendar; charset=utf-8' } });
};
