// The effects of each step: the state, the messages, the marks for the office, the events.
import { describe, expect, it } from 'vitest';
import { eventsOf, firstFault } from '../support/chain.ts';
import { bringTo, officeStep } from '../support/office-steps.ts';
import { type Filed, file } from './filed.ts';

const KEY = 'k7hQ2vX9mRkz4LpW1aBc';
const marksOf = async ({ test, reference }: Filed) => {
  const { rows } = await test.database.execute({
    sql: 'SELECT state, unread_since, review_requested_at, erasure_requested_at FROM submissions WHERE reference = ?',
    args: [reference],
  });
  return rows[0];
};
const kinds = async (filed: Filed) => (await eventsOf(filed.test)).map(({ kind }) => kind);

describe('a message', () => {
  it('is read by both sides, in order, and tells the office that something waits', async () => {
    const filed = await file();
    filed.test.at('2026-11-24T07:00:00Z');
    await filed.json('/messages', { text: 'Pirmā\nziņa' });
    filed.test.at('2026-11-24T07:30:00Z');
    await filed.json('/messages', { text: 'Otrā' });
    expect(await marksOf(filed)).toMatchObject({ state: 'received', unread_since: '2026-11-24T07:00:00Z' });
    await officeStep(filed.test, filed.reference, {
      event: 'message-sent',
      message: { kind: 'message', text: 'Paldies' },
    });
    expect(await marksOf(filed)).toMatchObject({ unread_since: null });
    expect((await filed.status()).messages).toMatchObject([
      { at: '2026-11-24T07:00:00Z', author: 'submitter', kind: 'message', text: 'Pirmā\nziņa' },
      { at: '2026-11-24T07:30:00Z', author: 'submitter', kind: 'message', text: 'Otrā' },
      { at: '2026-11-24T07:30:00Z', author: 'office', kind: 'message', text: 'Paldies' },
    ]);
    expect(await kinds(filed)).toEqual(['received', 'message-received', 'message-received', 'message-sent']);
  });

  it('answers what the office asked: the examination goes on', async () => {
    const filed = await file();
    await bringTo(filed.test, filed.reference, 'needs-information');
    await filed.json('/messages', { text: 'Pirmdien' });
    const status = await filed.status();
    expect(status.state).toBe('in-review');
    expect(status.messages.map(({ kind }) => kind)).toEqual(['information-request', 'information']);
    expect(await kinds(filed)).toEqual([
      'received',
      'needs-information',
      'information-received',
      'in-review',
    ]);
  });

  it('that came after the end changes nothing but the conversation', async () => {
    const filed = await file();
    await bringTo(filed.test, filed.reference, 'answered');
    await filed.json('/messages', { text: 'Vēl kas' });
    const { state, answer } = await filed.status();
    expect({ state, answer }).toEqual({ state: 'answered', answer: 'Atvainojamies. Rinda bija par garu.' });
  });
});

describe('the answer', () => {
  it('is none before it is given, and the latest where there are several', async () => {
    const filed = await file();
    expect((await filed.status()).answer).toBeNull();
    await officeStep(filed.test, filed.reference, {
      state: 'answered',
      message: { kind: 'answer', text: 'Pirmā' },
    });
    await officeStep(filed.test, filed.reference, { state: 'reopened' });
    expect((await filed.status()).answer).toBe('Pirmā');
    await officeStep(filed.test, filed.reference, {
      state: 'answered',
      message: { kind: 'answer', text: 'Otrā' },
    });
    expect((await filed.status()).answer).toBe('Otrā');
  });
});

describe('a request for a review', () => {
  it('keeps the state, waits for the office, and can be made again once that has decided', async () => {
    const filed = await file();
    await bringTo(filed.test, filed.reference, 'answered');
    filed.test.at('2026-12-01T08:00:00Z');
    expect((await filed.json('/review', { text: 'Nav pateikts, kāpēc.' })).status).toBe(200);
    const { state, requests, messages } = await filed.status();
    expect(state).toBe('answered');
    // Ten working days, as for a complaint received on that day.
    expect(requests.review).toEqual({ requestedAt: '2026-12-01T08:00:00Z', dueOn: '2026-12-15' });
    expect(messages.at(-1)).toMatchObject({ author: 'submitter', kind: 'review' });
    expect(await marksOf(filed)).toMatchObject({ review_requested_at: '2026-12-01T08:00:00Z' });
    const again = await filed.json('/review', { text: 'Vēlreiz' });
    expect([again.status, await again.json()]).toEqual([
      409,
      expect.objectContaining({ title: 'Pārskatīšana jau ir lūgta' }),
    ]);
    await officeStep(filed.test, filed.reference, {
      event: 'review-declined',
      marks: { reviewRequestedAt: null },
    });
    expect((await filed.json('/review', { text: 'Vēlreiz' })).status).toBe(200);
  });
});

