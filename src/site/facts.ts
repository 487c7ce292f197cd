// The single documents of `content/` as typed values: facts about the centre, the calendar, the deadline policies.
// Vite puts the YAML text in at build; the content check has already explained every mistake in it to the editor.
import { parse } from 'yaml';
import calendarYaml from '../../content/calendar/kalendars.yaml?raw';
import policyYaml from '../../content/policy/iesniegumi.yaml?raw';
import siteYaml from '../../content/site.yaml?raw';
import { type CalendarData, calendarSchema, type Policy, policiesSchema } from '../calendar/schema.ts';
import { type Facts, factsSchema } from './facts-schema.ts';

/** `content/site.yaml` */
export const facts: Facts = factsSchema.parse(parse(siteYaml));

/** `content/calendar/kalendars.yaml` */
export const calendar: CalendarData = calendarSchema.parse(parse(calendarYaml));

/** `content/policy/iesniegumi.yaml`, oldest first */
export const policies: readonly Policy[] = policiesSchema.parse(parse(policyYaml)).policies;
