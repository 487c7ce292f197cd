// Finds dates in the wrong order, within a file and between files whose periods follow each other. Pure.
import { type ContentDocument, problemAt } from './document.ts';
import type { Problem } from './problem.ts';
import { dateAt, entriesAt, repeats } from './values.ts';

/**
 * Periods that end before they start, and exceptions of the opening hours that are repeated or outside the
 * period.
 */
export function dateProblems(document: ContentDocument): readonly Problem[] {
  switch (document.kind) {
    case 'surveys':
      return reversed(document, 'opens', 'closes');
    case 'rules':
      return [...reversed(document, 'inForce', 'repealed'), ...misnamedEdition(document)];
    case 'hours':
      return [...reversed(document, 'validFrom', 'validThrough'), ...exceptionProblems(document)];
    default:
      return [];
  }
}

function reversed(document: ContentDocument, startField: string, endField: string): readonly Problem[] {
  const start = dateAt(document.data, [startField]);
  const end = dateAt(document.data, [endField]);
  if (start === undefined || end === undefined || start <= end) return [];
  return [
    problemAt(document, [endField], {
      found: end,
      message: `${endField} (${end}) ir pirms ${startField} (${start})`,
      fix: `Labojiet vienu no datumiem: “${endField}” nedrīkst būt agrāk par “${startField}”.`,
      anchor: 'datumu-seciba',
    }),
  ];
}

/** The file name is the address of the edition, so it must carry the same date. */
function misnamedEdition(document: ContentDocument): readonly Problem[] {
  const date = dateAt(document.data, ['inForce']);
  if (date === undefined || date === document.id) return [];
  return [
    problemAt(document, ['inForce'], {
      found: date,
      message: `spēkā stāšanās datums ${date} nesakrīt ar faila nosaukumu “${document.id}”`,
      fix: `Labojiet datumu vai pārdēvējiet failu par “${date}.mdx”.`,
      anchor: 'datumu-seciba',
    }),
  ];
}

function exceptionProblems(document: ContentDocument): readonly Problem[] {
  const from = dateAt(document.data, ['validFrom']) ?? '';
  const through = dateAt(document.data, ['validThrough']) ?? '9999-12-31';
  const dates = entriesAt(document.data, ['exceptions']).flatMap(entry => {
    const path = [...entry.path, 'date'];
    const value = dateAt(document.data, path);
    return value === undefined ? [] : [{ path, value }];
  });
  const twice = repeats(dates).map(({ entry, first }) =>
    problemAt(document, entry.path, {
      found: entry.value,
      message: `izņēmums ${entry.value} jau ir ${document.yaml.lineOf(first.path)}. rindā`,
      fix: 'Apvienojiet abus ierakstus vienā vai lieko izdzēsiet.',
      anchor: 'dublets',
    }),
  );
  const outside = dates
    // When the period itself is reversed, every exception would be outside it.
    .filter(({ value }) => from <= through && (value < from || value > through))
    .map(({ path, value }) =>
      problemAt(document, path, {
        found: value,
        message: `izņēmums ${value} ir ārpus laika, kurā šis darba laiks ir spēkā`,
        fix: 'Pārbaudiet gadu datumā vai laukus “validFrom” un “validThrough”.',
        anchor: 'datumu-seciba',
      }),
    );
  return [...twice, ...outside];
}

interface Period {
  readonly document: ContentDocument;
  readonly from: string;
  readonly through: string;
}

/** Two opening-hours tables of one channel, or two editions of the rules, in force on the same day. */
export function overlapProblems(documents: readonly ContentDocument[]): readonly Problem[] {
  const hours = documents.filter(document => document.kind === 'hours');
  const channels = Map.groupBy(hours, ({ data }) => String((data as { channel?: unknown } | null)?.channel));
  const rules = documents.filter(document => document.kind === 'rules');
  return [
    ...[...channels.values()].flatMap(group =>
      overlaps(periods(group, 'validFrom', 'validThrough'), 'validThrough'),
    ),
    ...overlaps(periods(rules, 'inForce', 'repealed'), 'repealed'),
  ];
}

function periods(documents: readonly ContentDocument[], start: string, end: string): readonly Period[] {
  return documents.flatMap(document => {
    const from = dateAt(document.data, [start]);
    return from === undefined
      ? []
      : [{ document, from, through: dateAt(document.data, [end]) ?? '9999-12-31' }];
  });
}

function overlaps(all: readonly Period[], endField: string): readonly Problem[] {
  const sorted = all.toSorted((a, b) => a.from.localeCompare(b.from));
  return sorted.flatMap((later, index) => {
    const earlier = sorted.slice(0, index).find(period => {
      // An edition is repealed on the day when the next one comes into force, so sharing that day is correct.
      const overlap = endField === 'repealed' ? period.through > later.from : period.through >= later.from;
      // A repeated file name is reported elsewhere.
      return overlap && period.document.id !== later.document.id;
    });
    if (earlier === undefined) return [];
    const { document } = earlier;
    return [
      problemAt(document, [endField], {
        found: earlier.through === '9999-12-31' ? '' : earlier.through,
        message: `spēkā reizē ar failu ${later.document.file} (no ${later.from})`,
        fix: `Šajā failā rakstiet “${endField}”: dienu, ar kuru tas beidzas, pirms sākas nākamais.`,
        anchor: 'datumu-seciba',
      }),
    ];
  });
}
