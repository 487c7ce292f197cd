// The handling of a text: states, blacking out, tags, and the number of people below which nothing is shown.
// Pure parts.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Person, Role } from '../../api/domain/register/people.ts';
import {
  covered,
  isAboutReader,
  isReleased,
  MOST_TAGS,
  mayReadTexts,
  passagesIn,
  stateAfter,
  statesFor,
  TEXT_ACTIONS,
  TEXT_STATES,
  tagsAfter,
  tagsIn,
} from '../../api/domain/surveys/texts.ts';
import { testSite } from '../api/test-site.ts';

const person = (...roles: Role[]): Person => ({
  id: 'p-1',
  name: 'Anna Parauga',
  roles,
  directoryId: 'anna-parauga',
  email: null,
  active: true,
});

it('states follow the table', () => {
  const table = TEXT_ACTIONS.map(action => [action, ...TEXT_STATES.map(state => stateAfter(state, action))]);
  expect(table).toEqual([
    //           raw         cleared     withheld
    ['redact', 'raw', 'cleared', 'withheld'],
    ['clear', 'cleared', null, 'cleared'],
    ['withhold', 'withheld', 'withheld', null],
    ['return', null, 'raw', 'raw'],
  ]);
});

it('who reads what', () => {
  const seen = (role: Role) => [
    mayReadTexts(person(role), 'public'),
    mayReadTexts(person(role), 'kiosk'),
    mayReadTexts(person(role), 'staff'),
    statesFor(person(role)).length,
  ];
  expect(seen('clerk')).toEqual([true, true, false, 1]);
  expect(seen('director')).toEqual([true, true, true, 3]);
  expect(seen('deputy')).toEqual([true, true, true, 3]);
  expect(seen('auditor')).toEqual([false, false, false, 1]);
  expect(seen('administrator')).toEqual([false, false, false, 1]);
});

it('a text that may be about who would clear it is known', () => {
  const directory = testSite.desk?.directory ?? [];
  const me = { directoryId: 'janis-paraugs' };
  expect(isAboutReader('Ar Jāni Paraugu nevar runāt.', me, directory)).toBe(true);
  expect(isAboutReader('Ar Annu Paraugu nevar runāt.', me, directory)).toBe(false);
  expect(isAboutReader('Ar Jāni Paraugu nevar runāt.', { directoryId: null }, directory)).toBe(false);
});

it('in surveys of staff nothing is shown of too few, nor of too few who were asked', () => {
  const staff = { audience: 'staff', threshold: 5 } as const;
  expect(isReleased({ ...staff, responses: 4 }, 4)).toBe(false);
  expect(isReleased({ ...staff, responses: 5 }, 5)).toBe(true);
  expect(isReleased({ ...staff, responses: 9 }, 4)).toBe(false);
  expect(isReleased({ ...staff, responses: 4 }, 9)).toBe(false);
  expect(isReleased({ audience: 'public', threshold: 5, responses: 1 }, 1)).toBe(true);
});

describe('blacking out', () => {
  it('takes a passage wherever it stands, longer ones first', () => {
    const { text, missing } = covered('Anna Bērziņa teica: Anna, nāc!', ['Anna', 'Anna Bērziņa']);
    expect(text).toBe('█████ teica: █████, nāc!');
    expect(missing).toEqual([]);
  });

  it('names what stands nowhere, and what is too short to be meant, and covers the rest', () => {
    expect(covered('Anna teica.', ['Zane', 'a', 'Anna'])).toEqual({
      text: '█████ teica.',
      missing: ['Zane', 'a'],
      found: 1,
    });
  });

  it('knows lines whatever ends them', () => {
    expect(covered('Viens\r\ndivi', ['Viens\ndivi']).text).toBe('█████');
    expect(passagesIn(' Anna \r\n\r\nJānis\n')).toEqual(['Anna', 'Jānis']);
  });

  it('takes no dollar for a pattern', () => {
    expect(covered('maksā $& eiro', ['$&']).text).toBe('maksā █████ eiro');
  });

  it('leaves nothing of what it covers', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 2, maxLength: 6 }), fc.string(), (a, secret, b) => {
        fc.pre(!/[\r\n█]/.test(secret));
        const { text, missing } = covered(`${a}${secret}${b}`, [secret]);
        expect(missing).toEqual([]);
        const pieces = text.split('█████');
        expect(pieces.length).toBeGreaterThan(1);
        for (const piece of pieces) expect(piece.includes(secret)).toBe(false);
      }),
    );
  });
});

describe('tags', () => {
  it('come in one spelling, and as they are known', () => {
    expect(tagsIn('  Rindas ,troksnis;; krēsli  un\tgaldi,RINDAS', ['rindas'])).toEqual([
      'rindas',
      'troksnis',
      'krēsli un galdi',
    ]);
    expect(tagsIn(' , ', [])).toEqual([]);
    expect(tagsIn('a'.repeat(99), [])).toEqual(['a'.repeat(40)]);
  });

  it('are put to what is there now', () => {
    expect(tagsAfter(['a', 'b', 'jauns'], { add: ['c'], remove: ['a'] })).toEqual(['b', 'jauns', 'c']);
    const many = Array.from({ length: MOST_TAGS }, (_, i) => `t${i}`);
    expect(tagsAfter(many, { add: ['vēl'], remove: [] })).toBeNull();
    expect(tagsAfter(many, { add: ['vēl'], remove: ['t0'] })).toHaveLength(MOST_TAGS);
  });
});
