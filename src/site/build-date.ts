// The day of the build in Latvia. Static pages that speak of “coming” days are as fresh as the last build.
import { rigaDate } from '../calendar/dates.ts';

export const buildDate: string = rigaDate(new Date());
