// Survey texts in SQL. Changes are statements for the batch that records them.
import type { StoredText, TextState, WithheldReason } from '../../domain/surveys/texts.ts';
import { clearLog } from '../clear-log.ts';
import type { Database, Row, SqlValue, Statement } from '../database.ts';
import { list } from '../rows.ts';
import { textsIn } from '../stored-json.ts';

/** A question of a version. */
export interface Asked {
  readonly version: number;
  readonly question: string;
}

export interface TextFilter {
  readonly survey: string;
  readonly state: TextState;
  /** Questions whose texts may be shown. */
  readonly of: readonly Asked[];
  readonly tag?: string | undefined;
}

/** The text after which a page starts. */
export interface TextCursor {
  readonly month: string;
  readonly id: string;
}

/** A text without its content. */
export type TextHead = Pick<StoredText, 'id' | 'revision' | 'windowId'>;

interface TextCount extends Asked {
  readonly state: TextState;
  readonly n: number;
}

export interface TextStore {
  /** Number of texts by question, version and state. */
  counts(survey: string): Promise<readonly TextCount[]>;
  /** Tags of texts in this state with their counts, most frequent first. */
  tags(filter: TextFilter): Promise<readonly { readonly tag: string; readonly n: number }[]>;
  /** Newest month first. */
  page(filter: TextFilter, limit: number, after?: TextCursor): Promise<readonly StoredText[]>;
  count(filter: TextFilter): Promise<number>;
  /** The same without their content. */
  heads(filter: TextFilter, limit: number): Promise<readonly TextHead[]>;
  /** In no order. */
  byIds(ids: readonly string[]): Promise<readonly StoredText[]>;
  find(id: string): Promise<StoredText | null>;
  /**
   * Reserves a text for a person until then, instead of their previous one; false while another person has
   * it.
   * @param now, until instants, ISO 8601 UTC
   */
  claim(id: string, by: string, times: { readonly now: string; readonly until: string }): Promise<boolean>;
  /** True when another person has the text now. */
  isClaimed(id: string, by: string, now: string): Promise<boolean>;
  /** For the batch with the decision. */
  release(id: string): Statement;
  /** For the batch that records it. Without `sealed` the content is unchanged. */
  change(id: string, to: TextChange): Statement;
  setTags(id: string, tags: readonly string[]): Statement;
  /**
   * Removes old pages from the write-ahead log; false while somebody else reads, or when a server manages it.
   */
  clearLog(): Promise<boolean>;
}

interface TextChange {
  /** The previous one. */
  readonly revision: number;
  readonly state: TextState;
  readonly reason: WithheldReason | null;
  readonly sealed?: Uint8Array;
}

const COLUMNS = `lower(hex(id)) AS id, survey, version, month, question, rating, window_id, for_office, sealed, state,
  reason, tags, revision`;

/** The id in its stored form. */
const bytesOf = (id: string): Uint8Array =>
  Uint8Array.from(id.match(/../g) ?? [], pair => Number.parseInt(pair, 16));

const toText = (row: Row): StoredText => ({
  id: String(row['id']),
  survey: String(row['survey']),
  version: Number(row['version']),
  month: String(row['month']),
  question: String(row['question']),
  rating: row['rating'] === null ? null : Number(row['rating']),
  windowId: String(row['window_id']),
  forOffice: row['for_office'] as Uint8Array,
  sealed: row['sealed'] as Uint8Array,
  state: row['state'] as TextState,
  reason: row['reason'] as WithheldReason | null,
  tags: textsIn(row['tags']),
  revision: Number(row['revision']),
});

/** The condition of a filter. */
function where({ survey, state, of, tag }: TextFilter): { readonly sql: string; readonly args: SqlValue[] } {
  const pairs = of.map(() => '(?, ?)').join(', ');
  const tagged =
    tag === undefined ? '' : "AND tags <> '[]' AND EXISTS (SELECT 1 FROM json_each(tags) WHERE value = ?)";
  return {
    sql: `survey = ? AND state = ? AND (version, question) IN (VALUES ${pairs}) ${tagged}`,
    args: [
      survey,
      state,
      ...of.flatMap(({ version, question }) => [version, question]),
      ...(tag === undefined ? [] : [tag]),
    ],
  };
}

const ORDER = 'ORDER BY month DESC, id DESC';

