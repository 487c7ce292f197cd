// One check, one verdict: the chain's page and `npm run register -- verify` say the same of whatever somebody changed.
import { describe, expect, it } from 'vitest';
import { verifyRegister } from '../../api/node/register/verify.ts';
import { UNNAMED } from '../../api/views/finding-text.ts';
import { NOT_COVERED } from '../../api/views/not-covered.ts';
import type { TestApp } from '../api/harness.ts';
import { type StaffMember, signIn } from '../support/staff.ts';
import { textOf } from './answering/desk.ts';
import { type Busy, busyRegister } from './busy.ts';
import { get, post } from './desk.ts';

const HERE = '/registrs/kede/';

async function onPage(test: TestApp, by: StaffMember): Promise<string> {
  const sent = await post(test, `${HERE}parbaudit/`, by, {});
  expect(sent.headers.get('location')).toBe(`${HERE}?parbaude=1`);
  return textOf(await (await get(test, `${HERE}?parbaude=1`, by)).text());
}

const inTerminal = ({ database, deps }: TestApp) => verifyRegister(database, deps.keyring, null);

/** What is changed, by table and column; whether a whole row goes or comes; what is found. `A`, `B`, `C`: the cases. */
type Tampering = readonly [columns: string, sql: string, found: RegExp];

const at = (column: string, set: string, found: string): Tampering => [
  `submissions.${column}`,
  `UPDATE submissions SET ${column} = ${set} WHERE reference = 'A'`,
  new RegExp(`Iesniegumam A reģistrā nav tas, kas izriet no notikumiem: ${found}`),
];

const stone = (column: string, set: string, found: string): Tampering => [
  `tombstones.${column}`,
  `UPDATE tombstones SET ${column} = ${set}`,
  new RegExp(`Par iznīcināto iesniegumu C rādītājiem glabā ne to, kas izriet no notikumiem: ${found}`),
];

const unmarked = (table: string, column: string, set: string, found: string): Tampering => [
  `${table}.${column}`,
  `UPDATE ${table} SET ${column} = ${set}`,
  new RegExp(`ir ieraksts bez sistēmas zīmes: ${found}`),
];

