// The opening hours as open data.
import { getCollection } from 'astro:content';
import type { APIRoute } from 'astro';
import { createCalendar } from '../../calendar/calendar.ts';
import { channelsOf } from '../../hours/channels.ts';
import { hoursData } from '../../hours/open-data.ts';
import { buildDate } from '../../site/build-date.ts';
import { calendar, facts } from '../../site/facts.ts';

export const GET: APIRoute = async () => {
  const channels = channelsOf(await getCollection('hours'), createCalendar(calendar), buildDate);
  return Response.json(hoursData(channels, calendar, facts, buildDate));
};
