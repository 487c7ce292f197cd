// The tests' site for programs that use the real clock: in any year its survey is open and its calendar
// reaches far enough.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SiteBundle } from '../../src/contract/site-bundle.ts';
import { testSite } from '../api/test-site.ts';

const { calendar, surveys } = testSite;
const lastKnown = calendar.years.findLast(({ year }) => year === calendar.through);
const through = Math.max(calendar.through, new Date().getUTCFullYear() + 1);
const added = Array.from({ length: through - calendar.through }, (_, i) => calendar.through + 1 + i);

export const SURVEY = 'klientu-aptauja';

const liveSite: SiteBundle = {
  ...testSite,
  surveys: surveys.map(survey =>
    survey.id === SURVEY ? { ...survey, opens: '2020-01-01', closes: '2999-12-31' } : survey,
  ),
  calendar: {
    ...calendar,
    through,
    years: [
      ...calendar.years,
      ...added.flatMap(year => (lastKnown ? [{ ...lastKnown, year, movedDays: 'none' as const }] : [])),
    ],
  },
};

/** Writes it into an empty folder as a build would. There are no static pages. */
export function writeSite(folder: string): { siteFolder: string; bundleFile: string } {
  const siteFolder = join(folder, 'dist');
  mkdirSync(siteFolder);
  const bundleFile = join(folder, 'site-bundle.json');
  writeFileSync(bundleFile, JSON.stringify(liveSite));
  return { siteFolder, bundleFile };
}
