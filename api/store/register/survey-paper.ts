// Sheets of paper in SQL: first readings that wait, and what was saved under which key.
import type { SealedWindow } from '../../domain/crypto/windows.ts';
import type { SealedSheet, WaitingSheet } from '../../domain/surveys/paper.ts';
import type { AnsweredVersion } from '../../domain/surveys/versions.ts';
import type { Database, Row, Statement } from '../database.ts';
import { insertRows } from '../rows.ts';

/** One saved filling-in of the form. */
export interface SavedSheet {
  readonly idempotencyHash: Uint8Array;
  readonly contentDigest: Uint8Array;
  readonly survey: string;
  /** Person id. */
  readonly person: string;
  /** `YYYY-MM-DD`, Europe/Riga. */
  readonly day: string;
  /** Of a first reading: the number it waits under. */
  readonly serial: number | null;
}

export interface SurveyPaperStore {
  saved(idempotencyHash: Uint8Array): Promise<Pick<SavedSheet, 'contentDigest' | 'serial'> | null>;
  /** How many sheets a person entered on a day. */
  countOn(of: Pick<SavedSheet, 'survey' | 'person' | 'day'>): Promise<number>;
  /** First readings that wait, in the order of their numbers. */
  waiting(survey: string): Promise<readonly WaitingSheet[]>;
  /** The first reading of one sheet; null where none waits. */
  find(survey: string, serial: number): Promise<SealedSheet | null>;
  /** Definitions of the versions that somebody has answered, the newest first. */
  versions(survey: string): Promise<readonly AnsweredVersion['definition'][]>;
  /** The number of the next sheet. Read in the turn that assigns it. */
  nextSerial(survey: string): Promise<number>;
}

const KEEP = `INSERT INTO survey_paper_serials (survey, last) VALUES (?, ?)
  ON CONFLICT (survey) DO UPDATE SET last = excluded.last`;

/** For the batch that stores a first reading. */
export const insertWaiting = (sheet: SealedSheet, windows: readonly SealedWindow[]): Statement[] => [
  { sql: KEEP, args: [sheet.survey, sheet.serial] },
  ...insertRows(
    'windows',
    ['id', 'recipient', 'sealed'],
    windows.map(({ id, recipient, sealed }) => [id, recipient, sealed]),
  ),
  ...insertRows(
    'survey_paper',
    [
      'survey',
      'serial',
      'version',
      'month',
      'entered_by',
      'entered_on',
      'window_id',
      'wrapped_key',
      'sealed',
    ],
    [
      [
        sheet.survey,
        sheet.serial,
        sheet.version,
        sheet.month,
        sheet.enteredBy,
        sheet.enteredOn,
        sheet.windowId,
        sheet.wrappedKey,
        sheet.sealed,
      ],
    ],
  ),
];

/** Deletes a first reading with its key. */
export const removeWaiting = ({ survey, serial, windowId }: SealedSheet): Statement[] => [
  { sql: 'DELETE FROM survey_paper WHERE survey = ? AND serial = ?', args: [survey, serial] },
  { sql: 'DELETE FROM windows WHERE id = ?', args: [windowId] },
];

/** For the batch that saves a sheet; records older than `keptFrom` are removed. */
export const insertSaved = (sheet: SavedSheet, keptFrom: string): Statement[] => [
  { sql: 'DELETE FROM survey_paper_saved WHERE day < ?', args: [keptFrom] },
  {
    sql: `INSERT INTO survey_paper_saved (idempotency_hash, content_digest, survey, person, day, serial)
      VALUES (?, ?, ?, ?, ?, ?)`,
    args: [sheet.idempotencyHash, sheet.contentDigest, sheet.survey, sheet.person, sheet.day, sheet.serial],
  },
];

const toWaiting = (row: Row): WaitingSheet => ({
  survey: String(row['survey']),
  serial: Number(row['serial']),
  version: Number(row['version']),
  month: String(row['month']),
  enteredBy: String(row['entered_by']),
  enteredOn: String(row['entered_on']),
});

/** The store of sheets over any engine behind the port. */
export function surveyPaperStore(database: Database): SurveyPaperStore {
  const first = async (sql: string, args: Statement['args'] = []): Promise<Row | undefined> =>
    (await database.execute({ sql, args })).rows[0];
  return {
    async saved(hash) {
      const row = await first(
        'SELECT content_digest, serial FROM survey_paper_saved WHERE idempotency_hash = ?',
        [hash],
      );
      if (!row) return null;
      const serial = row['serial'];
      return {
        contentDigest: row['content_digest'] as Uint8Array,
        serial: serial === null ? null : Number(serial),
      };
    },
    async countOn({ survey, person, day }) {
      const row = await first(
        'SELECT count(*) AS n FROM survey_paper_saved WHERE day = ? AND survey = ? AND person = ?',
        [day, survey, person],
      );
      return Number(row?.['n']);
    },
    async waiting(survey) {
      const { rows } = await database.execute({
        sql: `SELECT survey, serial, version, month, entered_by, entered_on FROM survey_paper WHERE survey = ?
          ORDER BY serial`,
        args: [survey],
      });
      return rows.map(toWaiting);
    },
    async find(survey, serial) {
      const row = await first('SELECT * FROM survey_paper WHERE survey = ? AND serial = ?', [survey, serial]);
      return row
        ? {
            ...toWaiting(row),
            windowId: String(row['window_id']),
            wrappedKey: row['wrapped_key'] as Uint8Array,
            sealed: row['sealed'] as Uint8Array,
          }
        : null;
    },
    async versions(survey) {
      // Nothing more is entered for a version whose answers were destroyed.
      const { rows } = await database.execute({
        sql: `SELECT definition FROM survey_versions v WHERE survey = ? AND NOT EXISTS (SELECT 1 FROM destruction_surveys d
          WHERE d.survey = v.survey AND d.version = v.version AND d.begun_at IS NOT NULL) ORDER BY version DESC`,
        args: [survey],
      });
      return rows.map(row => JSON.parse(String(row['definition'])) as AnsweredVersion['definition']);
    },
    async nextSerial(survey) {
      const row = await first('SELECT last FROM survey_paper_serials WHERE survey = ?', [survey]);
      return Number(row?.['last'] ?? 0) + 1;
    },
  };
}