describe('a rating', () => {
  it('is kept once a submission, its figures open and its words sealed; a change counts', async () => {
    const filed = await file();
    await bringTo(filed.test, filed.reference, 'noted');
    await filed.json('/rating', { satisfaction: '2', effort: 5, comment: 'Par lēnu' });
    expect((await filed.status()).rating).toMatchObject({ satisfaction: 2, effort: 5, comment: 'Par lēnu' });
    filed.test.at('2026-12-24T10:00:00Z');
    await filed.json('/rating', { satisfaction: 4 });
    expect((await filed.status()).rating).toMatchObject({ satisfaction: 4, effort: null, comment: null });
    const { rows } = await filed.test.database.execute({ sql: 'SELECT * FROM ratings' });
    expect(rows).toEqual([
      {
        reference: filed.reference,
        given_at: '2026-11-23T08:30:00Z',
        satisfaction: 4,
        effort: null,
        comment: null,
      },
    ]);
    expect(await kinds(filed)).toEqual(['received', 'noted', 'rated', 'rating-changed']);
  });

  it.each([
    { satisfaction: 0 },
    { satisfaction: 6 },
    { satisfaction: 'labi' },
    {},
    { satisfaction: 3, effort: 9 },
  ])('refuses %j', async data => {
    const filed = await file();
    await bringTo(filed.test, filed.reference, 'answered');
    expect((await filed.json('/rating', data)).status).toBe(422);
    expect((await filed.status()).rating).toBeNull();
  });
});

describe('withdrawing', () => {
  it.each([{}, { confirmed: false }, { confirmed: 'yes' }])(
    'is not done by a program with %j',
    async data => {
      const filed = await file();
      const response = await filed.json('/withdraw', data);
      expect(response.status).toBe(422);
      expect(await response.json()).toMatchObject({ errors: [{ field: 'confirmed' }] });
      expect((await filed.status()).state).toBe('received');
    },
  );

  it('is asked once more of a person, and then final', async () => {
    const filed = await file();
    const asked = await filed.form('/withdraw', {}, KEY);
    const page = await asked.text();
    expect(asked.status).toBe(200);
    expect(page).toContain('<h1>Vai atsaukt iesniegumu?</h1>');
    expect(page).toContain(`value="${KEY}"`);
    expect((await filed.status()).state).toBe('received');
    const done = await filed.form('/withdraw', { confirmed: 'on' }, KEY);
    expect(done.status).toBe(200);
    expect(await done.text()).toContain('Iesniegums ir atsaukts');
    expect((await filed.status()).state).toBe('withdrawn');
    const late = await filed.form('/withdraw', {});
    expect([late.status, await late.text()]).toEqual([
      409,
      expect.stringContaining('Iesniegumu vairs nevar atsaukt'),
    ]);
  });
});

describe('a request for erasure', () => {
  it('is recorded with the day it is answered by, and erases nothing by itself', async () => {
    const filed = await file();
    filed.test.at('2027-01-31T08:00:00Z');
    await filed.json('/erasure', { text: 'Tālruņa numuru' });
    const { requests, messages } = await filed.status();
    expect(requests.erasure).toEqual({ requestedAt: '2027-01-31T08:00:00Z', dueOn: '2027-03-01' });
    expect(messages).toMatchObject([{ kind: 'erasure', text: 'Tālruņa numuru' }]);
    expect(await marksOf(filed)).toMatchObject({ erasure_requested_at: '2027-01-31T08:00:00Z' });
    const again = await filed.json('/erasure');
    expect([again.status, await again.json()]).toEqual([
      409,
      expect.objectContaining({ title: 'Datu dzēšana jau ir lūgta' }),
    ]);
    await officeStep(filed.test, filed.reference, {
      event: 'erasure-answered',
      marks: { erasureRequestedAt: null },
    });
    expect((await filed.json('/erasure')).status).toBe(200);
    expect(await firstFault(filed.test)).toBeNull();
  });
});

it('erasing a submission takes its messages, rating and steps along; its events stay in the chain', async () => {
  const filed = await file();
  await bringTo(filed.test, filed.reference, 'answered');
  await filed.json('/messages', { text: 'Ziņa' });
  await filed.json('/rating', { satisfaction: 3 });
  await filed.test.database.execute({
    sql: 'DELETE FROM submissions WHERE reference = ?',
    args: [filed.reference],
  });
  for (const table of ['messages', 'ratings', 'steps'])
    expect((await filed.test.database.execute({ sql: `SELECT * FROM ${table}` })).rows).toEqual([]);
  expect(await firstFault(filed.test)).toBeNull();
  expect((await filed.json('/messages', { text: 'Vēl' })).status).toBe(404);
});