const TAMPERINGS: readonly Tampering[] = [
  at('kind', "'suggestion'", 'veids'),
  at('state', "'noted'", 'stāvoklis'),
  at('due_on', "'2030-01-01'", 'termiņš'),
  at('service', "'nav'", 'pakalpojums'),
  at('rule_points', `'["1"]'`, 'noteikumu punkti'),
  at('unread_since', 'NULL', 'atzīme par nelasītu'),
  at('review_requested_at', 'NULL', 'lūgums pārskatīt'),
  at('erasure_requested_at', 'NULL', 'lūgums dzēst'),
  at('assignee', "'p-x'", 'atbildīgais'),
  at('channel', "'phone'", 'saņemšanas ceļš'),
  at('spam', "'confirmed'", 'surogātpasta'),
  at('handling', "'whistleblower'", 'trauksmes'),
  at('closed_at', "'2020-01-01T00:00:00Z'", 'slēgšanas laiks'),
  at('outcome', "'not'", 'iznākums'),
  at('held_since', "'2026-01-01T00:00:00Z'", 'aizliegums'),
  at('sent_on', "'2026-01-01'", 'nosūtīšanas diena'),
  [
    'submissions.received_at',
    "UPDATE submissions SET received_at = '2020-01-01T00:00:00Z' WHERE reference = 'A'",
    /Iesniegumam A saņemšanas laiks reģistrā nav tas/,
  ],
  [
    'submissions.reference',
    "DELETE FROM submissions WHERE reference = 'B'",
    /Iesniegums B ir saņemts, bet reģistrā tā nav/,
  ],
  ['messages.id', "DELETE FROM messages WHERE kind = 'answer'", /Iesniegumam A trūkst ziņas/],
  [
    'messages.reference',
    "UPDATE messages SET reference = 'B' WHERE kind = 'answer'",
    /Iesniegumam B ir ziņa, par kuru ķēdē nekā nav/,
  ],
  [
    'messages.at',
    "UPDATE messages SET at = 'x' WHERE kind = 'answer'",
    /A ziņa nav tāda, kā stāsta ķēde: laiks/,
  ],
  ['messages.author', "UPDATE messages SET author = 'office'", /A ziņa nav tāda, kā stāsta ķēde: autors/],
  ['messages.kind', "UPDATE messages SET kind = 'message' WHERE kind = 'answer'", /A ziņa nav tāda.*: veids/],
  ['notes.id', "DELETE FROM notes WHERE kind = 'draft'", /Iesniegumam A trūkst piezīmes/],
  [
    'notes.reference',
    "UPDATE notes SET reference = 'B' WHERE kind = 'draft'",
    /B ir piezīme, par kuru ķēdē nekā/,
  ],
  ['notes.at', "UPDATE notes SET at = 'x' WHERE kind = 'change'", /A piezīme nav tāda.*: laiks/],
  ['notes.person', "UPDATE notes SET person = 'p-x' WHERE kind = 'change'", /A piezīme nav tāda.*: autors/],
  ['notes.kind', "UPDATE notes SET kind = 'note' WHERE kind = 'draft'", /A piezīme nav tāda.*: veids/],
  ['links.reference', 'DELETE FROM links', /trūkst saites ar citu lietu/],
  ['links.other', "INSERT INTO links VALUES ('A', 'B', 'joint')", /saite ar citu lietu nav tāda/],
  ['links.kind', "UPDATE links SET kind = 'duplicate'", /saite ar citu lietu nav tāda.*: veids/],
  ['conflicts.reference', "DELETE FROM conflicts WHERE why = 'declared'", /B trūkst interešu konflikta/],
  [
    'conflicts.why',
    "UPDATE conflicts SET why = 'lifted' WHERE why = 'declared'",
    /B interešu konflikts ir atcelts/,
  ],
  [
    'conflicts.why',
    "INSERT INTO conflicts VALUES ('A', 'p-x', 'declared')",
    /Iesniegumam A ir interešu konflikts, par kuru ķēdē nekā nav/,
  ],
  ['publications.id', 'DELETE FROM publications', /A trūkst publicētā kopsavilkuma/],
  [
    'publications.reference',
    "UPDATE publications SET reference = 'B'",
    /B ir publicēts kopsavilkums, par kuru/,
  ],
  [
    'publications.published_on',
    "UPDATE publications SET published_on = 'x'",
    /kopsavilkums nav tāds.*publicēšanas/,
  ],
  [
    'publications.withdrawn_on',
    "UPDATE publications SET withdrawn_on = 'x'",
    /kopsavilkums nav tāds.*atsaukšanas/,
  ],
  ['ratings.reference', 'DELETE FROM ratings', /A trūkst vērtējuma/],
  ['ratings.reference', "UPDATE ratings SET reference = 'B'", /B ir vērtējums, par kuru ķēdē nekā nav/],
  ['ratings.given_at', "UPDATE ratings SET given_at = 'x'", /A vērtējums nav tāds.*: laiks/],
  ['ratings.satisfaction', 'UPDATE ratings SET satisfaction = 5', /A vērtējums nav tāds.*: apmierinātība/],
  ['ratings.effort', 'UPDATE ratings SET effort = NULL', /A vērtējums nav tāds.*: pūles/],
  [
    'attachments.submission_id',
    "UPDATE attachments SET submission_id = (SELECT id FROM submissions WHERE reference = 'B')",
    /A failu skaits nav tāds/,
  ],
  ['attachments.message', "UPDATE attachments SET message = 'x'", /A failu skaits nav tāds/],
  ['tombstones.reference', 'DELETE FROM tombstones', /Par iznīcināto iesniegumu C trūkst ieraksta/],
  [
    'tombstones.reference',
    "UPDATE tombstones SET reference = 'X'",
    /Rādītājiem ir ieraksts par iesniegumu X, kura tur nevajadzētu būt/,
  ],
  stone('kind', "'x'", 'veids'),
  stone('state', "'answered'", 'stāvoklis'),
  stone('channel', "'phone'", 'saņemšanas ceļš'),
  stone('service', "'x'", 'pakalpojums'),
  stone('rule_points', "'[1]'", 'noteikumu punkti'),
  stone('outcome', "'not'", 'iznākums'),
  stone('received_at', "'x'", 'saņemšanas laiks'),
  stone('due_on', "'x'", 'termiņš'),
  stone('closed_at', "'x'", 'slēgšanas laiks'),
  stone('satisfaction', '5', 'apmierinātība'),
  stone('effort', '5', 'pūles'),
  stone('rated_at', "'x'", 'vērtējuma laiks'),
  stone('erased_at', "'x'", 'iznīcināšanas laiks'),
  stone('sent_on', "'x'", 'nosūtīšanas diena'),
  [
    'people.id',
    `UPDATE people SET id = 'p-y' WHERE id = (SELECT min(id) FROM people WHERE id NOT IN (SELECT person FROM passkeys
      UNION SELECT person FROM recovery_codes UNION SELECT person FROM sessions UNION SELECT person FROM invitations))`,
    /p-y ir ieraksts bez sistēmas zīmes: cilvēka ieraksts/,
  ],
  unmarked('people', 'name', "'x'", 'cilvēka ieraksts'),
  unmarked('people', 'roles', `'["clerk"]'`, 'cilvēka ieraksts'),
  unmarked('people', 'directory_id', "'x'", 'cilvēka ieraksts'),
  unmarked('people', 'email', "'x'", 'cilvēka ieraksts'),
  unmarked('people', 'active', '0', 'cilvēka ieraksts'),
  unmarked('people', 'created_at', "'x'", 'cilvēka ieraksts'),
  unmarked('people', 'generation', '9', 'cilvēka ieraksts'),
  unmarked('people', 'mark', 'NULL', 'cilvēka ieraksts'),
  unmarked('passkeys', 'credential_id', "'x'", 'piekļuves atslēga'),
  unmarked('passkeys', 'person', '(SELECT min(id) FROM people WHERE id <> person)', 'piekļuves atslēga'),
  unmarked('passkeys', 'public_key', 'zeroblob(9)', 'piekļuves atslēga'),
  unmarked('passkeys', 'generation', '9', 'piekļuves atslēga'),
  unmarked('passkeys', 'mark', 'NULL', 'piekļuves atslēga'),
  unmarked('recovery_codes', 'hash', 'randomblob(32)', 'rezerves kods'),
  unmarked('recovery_codes', 'person', '(SELECT min(id) FROM people WHERE id <> person)', 'rezerves kods'),
  unmarked('recovery_codes', 'used_at', "'x'", 'rezerves kods'),
  unmarked('recovery_codes', 'generation', '9', 'rezerves kods'),
  unmarked('recovery_codes', 'mark', 'NULL', 'rezerves kods'),
  unmarked('invitations', 'hash', 'randomblob(32)', 'uzaicinājums'),
  unmarked('invitations', 'person', '(SELECT min(id) FROM people WHERE id <> person)', 'uzaicinājums'),
  unmarked('invitations', 'expires_at', "'x'", 'uzaicinājums'),
  unmarked('invitations', 'used_at', 'NULL', 'uzaicinājums'),
  unmarked('invitations', 'generation', '9', 'uzaicinājums'),
  unmarked('invitations', 'mark', 'NULL', 'uzaicinājums'),
  unmarked('sessions', 'token_hash', 'randomblob(32)', 'sesija'),
  unmarked('sessions', 'id', 'hex(randomblob(8))', 'sesija'),
  unmarked('sessions', 'person', '(SELECT min(id) FROM people WHERE id <> person)', 'sesija'),
  unmarked('sessions', 'created_at', "'x'", 'sesija'),
  unmarked('sessions', 'confirmed_at', "'x'", 'sesija'),
  unmarked('sessions', 'generation', '9', 'sesija'),
  unmarked('sessions', 'mark', 'NULL', 'sesija'),
];

