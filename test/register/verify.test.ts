// `verify` on a real file that was tampered with: the first damage is reported, whatever was changed.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { headText, link, type NewEvent } from '../../api/domain/chain.ts';
import { createKeyring } from '../../api/domain/keyring.ts';
import { walkChain } from '../../api/domain/verify-chain.ts';
import { nodePrimitives } from '../../api/node/primitives.ts';
import { Refusal } from '../../api/node/refusal.ts';
import { keptInNote, keptInReceipt, verifyRegister } from '../../api/node/register/verify.ts';
import { eventsAfter } from '../../api/store/chain.ts';
import { damageText } from '../../api/views/verification-text.ts';
import { postJson, startApp, type TestApp } from '../api/harness.ts';

interface Receipt {
  readonly reference: string;
  readonly receipt: string;
}

async function filed(count = 8): Promise<{ test: TestApp; sent: Receipt[] }> {
  const test = await startApp();
  const sent: Receipt[] = [];
  for (let i = 0; i < count; i += 1) {
    test.at(`2026-11-23T08:30:${String(i).padStart(2, '0')}Z`);
    sent.push(
      (await (await postJson(test.app, '/api/complaints', { text: `Rinda ${i}` })).json()) as Receipt,
    );
  }
  return { test, sent };
}

const meddle = async ({ database }: TestApp, ...statements: string[]): Promise<void> => {
  await database.batch(statements.map(sql => ({ sql })));
};
const verify = ({ database, deps }: TestApp, kept: Parameters<typeof verifyRegister>[2] = null) =>
  verifyRegister(database, deps.keyring, kept);
const walk = ({ database, deps }: TestApp, page?: number) =>
  walkChain(deps.keyring, { eventsAfter: eventsAfter(database), ...(page && { page }) });

/** Moves numbers up, out of the way, then to their new place. */
const renumber = (where: string, by: number): string[] => [
  `UPDATE events SET seq = -seq WHERE ${where}`,
  `UPDATE events SET seq = -seq + ${by} WHERE seq < 0`,
];

