// Destroying survey answers in SQL: what is kept, what an act lists, and deletion in pieces.
import type { ActSurvey } from '../../domain/register/act-surveys.ts';
import type { KeptSurvey } from '../../domain/register/survey-retention.ts';
import type { SurveyDefinition } from '../../domain/surveys/versions.ts';
import { textOrNull } from '../case-rows.ts';
import type { Database, Row, SqlValue, Statement } from '../database.ts';
import { insertRows, list } from '../rows.ts';

type Version = Pick<ActSurvey, 'survey' | 'version'>;

const KEPT = `SELECT v.survey, v.version, v.definition, coalesce(sum(c.n), 0) AS answers, coalesce(max(c.month), '') AS last_month,
    (SELECT count(*) FROM survey_texts t WHERE t.survey = v.survey AND t.version = v.version) AS texts,
    EXISTS (SELECT 1 FROM survey_holds h WHERE h.survey = v.survey) AS held,
    EXISTS (SELECT 1 FROM destruction_surveys d JOIN destruction_acts a ON a.id = d.act
      WHERE d.survey = v.survey AND d.version = v.version AND a.done_at IS NULL) AS in_act,
    EXISTS (SELECT 1 FROM survey_versions n WHERE n.survey = v.survey AND n.version > v.version) AS superseded
  FROM survey_versions v LEFT JOIN survey_counts c
    ON c.survey = v.survey AND c.version = v.version AND c.slice = '' AND c.question = '' AND c.value = ''
  GROUP BY v.survey, v.version HAVING answers > 0 OR texts > 0 ORDER BY v.survey, v.version`;

function toKept(row: Row): KeptSurvey {
  const { title, closes } = JSON.parse(String(row['definition'])) as SurveyDefinition;
  return {
    survey: String(row['survey']),
    version: Number(row['version']),
    title,
    closes,
    lastMonth: String(row['last_month']),
    answers: Number(row['answers']),
    texts: Number(row['texts']),
    isHeld: row['held'] === 1,
    isInAct: row['in_act'] === 1,
    isSuperseded: row['superseded'] === 1,
  };
}

/** A row of `destruction_surveys`. */
export const toActSurvey = (row: Row): ActSurvey => ({
  survey: String(row['survey']),
  version: Number(row['version']),
  title: String(row['title']),
  closedOn: String(row['closed_on']),
  dueOn: String(row['due_on']),
  answers: Number(row['answers']),
  texts: Number(row['texts']),
  begunAt: textOrNull(row['begun_at']),
  erasedAt: textOrNull(row['erased_at']),
});

/** For the batch that makes an act. */
export const listSurveys = (
  act: string,
  surveys: readonly Omit<ActSurvey, 'begunAt' | 'erasedAt'>[],
): Statement[] =>
  insertRows(
    'destruction_surveys',
    ['act', 'survey', 'version', 'title', 'closed_on', 'due_on', 'answers', 'texts'],
    surveys.map(one => [
      act,
      one.survey,
      one.version,
      one.title,
      one.closedOn,
      one.dueOn,
      one.answers,
      one.texts,
    ]),
  );

const OF = 'survey = ? AND version = ?';

/** The first step, in one commit: results, sheets that wait for a second reading, and the mark in the act. */
export function beginSurvey(
  act: string,
  { survey, version }: Version,
  { at, answers, texts, withFigures }: Counted & { readonly at: string; readonly withFigures: boolean },
): Statement[] {
  const args = [survey, version];
  const drop = (table: string): Statement => ({ sql: `DELETE FROM ${table} WHERE ${OF}`, args });
  return [
    drop('survey_counts'),
    ...(withFigures ? [drop('survey_steps')] : []),
    // Sealed in their own windows.
    { sql: `DELETE FROM windows WHERE id IN (SELECT window_id FROM survey_paper WHERE ${OF})`, args },
    drop('survey_paper'),
    {
      sql: `UPDATE destruction_surveys SET begun_at = ?, answers = ?, texts = ? WHERE act = ? AND ${OF}`,
      args: [at, answers, texts, act, ...args],
    },
  ];
}

type Counted = Pick<ActSurvey, 'answers' | 'texts'>;