/** The tables as they are, to be put back after each change. */
async function snapshot({ database }: TestApp) {
  const { rows: tables } = await database.execute({
    sql: `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search_words_%'`,
  });
  const touched = new Set(TAMPERINGS.map(([columns]) => columns.split('.')[0]));
  const own = tables.map(({ name }) => String(name)).filter(name => touched.has(name) || name === 'steps');
  const kept = new Map<string, readonly Record<string, unknown>[]>();
  for (const name of own) kept.set(name, (await database.execute({ sql: `SELECT * FROM ${name}` })).rows);
  const order = ['people', 'submissions', ...own.filter(name => name !== 'people' && name !== 'submissions')];
  return async (): Promise<void> => {
    await database.batch([
      { sql: 'PRAGMA defer_foreign_keys = ON' },
      ...order.toReversed().map(name => ({ sql: `DELETE FROM ${name}` })),
      ...order.flatMap(name =>
        (kept.get(name) ?? []).map(row => ({
          sql: `INSERT INTO ${name} (${Object.keys(row)}) VALUES (${Object.keys(row).map(() => '?')})`,
          args: Object.values(row) as string[],
        })),
      ),
    ]);
  };
}

const placed = (sql: string, { answered, open, erased }: Busy): string =>
  sql
    .replaceAll("'A'", `'${answered.reference}'`)
    .replaceAll("'B'", `'${open.reference}'`)
    .replaceAll("'C'", `'${erased}'`);

const lettered = (text: string, { answered, open, erased }: Busy): string =>
  text.replaceAll(answered.reference, 'A').replaceAll(open.reference, 'B').replaceAll(erased, 'C');

