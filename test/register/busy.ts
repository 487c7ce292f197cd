// A register in which everything has happened that the check of it speaks of, through the real app.
import { expect } from 'vitest';
import { startApp, type TestApp } from '../api/harness.ts';
import { pdfOf, upload } from '../files/client.ts';
import { type StaffMember, staffMember } from '../support/staff.ts';
import { ANSWER, type Desk, desk, textOf } from './answering/desk.ts';
import { act, type Filed, file } from './desk.ts';
import { enrolled } from './enrolled.ts';

export interface Busy {
  readonly test: TestApp;
  /** Answered, rated, published, with messages, notes, files and requests. */
  readonly answered: Desk;
  /** Open, with links, conflicts, a hold and an extended term. */
  readonly open: Filed;
  /** Erased, with a tombstone. */
  readonly erased: string;
  /** Nothing is hidden from them. */
  readonly auditor: StaffMember;
}

async function done(sent: Promise<Response>, status = 303): Promise<void> {
  const response = await sent;
  if (response.status !== status) throw new Error(`${response.status}: ${textOf(await response.text())}`);
}

async function answeredCase(app: TestApp): Promise<Desk> {
  const token = await upload((path, init) => app.app.request(path, init), 'a.pdf', pdfOf(3000));
  const at = await desk({ text: 'Pirmā', name: 'Ilze Ozola', attachments: [token] }, app);
  await done(at.json('/messages', { text: 'Mana ziņa' }), 200);
  await done(at.act('clerk', 'note', { text: 'Piezīme' }));
  await done(at.act('clerk', 'draft', { text: 'Melnraksts.', reasons: 'Tāpēc.' }));
  await done(at.act('director', 'answer', { ...ANSWER, change: 'Divi lodziņi.', send: 'on' }));
  await done(at.json('/rating', { satisfaction: '2', effort: '3', comment: 'Varēja ātrāk.' }), 200);
  await done(
    at.act('director', 'publish', {
      said: 'Rindā nebija kur sēdēt.',
      changed: 'Nolikām krēslus.',
      send: 'on',
    }),
  );
  await done(at.json('/review', { text: 'Lūdzu pārskatīt.' }), 200);
  await done(at.json('/erasure', { text: 'Lūdzu dzēst.' }), 200);
  return at;
}

async function openCase(test: TestApp, other: string): Promise<Filed> {
  const clerk = await staffMember(test, { name: 'Anna Zariņa' });
  const director = await staffMember(test, { roles: ['director'], name: 'Zane Krūze' });
  const filed = await file(test, { text: 'Anna Parauga, mana kaimiņiene, teica to pašu.' });
  await done(act(test, filed, clerk, 'uznemties'));
  await done(act(test, filed, clerk, 'saistit', { reference: other, kind: 'related' }));
  await done(act(test, filed, clerk, 'klasificet', { service: '', rulePoints: '5.1' }));
  await done(act(test, filed, director, 'glabat', { text: 'Tiesvedība.' }));
  await done(act(test, filed, clerk, 'atstaties', { reason: 'related' }));
  return filed;
}

/** A busy register, and nobody has meddled with it. */
export async function busyRegister(): Promise<Busy> {
  const app = await startApp();
  const answered = await answeredCase(app);
  const { test } = answered;
  await enrolled(test, { name: 'Juris Ar Atslēgu' });
  const open = await openCase(test, answered.reference);
  const gone = await file(test, { text: 'Trešā' });
  const clerk = await staffMember(test, { roles: ['director'], name: 'Uldis Lapa' });
  await done(act(test, gone, clerk, 'pienemt-zinasanai', { ground: 'content' }));
  const erased = await test.deps.erase({
    reference: gone.reference,
    at: '2026-11-23T08:30:00Z',
    actor: 'system',
    detail: { act: 'Nr. 1' },
  });
  expect(erased.outcome).toBe('erased');
  const auditor = await staffMember(test, { roles: ['auditor', 'director'], name: 'Revidents' });
  return { test, answered, open, erased: gone.reference, auditor };
}
