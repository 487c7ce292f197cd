// The pure parts: how an answer is delivered, what a draft keeps, and the legal conditions behind the forms'
// own checks.
import { describe, expect, it } from 'vitest';
import { answer } from '../../../api/domain/register/actions/answer.ts';
import { leaveUnexamined } from '../../../api/domain/register/actions/close-otherwise.ts';
import { draftParts, draftText } from '../../../api/domain/register/answer-text.ts';
import { servingOf } from '../../../api/domain/register/serving.ts';
import { testSite } from '../../api/test-site.ts';

const MAIL = { email: 'anna@paraugs.example' };

describe('how an answer is served', () => {
  it.each([
    ['complaint', { ...MAIL, replyBy: 'email' }, 'email', '2026-11-25', null],
    ['complaint', { replyBy: 'email' }, 'status-page', null, 'not-asked'],
    ['complaint', MAIL, 'status-page', null, 'not-asked'],
    ['complaint', { replyBy: 'status-page' }, 'status-page', '2026-11-25', null],
    ['complaint', { replyBy: 'e-address' }, 'e-address', '2026-11-25', null],
    ['complaint', { replyBy: 'post', address: 'Parauga iela 1' }, 'post', '2026-12-01', null],
    ['complaint', { replyBy: 'post', address: ' ' }, 'status-page', null, 'not-asked'],
    ['complaint', { replyBy: 'none' }, 'none', null, 'no-reply'],
    ['question', MAIL, 'email', '2026-11-25', null],
  ] as const)('%s %j: %s', (kind, content, by, countsFrom, undated) => {
    expect(servingOf(testSite, { kind, content, sentOn: '2026-11-23' })).toEqual({ by, countsFrom, undated });
  });

  it('passes over days off, and says when the calendar ends', () => {
    const content = { replyBy: 'status-page' };
    const from = (sentOn: string) => servingOf(testSite, { kind: 'complaint', content, sentOn });
    // Friday; Monday and Tuesday are the first two working days.
    expect(from('2026-11-27').countsFrom).toBe('2026-12-01');
    expect(from(`${testSite.calendar.through}-12-31`)).toMatchObject({
      countsFrom: null,
      undated: 'year-missing',
    });
  });
});

describe('a draft', () => {
  it.each([
    ['Atbilde', ''],
    ['Atbilde\n\nDivās rindkopās', 'Tāpēc\n\nka'],
    ['', 'Tikai pamatojums'],
    ['Pamatojums\nir tekstā', 'Un šeit'],
    ['Pirmais\n\nPamatojums\nviltīgs', 'Īstais'],
  ])('gives back %j and %j', (text, reasons) => {
    expect(draftParts(draftText(text, reasons))).toEqual({ text, reasons });
  });
});

describe('the decision itself', () => {
  const by = (kind: string, data: object) => ({ standing: { kind }, data }) as never;

  it.each([
    { text: 'Atbilde', outcome: 'not' },
    { text: 'Atbilde', outcome: 'not', reasons: ' \n ' },
    { text: 'Atbilde', reasons: 'Tāpēc' },
    { text: 'Atbilde', reasons: 'Tāpēc', outcome: 'varbūt' },
  ])('of a complaint needs reasons and outcome: %j', async data => {
    expect(await answer(by('complaint', data))).toEqual({ refused: 'no-reasons' });
  });

  it('to leave unexamined needs the reason that has to be told', async () => {
    expect(await leaveUnexamined(by('question', { ground: 'offensive', text: ' ' }))).toEqual({
      refused: 'no-reasons',
    });
  });
});
