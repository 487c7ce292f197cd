// The tables whose rows let somebody into the register: which columns their marks cover, and how they are read together
// with what the event chain tells of them (decision 0041).
import type { Row, SqlValue } from '../database.ts';

interface Shape {
  /** Columns of the mark: the key and whatever gives power. */
  readonly marked: readonly string[];
  /** Columns without power, which may change at any request. */
  readonly free: readonly string[];
}

/**
 * Left out of the marks: a passkey's counter and time of use (a used challenge is what stops a replay), its label; when
 * a session was last seen (its marked time of creation ends it after twelve hours); how a device is called.
 */
export const SHAPES = {
  people: {
    marked: ['id', 'name', 'roles', 'directory_id', 'email', 'active', 'created_at', 'generation'],
    free: [],
  },
  passkeys: {
    marked: ['credential_id', 'person', 'public_key', 'generation'],
    free: ['counter', 'transports', 'backed_up', 'name', 'created_at', 'last_used_at'],
  },
  recovery_codes: { marked: ['hash', 'person', 'used_at', 'generation'], free: [] },
  invitations: { marked: ['hash', 'person', 'expires_at', 'used_at', 'generation'], free: [] },
  sessions: {
    marked: ['token_hash', 'id', 'person', 'created_at', 'confirmed_at', 'generation'],
    free: ['last_seen_at', 'device'],
  },
} as const satisfies Record<string, Shape>;
export type MarkedTable = keyof typeof SHAPES;
export type OwnedTable = Exclude<MarkedTable, 'people'>;
export const OWNED = [
  'passkeys',
  'recovery_codes',
  'invitations',
  'sessions',
] as const satisfies OwnedTable[];

export const columnsOf = (table: MarkedTable): readonly string[] => [
  ...SHAPES[table].marked,
  ...SHAPES[table].free,
];

/** The person an event of the register changed; the same expression as in the index `events_of_person`. */
export const OF = "CASE WHEN json_valid(e.detail) THEN json_extract(e.detail, '$.of') END";
/**
 * The generation that the chain last gave the records of person `p`; null where it never did. `+` takes the affinity of
 * the column away, which would keep the index from being used.
 */
export const TOLD = `(SELECT CASE WHEN json_valid(e.detail) THEN json_extract(e.detail, '$.generation') END
  FROM events e INDEXED BY events_of_person
  WHERE e.reference = 'REGISTRS' AND ${OF} = +p.id ORDER BY e.seq DESC LIMIT 1)`;

const PERSON = SHAPES.people.marked.map(column => `p.${column} AS p_${column}`).join(', ');
/** Ids of all accounts, as a subquery. An id gives no access, so its mark is not checked. */
export const PERSON_IDS = 'SELECT id FROM people';

export const PERSON_SQL = `SELECT ${PERSON}, p.mark AS p_mark, ${TOLD} AS told FROM people p`;

export const ownedSql = (table: OwnedTable): string =>
  `SELECT ${columnsOf(table)
    .map(column => `t.${column}`)
    .join(', ')}, t.mark, ${PERSON}, p.mark AS p_mark, ${TOLD} AS told
    FROM ${table} t LEFT JOIN people p ON p.id = t.person`;

export const without = (row: Row, names: readonly string[], prefix = ''): Row =>
  Object.fromEntries(names.map(name => [name, row[`${prefix}${name}`] ?? null]));

export const valuesOf = (table: MarkedTable, row: Row): SqlValue[] =>
  SHAPES[table].marked.map(column => row[column] ?? null);

export const KEY: Readonly<Record<MarkedTable, string>> = {
  people: 'id',
  passkeys: 'credential_id',
  recovery_codes: 'hash',
  invitations: 'hash',
  sessions: 'token_hash',
};
