// The event chain: submissions are linked correctly, and any tampering is detected.
import { describe, expect, it } from 'vitest';
import {
  follows,
  GENESIS,
  type Head,
  headText,
  openHead,
  parseHead,
  type StoredEvent,
} from '../../api/domain/chain.ts';
import { createKeyring } from '../../api/domain/keyring.ts';
import { nodePrimitives } from '../../api/node/primitives.ts';
import { postJson, startApp, type TestApp } from '../api/harness.ts';
import { eventsOf } from '../support/chain.ts';

const nth = (list: readonly StoredEvent[], i: number): StoredEvent => list[i] as StoredEvent;

/** The number of the first event that does not follow the previous one, with the error. */
async function firstFault({ deps }: TestApp, events: readonly StoredEvent[]) {
  let head: Head = GENESIS;
  for (const event of events) {
    const fault = await follows(deps.keyring, head, event);
    if (fault) return { seq: event.seq, fault };
    head = event;
  }
  return null;
}

async function filed(test: TestApp, count: number): Promise<{ receipt: string; reference: string }[]> {
  const answers = await Promise.all(
    Array.from({ length: count }, (_, i) => postJson(test.app, '/api/complaints', { text: `Rinda ${i}` })),
  );
  return Promise.all(
    answers.map(async answer => (await answer.json()) as { receipt: string; reference: string }),
  );
}

describe('the chain', () => {
  it('holds every arrival once, in one unbroken row, also of those who shared a commit', async () => {
    const test = await startApp();
    await filed(test, 30);
    await filed(test, 3);
    const events = await eventsOf(test);
    expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: 33 }, (_, i) => i + 1));
    expect(await firstFault(test, events)).toBeNull();
  });

  it('goes on where it stood after a restart', async () => {
    const test = await startApp();
    await filed(test, 2);
    const again = await test.restart();
    await filed(again, 2);
    const events = await eventsOf(again);
    expect(events).toHaveLength(4);
    expect(await firstFault(again, events)).toBeNull();
  });

  it('is in the receipt as it was when the submission came in, with the number for the register alone', async () => {
    const test = await startApp();
    const { keyring } = test.deps;
    const sent = await filed(test, 5);
    const heads = new Map((await eventsOf(test)).map(event => [event.reference, headText(event)]));
    const other = await createKeyring({ ...test.secrets.intake, secret: new Uint8Array(32) }, nodePrimitives);
    for (const { reference, receipt } of sent) {
      const [, text = ''] = /^Notikumu ķēde: (.+)$/m.exec(receipt) ?? [];
      const head = await openHead(keyring, text);
      expect(head && headText(head)).toBe(heads.get(reference));
      // Without the key neither the number itself nor a part of it can be read.
      expect(text).toMatch(/^g[\w-]{11}-[\w-]{43}$/);
      expect((await openHead(other, text))?.seq).not.toBe(head?.seq);
      // Receipts of earlier versions show the number.
      expect(await openHead(keyring, heads.get(reference) ?? '')).toEqual(head);
    }
  });

  const tampered: [string, (events: StoredEvent[]) => StoredEvent[], { seq: number; fault: string }][] = [
    [
      'a changed time',
      list => list.with(2, { ...nth(list, 2), at: '2026-01-01T00:00:00Z' }),
      { seq: 3, fault: 'altered' },
    ],
    [
      'another submission',
      list => list.with(2, { ...nth(list, 2), reference: 'KAC-26-7Q4W-X26' }),
      { seq: 3, fault: 'altered' },
    ],
    [
      'a changed detail',
      list => list.with(2, { ...nth(list, 2), detail: '{"x":1}' }),
      { seq: 3, fault: 'altered' },
    ],
    [
      'another actor',
      list => list.with(2, { ...nth(list, 2), actor: 'staff:x' }),
      { seq: 3, fault: 'altered' },
    ],
    ['a removed event', list => list.toSpliced(2, 1), { seq: 4, fault: 'missing' }],
    [
      'a removed event, the rest counted anew',
      list => list.toSpliced(2, 1).map((e, i) => ({ ...e, seq: i + 1 })),
      { seq: 3, fault: 'altered' },
    ],
    [
      'two events in the other order',
      list => list.toSpliced(2, 2, { ...nth(list, 3), seq: 3 }, { ...nth(list, 2), seq: 4 }),
      { seq: 3, fault: 'altered' },
    ],
    ['an added event', list => [...list, { ...nth(list, 4), seq: 6 }], { seq: 6, fault: 'altered' }],
  ];
  it.each(tampered)('shows %s', async (_, tamper, expected) => {
    const test = await startApp();
    await filed(test, 5);
    expect(await firstFault(test, tamper(await eventsOf(test)))).toEqual(expected);
  });

  it.each(['', '5', '5-', `x-${'A'.repeat(43)}`, `5-${'A'.repeat(42)}B`, `5-${'?'.repeat(43)}`])(
    'reads no head from “%s”',
    text => expect(parseHead(text)).toBeNull(),
  );

  it.each(['', 'g-', `g${'A'.repeat(10)}-${'A'.repeat(43)}`, `g${'A'.repeat(11)}-${'?'.repeat(43)}`])(
    'reads no head handed out from “%s”',
    async text => expect(await openHead((await startApp()).deps.keyring, text)).toBeNull(),
  );
});
