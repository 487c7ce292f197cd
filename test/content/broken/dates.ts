// Dates in the wrong order.
import { type Broken, broken, hours, rules, survey } from './broken.ts';

export const DATES: readonly Broken[] = [
  broken(
    'a survey that closes before it opens',
    survey,
    'closes: 2026-12-31',
    'closes: 2025-12-31',
    '7 closes: closes (2025-12-31) ir pirms opens (2026-01-01) | nedrīkst būt agrāk',
  ),
  broken(
    'hours that end before they start',
    hours,
    'weekly:',
    'validThrough: 2025-12-31\nweekly:',
    '5 validThrough: ir pirms validFrom | nedrīkst',
  ),
  broken(
    'hours that end before they start, without calling every exception wrong',
    hours,
    'weekly:',
    'validThrough: 2025-12-31\nexceptions:\n  - { date: 2026-12-04, hours: [], reason: Mācības }\nweekly:',
    '5 validThrough: ir pirms validFrom | nedrīkst',
  ),
  broken(
    'an edition repealed before it held',
    rules,
    'signatory:',
    'repealed: 2016-01-01\nsignatory:',
    '7 repealed: ir pirms inForce | nedrīkst',
  ),
  broken(
    'an edition under another date',
    rules,
    'inForce: 2017-11-06',
    'inForce: 2017-11-07',
    '6 inForce: nesakrīt ar faila nosaukumu | 2017-11-07.mdx',
  ),
  broken(
    'an exception twice',
    hours,
    '\n---\n',
    '\nexceptions:\n  - { date: 2026-12-04, hours: [], reason: Mācības }\n  - { date: 2026-12-04, hours: [], reason: Mācības }\n---\n',
    '9 exceptions[2].date: izņēmums 2026-12-04 jau ir 8. rindā | Apvienojiet',
  ),
  broken(
    'an exception outside the period',
    hours,
    '\n---\n',
    '\nexceptions:\n  - { date: 2025-12-04, hours: [], reason: Mācības }\n---\n',
    '8 exceptions[1].date: ārpus laika, kurā šis darba laiks ir spēkā | gadu datumā',
  ),
];