/** Texts over any engine behind the port. */
export function textStore(database: Database): TextStore {
  const read = async (sql: string, args: readonly SqlValue[]): Promise<readonly Row[]> =>
    (await database.execute({ sql, args })).rows;
  return {
    async counts(survey) {
      const rows = await read(
        'SELECT version, question, state, count(*) AS n FROM survey_texts WHERE survey = ? GROUP BY 1, 2, 3',
        [survey],
      );
      return rows.map(row => ({
        version: Number(row['version']),
        question: String(row['question']),
        state: row['state'] as TextState,
        n: Number(row['n']),
      }));
    },
    async tags(filter) {
      if (filter.of.length === 0) return [];
      const { sql, args } = where(filter);
      const rows = await read(
        `SELECT value AS tag, count(*) AS n FROM survey_texts, json_each(tags) WHERE tags <> '[]' AND ${sql}
          GROUP BY value ORDER BY n DESC, value`,
        args,
      );
      return rows.map(({ tag, n }) => ({ tag: String(tag), n: Number(n) }));
    },
    async page(filter, limit, after) {
      if (filter.of.length === 0) return [];
      const { sql, args } = where(filter);
      const behind = after ? 'AND (month, id) < (?, ?)' : '';
      const from = after ? [after.month, bytesOf(after.id)] : [];
      const rows = await read(`SELECT ${COLUMNS} FROM survey_texts WHERE ${sql} ${behind} ${ORDER} LIMIT ?`, [
        ...args,
        ...from,
        limit,
      ]);
      return rows.map(toText);
    },
    async count(filter) {
      if (filter.of.length === 0) return 0;
      const { sql, args } = where(filter);
      const [row] = await read(`SELECT count(*) AS n FROM survey_texts WHERE ${sql}`, args);
      return Number(row?.['n']);
    },
    async heads(filter, limit) {
      if (filter.of.length === 0) return [];
      const { sql, args } = where(filter);
      const rows = await read(
        `SELECT lower(hex(id)) AS id, revision, window_id FROM survey_texts WHERE ${sql} ${ORDER} LIMIT ?`,
        [...args, limit],
      );
      return rows.map(({ id, revision, window_id }) => ({
        id: String(id),
        revision: Number(revision),
        windowId: String(window_id),
      }));
    },
    async byIds(ids) {
      if (ids.length === 0) return [];
      const rows = await read(
        `SELECT ${COLUMNS} FROM survey_texts WHERE id IN ${list(ids)}`,
        ids.map(bytesOf),
      );
      return rows.map(toText);
    },
    async find(id) {
      const [row] = await read(`SELECT ${COLUMNS} FROM survey_texts WHERE id = ?`, [bytesOf(id)]);
      return row ? toText(row) : null;
    },
    async claim(id, by, { now, until }) {
      const text = bytesOf(id);
      const [, claimed] = await database.batch([
        { sql: 'DELETE FROM survey_text_claims WHERE until <= ?', args: [now] },
        {
          sql: `INSERT INTO survey_text_claims (text, person, until) VALUES (?, ?, ?)
            ON CONFLICT DO UPDATE SET until = excluded.until WHERE person = excluded.person`,
          args: [text, by, until],
        },
        {
          sql: `DELETE FROM survey_text_claims WHERE person = ? AND text <> ?
            AND EXISTS (SELECT 1 FROM survey_text_claims WHERE text = ? AND person = ?)`,
          args: [by, text, text, by],
        },
      ]);
      return claimed?.rowsAffected === 1;
    },
    isClaimed: async (id, by, now) =>
      (
        await read('SELECT 1 FROM survey_text_claims WHERE text = ? AND person <> ? AND until > ?', [
          bytesOf(id),
          by,
          now,
        ])
      ).length > 0,
    release: id => ({ sql: 'DELETE FROM survey_text_claims WHERE text = ?', args: [bytesOf(id)] }),
    change: (id, { revision, state, reason, sealed }) => ({
      sql: `UPDATE survey_texts SET revision = revision + 1, state = ?, reason = ?, sealed = coalesce(?, sealed)
        WHERE id = ? AND revision = ?`,
      args: [state, reason, sealed ?? null, bytesOf(id), revision],
    }),
    setTags: (id, tags) => ({
      sql: 'UPDATE survey_texts SET tags = ? WHERE id = ?',
      args: [JSON.stringify(tags), bytesOf(id)],
    }),
    clearLog: () => clearLog(database),
  };
}
