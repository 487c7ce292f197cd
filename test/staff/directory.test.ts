// The directory's sort orders, and what it shows about absences.
import { describe, expect, it } from 'vitest';
import type { Facts } from '../../src/site/facts-schema.ts';
import { periodText, toldAbsences } from '../../src/staff/absences.ts';
import { byLetter, byPost, byTopic, sortByName } from '../../src/staff/directory.ts';
import { entry } from './people.ts';

const staff = [
  entry('z', { name: 'Jānis Žagars', topics: ['Čeki', 'Zemes nodoklis', 'ābeļu  stādi'] }),
  entry('a', { name: 'Zane Āboliņa', topics: ['Ābeļu stādi', 'Celtniecība', 'Adreses'], post: 'vadītājs' }),
  entry('b', { name: 'Anna Berga', topics: ['Celtniecība'] }),
  entry('c', { name: 'Ilze Zariņa', topics: ['Čeki'] }),
];

describe('the directory', () => {
  it('sorts people by surname, as the Latvian alphabet does', () => {
    expect(sortByName(staff).map(({ data }) => data.name)).toEqual([
      'Zane Āboliņa',
      'Anna Berga',
      'Ilze Zariņa',
      'Jānis Žagars',
    ]);
  });

  it('has one entry a topic, whoever wrote it how, with everybody who handles it', () => {
    expect(byTopic(staff).map(({ topic, people }) => `${topic}: ${people.map(({ id }) => id)}`)).toEqual([
      'Adreses: a',
      'Ābeļu stādi: a,z',
      'Celtniecība: a,b',
      'Čeki: c,z',
      'Zemes nodoklis: z',
    ]);
  });

  it('gathers topics under letters: A and Ā are two, as C and Č are', () => {
    const found = byLetter(staff).map(({ letter, topics }) => `${letter}${topics.length}`);
    expect(found).toEqual(['A1', 'Ā1', 'C1', 'Č1', 'Z1']);
  });

  it('lists every post with its holders, vacant ones too', () => {
    const facts = {
      posts: [
        { id: 'specialists', title: 'Speciālists' },
        { id: 'vadītājs', title: 'Vadītājs' },
        { id: 'grāmatvedis', title: 'Grāmatvedis' },
      ],
    } as unknown as Facts;
    expect(byPost(staff, facts).map(({ title, people }) => [title, people.map(({ id }) => id)])).toEqual([
      ['Grāmatvedis', []],
      ['Speciālists', ['b', 'c', 'z']],
      ['Vadītājs', ['a']],
    ]);
  });

  it('is empty when nobody is there', () => {
    expect(byLetter([])).toEqual([]);
  });
});

describe('absences', () => {
  it.each([
    ['2026-12-01', '2026-12-12', 'no 1.\u00a0līdz 12.\u00a0decembrim'],
    ['2026-11-28', '2026-12-04', 'no 28.\u00a0novembra līdz 4.\u00a0decembrim'],
    ['2027-03-30', '2027-05-02', 'no 30.\u00a0marta līdz 2.\u00a0maijam'],
    [
      '2026-12-28',
      '2027-01-08',
      'no 2026.\u00a0gada 28.\u00a0decembra līdz 2027.\u00a0gada 8.\u00a0janvārim',
    ],
    ['2026-12-01', '2026-12-01', '1.\u00a0decembrī'],
  ])('from %s through %s', (from, through, text) => {
    expect(periodText({ from, through })).toBe(text);
  });

  it('are told while they last and two months ahead, in order, with the stand-in', () => {
    const absence = (from: string, through: string, standIn = 'b') => ({ from, through, standIn });
    const all = [
      absence('2027-01-22', '2027-01-23'),
      absence('2027-01-21', '2027-01-21'),
      absence('2026-11-01', '2026-11-22', 'nav'),
      absence('2026-11-01', '2026-11-21'),
    ];
    const told = toldAbsences(all, staff, '2026-11-22');
    expect(told.map(({ from, standIn }) => [from, standIn?.data.name])).toEqual([
      ['2026-11-01', undefined],
      ['2027-01-21', 'Anna Berga'],
    ]);
    expect(toldAbsences(undefined, staff, '2026-11-22')).toEqual([]);
  });
});
