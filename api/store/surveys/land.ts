// Answered surveys in SQL: row, texts, counts and, with the first of a version, what was asked. All for one batch.
import type { Landing } from '../../domain/surveys/landing.ts';
import { byBytes } from '../bytes.ts';
import type { SqlValue, Statement } from '../database.ts';

/** Under which the statements of a batch take effect; without one they always do. */
export interface Only {
  /** A condition without side effects. */
  readonly sql: string;
  readonly args: readonly SqlValue[];
}

const ALWAYS: Only = { sql: '1', args: [] };

/** SQLite binds at most 32,766 values in a statement. */
const MAX_VALUES = 32_000;

const insertMany = (
  into: string,
  rows: readonly (readonly SqlValue[])[],
  only: Only,
  conflict: string,
): Statement[] => {
  const [first] = rows;
  if (!first) return [];
  const row = `(${first.map(() => '?').join(', ')})`;
  const size = Math.floor(MAX_VALUES / first.length);
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, i) => {
    const part = rows.slice(i * size, (i + 1) * size);
    return {
      sql: `INSERT INTO ${into} SELECT * FROM (VALUES ${part.map(() => row).join(', ')}) WHERE ${only.sql} ${conflict}`,
      args: [...part.flat(), ...only.args],
    };
  });
};

/** The statements that store these landings, their counts added to those that stand. */
export function landStatements(given: readonly Landing[], only: Only = ALWAYS): readonly Statement[] {
  // In the order of random keys, texts by their own: several that land together are not to be matched by their places.
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
      landing.windowId,
      text.forOffice,
      text.sealed,
    ]);
  const windows = landings.flatMap(({ texts: own, windows: sealed }) =>
    own.length > 0 ? sealed.map(({ id, recipient, sealed: bytes }) => [id, recipient, bytes]) : [],
  );
  return [
    ...insertMany(
      'survey_versions (survey, version, definition, audience, threshold)',
      landings.map(({ survey }) => [
        survey.id,
        survey.version,
        JSON.stringify(survey),
        survey.audience,
        survey.anonymity.threshold,
      ]),
      only,
      'ON CONFLICT DO NOTHING',
    ),
    ...insertMany(
      'survey_answers (id, survey, version, month, channel, flags, answers)',
      landings.map(({ id, survey, month, channel, flags, answers }) => [
        id,
        survey.id,
        survey.version,
        month,
        channel,
        flags.join(' '),
        JSON.stringify(answers),
      ]),
      only,
      '',
    ),
    ...insertMany('windows (id, recipient, sealed)', windows, only, 'ON CONFLICT DO NOTHING'),
    ...insertMany(
      'survey_texts (id, survey, version, month, question, rating, window_id, for_office, sealed)',
      texts,
      only,
      '',
    ),
    ...addCounts(landings, only),
  ];
}

function addCounts(landings: readonly Landing[], only: Only): Statement[] {
  const rows = landings.flatMap(({ survey, counts }) =>
    counts.map(({ slice, month, channel, flagged, question, value, n }): SqlValue[] => [
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
  );
  return insertMany(
    'survey_counts (survey, version, slice, month, channel, flagged, question, value, n)',
    rows,
    only,
    'ON CONFLICT DO UPDATE SET n = n + excluded.n',
  );
}