describe('the check of a busy register', () => {
  it('finds nothing where nobody meddled, and names what it can’t show', { timeout: 120_000 }, async () => {
    const { test, auditor } = await busyRegister();
    const [page, terminal] = [await onPage(test, auditor), await inTerminal(test)];
    expect(terminal.text).toMatch(/^Ķēde ir vesela/);
    expect(page).toContain('Ķēde ir vesela');
    for (const { text } of NOT_COVERED) {
      expect(page).toContain(text);
      expect(terminal.text).toContain(text);
    }
  });

  it('finds each change, and says the same on the page and in the terminal', {
    timeout: 600_000,
  }, async () => {
    const busy = await busyRegister();
    const { test } = busy;
    for (const [columns, sql, found] of TAMPERINGS) {
      const restore = await snapshot(test);
      // The check is asked for by somebody whose own records are whole: the change is made after the page knows them.
      await test.database
        .batch([{ sql: 'PRAGMA defer_foreign_keys = ON' }, { sql: placed(sql, busy) }])
        .catch(fault => {
          throw new Error(`${columns}: ${sql}`, { cause: fault });
        });
      const terminal = await inTerminal(test);
      expect(terminal.whole, `${columns}: ${sql}`).toBe(false);
      expect(lettered(terminal.text, busy), columns).toMatch(found);
      const verdict = await test.deps.verification.run();
      await restore();
      expect(verdict.verdict.findings.length).toBeGreaterThan(0);
      const page = textOf(await (await get(test, `${HERE}?parbaude=1`, busy.auditor)).text());
      expect(lettered(page, busy), columns).toMatch(found);
      for (const line of terminal.text.trim().split('\n')) expect(page, columns).toContain(line);
      expect(page).not.toContain('Ķēde ir vesela');
    }
    expect((await inTerminal(test)).whole).toBe(true);
  });

  it('speaks of every column of the database: it is checked, or named as not covered', async () => {
    const { test } = await busyRegister();
    const { rows } = await test.database.execute({
      sql: `SELECT t.name AS name, c.name AS col FROM sqlite_schema t JOIN pragma_table_info(t.name) c
        WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%'`,
    });
    const known = new Set([
      ...TAMPERINGS.map(([columns]) => columns),
      ...NOT_COVERED.flatMap(({ columns }) => columns),
    ]);
    const unspoken = rows
      .map(({ name, col }) => [`${name}.*`, `${name}.${col}`] as const)
      .filter(([table, column]) => !known.has(table) && !known.has(column))
      .map(([, column]) => column);
    expect(unspoken).toEqual([]);
  });
});

describe('a finding about a case that somebody may not see', () => {
  it('is told to them without its number, and to others with it', { timeout: 120_000 }, async () => {
    const busy = await busyRegister();
    const { test, answered, open } = busy;
    const { rows } = await test.database.execute({
      sql: "SELECT who FROM conflicts WHERE why = 'declared'",
    });
    const kept = await test.deps.people.find(String(rows[0]?.['who']));
    if (!kept) throw new Error('nobody is kept from it');
    const { save } = await import('../support/staff.ts');
    await save(test, { ...kept, roles: ['clerk', 'auditor'] });
    const by = await signIn(test, kept);
    await test.database.execute({
      sql: "UPDATE submissions SET due_on = '2030-01-01' WHERE reference = ?",
      args: [open.reference],
    });
    const page = await onPage(test, by);
    expect(page).toContain(UNNAMED);
    const [, verdict = ''] = /Reģistrs neatbilst ķēdei(.*?)Ko šī pārbaude/.exec(page) ?? [];
    expect(verdict).not.toMatch(/KAC-|Nr\./);
    expect(await onPage(test, busy.auditor)).toContain(open.reference);
    // What lets them see it by a change made by hand is not told with its number either.
    await test.database.execute({ sql: "UPDATE conflicts SET why = 'lifted'" });
    const [, again = ''] = /Reģistrs neatbilst ķēdei(.*?)Ko šī pārbaude/.exec(await onPage(test, by)) ?? [];
    expect(again).toContain(UNNAMED);
    expect(again).not.toContain(open.reference);
    expect(again).not.toContain(answered.reference);
  });
});

describe('a long check', () => {
  it('does not keep the page waiting; who comes meanwhile joins it', async () => {
    const { test, auditor } = await busyRegister();
    const first = test.deps.verification.run();
    expect(test.deps.verification.progress()).not.toBeNull();
    expect(test.deps.verification.run()).toBe(first);
    const meanwhile = textOf(await (await get(test, `${HERE}?parbaude=1`, auditor)).text());
    await first;
    const after = textOf(await (await get(test, `${HERE}?parbaude=1`, auditor)).text());
    expect(meanwhile).toMatch(/Pārbaude turpinās|Ķēde ir vesela/);
    expect(after).toContain('Ķēde ir vesela');
  });
});