const DAMAGES: readonly [string, readonly string[], object, RegExp][] = [
  [
    'a changed time',
    [`UPDATE events SET at = '2026-11-20T08:00:00Z' WHERE seq = 3`],
    { what: 'changed', event: { seq: 3 } },
    /^Ir mainīts notikums Nr\. 3 \(KAC-/,
  ],
  [
    'a changed kind',
    [`UPDATE events SET kind = 'answered' WHERE seq = 3`],
    { what: 'changed', event: { seq: 3 } },
    /^Ir mainīts notikums Nr\. 3/,
  ],
  [
    'a changed actor',
    [`UPDATE events SET actor = 'staff:x' WHERE seq = 1`],
    { what: 'changed', event: { seq: 1 } },
    /Nr\. 1 /,
  ],
  [
    'a changed detail',
    [`UPDATE events SET detail = '{"x":1}' WHERE seq = 3`],
    { what: 'changed', event: { seq: 3 } },
    /Nr\. 3/,
  ],
  [
    'a detail that is no JSON',
    [`UPDATE events SET detail = '{' WHERE seq = 3`],
    { what: 'changed', event: { seq: 3 } },
    /Nr\. 3/,
  ],
  [
    'a changed hash',
    [`UPDATE events SET hash = x'00' WHERE seq = 3`],
    { what: 'changed', event: { seq: 3 } },
    /Nr\. 3/,
  ],
  [
    'another submission',
    [`UPDATE events SET reference = (SELECT reference FROM events WHERE seq = 5) WHERE seq = 3`],
    { what: 'changed', event: { seq: 3 } },
    /Nr\. 3/,
  ],
  [
    'the last one changed',
    [`UPDATE events SET kind = 'answered' WHERE seq = 8`],
    { what: 'last-does-not-follow', event: { seq: 8 } },
    /^Pēdējais ieraksts neturpina/,
  ],
  [
    'one removed',
    ['DELETE FROM events WHERE seq = 4'],
    { what: 'removed', from: 4, to: 4 },
    /^Notikums Nr\. 4 ir izdzēsts/,
  ],
  [
    'several removed',
    ['DELETE FROM events WHERE seq IN (3, 4, 5)'],
    { what: 'removed', from: 3, to: 5 },
    /no Nr\. 3 līdz Nr\. 5/,
  ],
  ['the first removed', ['DELETE FROM events WHERE seq = 1'], { what: 'removed', from: 1, to: 1 }, /Nr\. 1 /],
  [
    'one removed, the rest counted anew',
    ['DELETE FROM events WHERE seq = 4', ...renumber('seq > 4', -1)],
    { what: 'removed-before', event: { seq: 4 } },
    /tieši pirms notikuma, kurš tagad ir Nr\. 4/,
  ],
  [
    'three removed, the rest counted anew',
    ['DELETE FROM events WHERE seq IN (2, 3, 4)', ...renumber('seq > 4', -3)],
    { what: 'removed-before', event: { seq: 2 } },
    /Nr\. 2/,
  ],
  [
    'two neighbours in the other order',
    [
      'UPDATE events SET seq = 99 WHERE seq = 4',
      'UPDATE events SET seq = 4 WHERE seq = 5',
      'UPDATE events SET seq = 5 WHERE seq = 99',
    ],
    { what: 'moved', event: { seq: 5 }, belongs: 4 },
    /pārkārtoti: Nr\. 4 vietā .*Nr\. 5/,
  ],
  [
    'the last two in the other order',
    [
      'UPDATE events SET seq = 99 WHERE seq = 7',
      'UPDATE events SET seq = 7 WHERE seq = 8',
      'UPDATE events SET seq = 8 WHERE seq = 99',
    ],
    { what: 'moved', event: { seq: 8 }, belongs: 7 },
    /Nr\. 7 vietā/,
  ],
  [
    'one moved to the end',
    [
      'UPDATE events SET seq = 99 WHERE seq = 3',
      ...renumber('seq BETWEEN 4 AND 8', -1),
      'UPDATE events SET seq = 8 WHERE seq = 99',
    ],
    { what: 'moved', event: { seq: 8 }, belongs: 3 },
    /Nr\. 3 vietā/,
  ],
  [
    'one put in between',
    [
      ...renumber('seq >= 4', 1),
      `INSERT INTO events SELECT 4, reference, at, 'answered', actor, detail, x'11' FROM events WHERE seq = 3`,
    ],
    { what: 'inserted', event: { seq: 4 } },
    /iesprausts svešs ieraksts: notikums Nr\. 4/,
  ],
  [
    'one put at the end',
    [`INSERT INTO events SELECT 9, reference, at, 'answered', actor, detail, hash FROM events WHERE seq = 8`],
    { what: 'last-does-not-follow', event: { seq: 9 } },
    /pielikts/,
  ],
];

describe('the chain', () => {
  it.each(DAMAGES)('shows %s', async (_, statements, damage, text) => {
    const { test } = await filed();
    await meddle(test, ...statements);
    const walked = await walk(test);
    expect(walked.damage).toMatchObject(damage);
    const verification = await verify(test);
    expect(verification.whole).toBe(false);
    expect(verification.text).toMatch(text);
    // With any page size.
    for (const page of [3, 4]) {
      const { what } = (await walk(test, page)).damage ?? {};
      if (!verification.text.includes('vietā')) expect(what).toBe(walked.damage?.what);
      else expect(what).toBeDefined();
    }
  });

  it('shows a detail whose hash holds and that is no list of facts', async () => {
    const { test } = await filed(1);
    const [last] = await eventsAfter(test.database)(0, 1);
    if (!last) throw new Error('no event');
    const detail = { nested: [] } as unknown as NewEvent['detail'];
    await test.deps.journal.run(async append => {
      await append({ ...last, kind: 'noted', detail });
      return { statements: [], result: undefined };
    });
    expect((await walk(test)).damage).toMatchObject({ what: 'malformed', event: { seq: 2 } });
    expect((await verify(test)).text).toContain('Nav lasāms');
  });

  it('is whole over many pages, and its end is printed to be noted down', async () => {
    const { test } = await filed(7);
    for (const page of [1, 2, 3, 7, 8])
      expect(await walk(test, page)).toMatchObject({ damage: null, head: { seq: 7 } });
    const { text, whole } = await verify(test);
    expect(whole).toBe(true);
    const [end] = (await eventsAfter(test.database)(6, 1)).map(headText);
    expect(text).toContain(`Ķēdes gals: ${end}`);
    expect(text).toContain('Notikumu skaits: 7, iesniegumu skaits reģistrā: 7');
    expect(text).toContain('pierakstiet šo galu');
  });

  it('with nothing in it is said to be empty', async () => {
    expect(await verify(await startApp())).toEqual({ text: 'Ķēdē notikumu vēl nav.\n', whole: true });
  });

  it('made under other keys does not pass', async () => {
    const [{ test }, other] = [await filed(2), await startApp()];
    expect((await verifyRegister(test.database, other.deps.keyring, null)).whole).toBe(false);
  });

  it('never lets stored text steer the terminal', async () => {
    const { test } = await filed(1);
    await meddle(test, `UPDATE events SET at = char(27) || '[2J', reference = char(27) || 'c'`);
    expect((await verify(test)).text).not.toContain('\u001b');
    expect(
      damageText({ what: 'changed', event: { seq: 1, reference: '\u001b', at: '\u001b' } }),
    ).not.toContain('\u001b');
  });
});

describe('an end that was cut off', () => {
  const cut = ({ database }: TestApp, from: number) =>
    database.batch([
      {
        sql: `DELETE FROM submissions WHERE reference IN (SELECT reference FROM events WHERE seq >= ${from})`,
      },
      { sql: `DELETE FROM events WHERE seq >= ${from}` },
    ]);

  it('shows by a receipt and by a noted head, and by nothing else', async () => {
    const { test, sent } = await filed(5);
    const noted = headText(
      (await eventsAfter(test.database)(4, 1))[0] ?? { seq: 0, hash: new Uint8Array(32) },
    );
    const path = join(test.folder, 'apliecinajums.txt');
    writeFileSync(path, `Izsekošanas kods: AAAA\n\n${sent[4]?.receipt}`);
    const kept = await keptInReceipt(test.deps.keyring, path);
    expect(kept).toMatchObject({ head: { seq: 5 }, reference: sent[4]?.reference });
    expect(await verify(test, kept)).toMatchObject({
      whole: true,
      text: expect.stringContaining('Nr. 5 ķēdē ir'),
    });
    expect((await verify(test, keptInNote(noted))).whole).toBe(true);

    await cut(test, 5);
    expect((await verify(test)).whole).toBe(true);
    for (const one of [kept, keptInNote(noted)]) {
      const { whole, text } = await verify(test, one);
      expect(whole).toBe(false);
      expect(text).toContain('nogriezts gals: uzrādītais notikums ir Nr. 5, bet ķēde beidzas ar Nr. 4');
    }
  });

  it('and grown again under the same keys shows as rewritten', async () => {
    const { test, sent } = await filed(5);
    const path = join(test.folder, 'apliecinajums.txt');
    writeFileSync(path, sent[4]?.receipt ?? '');
    const kept = await keptInReceipt(test.deps.keyring, path);
    await cut(test, 5);
    const again = await test.restart();
    again.at('2026-11-24T08:30:00Z');
    await postJson(again.app, '/api/complaints', { text: 'Cita' });
    const { whole, text } = await verify(again, kept);
    expect(whole).toBe(false);
    expect(text).toContain('Ķēde ir pārrakstīta: notikums Nr. 5 nav tas');
  });

  it('is looked for only by a receipt that is ours, unchanged, and holds a head', async () => {
    const { test, sent } = await filed(1);
    const { keyring } = test.deps;
    const path = join(test.folder, 'apliecinajums.txt');
    const refuse = async (text: string, message: RegExp) => {
      writeFileSync(path, text);
      const fault = await keptInReceipt(keyring, path).catch((error: unknown) => error);
      expect(fault).toBeInstanceOf(Refusal);
      expect(String(fault)).toMatch(message);
    };
    const receipt = sent[0]?.receipt ?? '';
    await refuse('Sveiki', /nav visu apliecinājuma rindu/);
    await refuse(receipt.replace('sūdzība', 'pateicība'), /mainīts/);
    await refuse(receipt.replace('Atslēga: k1', 'Atslēga: k9'), /atslēgu, kuras šim reģistram nav/);
    await expect(keptInReceipt(keyring, join(test.folder, 'nav.txt'))).rejects.toThrow(/nevar nolasīt/);
    expect(() => keptInNote('17')).toThrow(/nav ķēdes gals/);
  });
});

describe('the register beside the chain', () => {
  it.each([
    [
      'a submission that was deleted',
      'DELETE FROM submissions WHERE id = 3',
      /ir saņemts, bet reģistrā tā nav/,
    ],
    [
      'another time of receipt',
      `UPDATE submissions SET received_at = '2026-11-01T08:00:00Z' WHERE id = 3`,
      /saņemšanas laiks reģistrā nav tas/,
    ],
    [
      'another reference',
      `UPDATE submissions SET reference = 'KAC-26-7Q4W-X26' WHERE id = 3`,
      /par tā saņemšanu nav nekā/,
    ],
  ])('shows %s', async (_, sql, text) => {
    const { test } = await filed(4);
    await meddle(test, sql);
    const verification = await verify(test);
    expect(verification.whole).toBe(false);
    expect(verification.text).toMatch(text);
  });

  it('counts those beyond the first', async () => {
    const { test } = await filed(4);
    await meddle(test, 'DELETE FROM submissions WHERE id IN (2, 3)');
    expect((await verify(test)).text).toContain('Tādu ir 2.');
  });

  it('shows a submission that was erased and is back', async () => {
    const { test, sent } = await filed(2);
    await meddle(test, 'CREATE TABLE copy AS SELECT * FROM submissions WHERE id = 1');
    const { reference = '' } = sent[0] ?? {};
    await test.deps.erase({ reference, at: '2031-01-10T08:00:00Z', actor: 'system', detail: {} });
    expect((await verify(test)).whole).toBe(true);
    await meddle(test, 'INSERT INTO submissions SELECT * FROM copy');
    expect((await verify(test)).text).toContain('ir iznīcināts, bet reģistrā tas ir');
  });

  it('whoever holds keys.json can write a chain of their own: only a head that was noted shows it', async () => {
    const { test, sent } = await filed(2);
    const kept = keptInNote(
      headText((await eventsAfter(test.database)(0, 1))[0] ?? { seq: 0, hash: new Uint8Array() }),
    );
    const thief = await createKeyring(test.secrets.intake, nodePrimitives);
    const { reference = '' } = sent[1] ?? {};
    const forged = await link(
      thief,
      { seq: 0, hash: new Uint8Array(32) },
      {
        reference,
        at: '2026-11-23T08:30:01Z',
        kind: 'received',
        actor: 'submitter',
        detail: {},
      },
    );
    await test.database.batch([
      { sql: 'DELETE FROM submissions WHERE id = 1' },
      { sql: 'DELETE FROM events' },
      {
        sql: 'INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?)',
        args: [forged.seq, forged.reference, forged.at, forged.kind, forged.actor, '{}', forged.hash],
      },
    ]);
    expect((await verify(test)).whole).toBe(true);
    expect((await verify(test, kept)).text).toContain('Ķēde ir pārrakstīta');
  });
});