/** When nothing is left. */
const endSurvey = (act: string, { survey, version }: Version, at: string): Statement => ({
  sql: `UPDATE destruction_surveys SET erased_at = ? WHERE act = ? AND ${OF}`,
  args: [at, act, survey, version],
});

export const holdSurvey = (survey: string, since: string | null): Statement =>
  since === null
    ? { sql: 'DELETE FROM survey_holds WHERE survey = ?', args: [survey] }
    : {
        sql: 'INSERT INTO survey_holds (survey, since) VALUES (?, ?) ON CONFLICT DO NOTHING',
        args: [survey, since],
      };

export interface SurveyRetentionStore {
  /** Versions with stored answers. */
  kept(): Promise<readonly KeptSurvey[]>;
  /** Versions of an act that are not fully destroyed. */
  remaining(act: string): Promise<readonly ActSurvey[]>;
  /**
   * Deletes at most about `rows` rows of a started version, a few per commit; marks it when nothing is left.
   * @returns whether nothing is left
   */
  sweep(
    act: string,
    of: ActSurvey,
    options: { readonly rows: number; readonly at: string },
  ): Promise<boolean>;
}

/** Rows per commit: few enough that concurrent requests need not wait. */
const PIECE = 1000;

interface Heap {
  readonly table: string;
  readonly key: string;
  readonly where: string;
  readonly args: readonly SqlValue[];
}

const heapsOf = ({ survey, version, closedOn }: ActSurvey): readonly Heap[] => [
  { table: 'survey_answers', key: 'id', where: OF, args: [survey, version] },
  { table: 'survey_texts', key: 'id', where: OF, args: [survey, version] },
  // They have no version; those of later versions came later.
  {
    table: 'survey_receipts',
    key: 'idempotency_hash',
    where: 'survey = ? AND received_on <= ?',
    args: [survey, closedOn],
  },
];

/** Windows that nothing else needs: submissions of the same minute may share older ones. */
const freeWindows = (ids: readonly SqlValue[]): Statement => ({
  sql: `DELETE FROM windows WHERE id IN ${list(ids)}
    AND id NOT IN (SELECT window_id FROM submissions WHERE window_id IN ${list(ids)})
    AND NOT EXISTS (SELECT 1 FROM survey_texts t WHERE t.window_id = windows.id)`,
  args: [...ids, ...ids],
});

/** The store over any engine behind the port. */
export function surveyRetentionStore(database: Database): SurveyRetentionStore {
  const rows = async (sql: string, args: readonly SqlValue[] = []) =>
    (await database.execute({ sql, args })).rows;

  /**
   * The next rows after a key; keys are walked in order, so that no piece reads rows of other versions again.
   */
  async function piece({ table, key, where, args }: Heap, after: Uint8Array): Promise<Row[]> {
    const window = table === 'survey_texts' ? ', window_id' : '';
    const sql = `SELECT ${key} AS key${window} FROM ${table} WHERE ${key} > ? AND ${where} ORDER BY ${key} LIMIT ?`;
    return [...(await rows(sql, [after, ...args, PIECE]))];
  }

  async function takeAway({ table, key }: Heap, found: readonly Row[]): Promise<void> {
    const keys = found.map(row => row['key'] as Uint8Array);
    const windows = [...new Set(found.flatMap(row => (row['window_id'] as string | undefined) ?? []))];
    await database.batch([
      { sql: `DELETE FROM ${table} WHERE ${key} IN ${list(keys)}`, args: keys },
      ...(windows.length > 0 ? [freeWindows(windows)] : []),
    ]);
  }

  return {
    kept: async () => (await rows(KEPT)).map(toKept),
    remaining: async act =>
      (
        await rows(
          'SELECT * FROM destruction_surveys WHERE act = ? AND erased_at IS NULL ORDER BY survey, version',
          [act],
        )
      ).map(toActSurvey),
    async sweep(act, of, options) {
      let left = options.rows;
      for (const heap of heapsOf(of)) {
        let after: Uint8Array = new Uint8Array(0);
        for (;;) {
          const found = await piece(heap, after);
          if (found.length === 0) break;
          if (left <= 0) return false;
          await takeAway(heap, found);
          left -= found.length;
          after = found.at(-1)?.['key'] as Uint8Array;
        }
      }
      await database.batch([endSurvey(act, of, options.at)]);
      return true;
    },
  };
}
