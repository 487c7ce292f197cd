// Storing answered surveys: row, texts, counts and, with the first of a version, its definition. All for one
// batch.
import type { Landing } from '../../domain/surveys/landing.ts';
import { byBytes } from '../bytes.ts';
import type { Statement } from '../database.ts';
import { insertRows, type Only } from '../rows.ts';

/** One of each key. */
const distinct = <T>(all: readonly T[], keyOf: (one: T) => string): readonly T[] => [
  ...new Map(all.map(one => [keyOf(one), one])).values(),
];

/** The statements that store these answers and add to the counts. */
export function landStatements(given: readonly Landing[], only: Only | null = null): readonly Statement[] {
  // In the order of random keys, texts by their own, so that answers stored together cannot be matched by
  // position.
  const landings = given.toSorted((a, b) => byBytes(a.id, b.id));
  const texts = landings
    .flatMap(landing => landing.texts.map(text => ({ landing, text })))
    .toSorted((a, b) => byBytes(a.text.id, b.text.id))
    .map(({ landing, text }) => [
      text.id,
      landing.survey.id,
      landing.survey.version,
      landing.month,
      text.question,
      text.rating,
      text.windowId,
      text.forOffice,
      text.sealed,
    ]);
  // Answers stored together may share versions and windows: each is written once, windows in an independent
  // order.
  const windows = distinct(
    landings.flatMap(landing => landing.texts.flatMap(text => text.windows)),
    ({ id, recipient }) => `${id} ${recipient}`,
  ).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const versions = distinct(
    landings.map(({ survey }) => survey),
    ({ id, version }) => `${id} ${version}`,
  );
  return [
    ...insertRows(
      'survey_versions',
      ['survey', 'version', 'definition', 'audience', 'threshold'],
      versions.map(survey => [
        survey.id,
        survey.version,
        JSON.stringify(survey),
        survey.audience,
        survey.anonymity.threshold,
      ]),
      'ON CONFLICT DO NOTHING',
      only,
    ),
    ...insertRows(
      'survey_answers',
      ['id', 'survey', 'version', 'month', 'channel', 'flags', 'answers'],
      landings.map(({ id, survey, month, channel, flags, answers }) => [
        id,
        survey.id,
        survey.version,
        month,
        channel,
        flags.join(' '),
        JSON.stringify(answers),
      ]),
      '',
      only,
    ),
    ...insertRows(
      'windows',
      ['id', 'recipient', 'sealed'],
      windows.map(({ id, recipient, sealed }) => [id, recipient, sealed]),
      'ON CONFLICT DO NOTHING',
      only,
    ),
    ...insertRows(
      'survey_texts',
      ['id', 'survey', 'version', 'month', 'question', 'rating', 'window_id', 'for_office', 'sealed'],
      texts,
      '',
      only,
    ),
    ...addCounts(landings, only),
  ];
}

const addCounts = (landings: readonly Landing[], only: Only | null): Statement[] =>
  insertRows(
    'survey_counts',
    ['survey', 'version', 'slice', 'month', 'channel', 'flagged', 'question', 'value', 'n'],
    landings.flatMap(({ survey, counts }) =>
      counts.map(({ slice, month, channel, flagged, question, value, n }) => [
        survey.id,
        survey.version,
        slice,
        month,
        channel,
        flagged ? 1 : 0,
        question,
        value,
        n,
      ]),
    ),
    'ON CONFLICT DO UPDATE SET n = n + excluded.n',
    only,
  );
