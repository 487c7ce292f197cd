// The wall list of services: grouped, sorted, with unconfirmed data marked.
import { expect, it } from 'vitest';
import { wallGroups } from '../../src/print/wall.ts';
import type { ServiceEntry } from '../../src/services/catalogue.ts';
import type { Facts } from '../../src/site/facts-schema.ts';
import { messagesFor } from '../../src/site/messages.ts';

const facts = {
  posts: [{ id: 'palidze', title: 'Palīdze' }],
  holders: [
    {
      id: 'pasvaldiba',
      name: 'Pašvaldība',
      short: 'Pašvaldība',
      level: 'municipality',
      url: 'https://a.example/',
    },
    { id: 'vid', name: 'Valsts ieņēmumu dienests', short: 'VID', level: 'state', url: 'https://b.example/' },
  ],
} as unknown as Facts;

const service = (title: string, holder: string, more: object = {}): ServiceEntry =>
  ({
    id: title,
    data: {
      title,
      holder,
      responsible: 'palidze',
      processingTime: { workingDays: 10 },
      cost: { amount: 0 },
      toConfirm: [],
      ...more,
    },
  }) as unknown as ServiceEntry;

const groups = (...services: ServiceEntry[]) => wallGroups(services, facts, messagesFor('lv'));

it('puts the municipality first, the state after it, each by the Latvian alphabet', () => {
  const found = groups(
    service('Ž', 'vid'),
    service('Šķūnis', 'pasvaldiba'),
    service('Suns', 'pasvaldiba'),
    service('A', 'vid'),
  );
  expect(found.map(({ rows }) => rows.map(({ title }) => title))).toEqual([
    ['Suns', 'Šķūnis'],
    ['A', 'Ž'],
  ]);
  expect(found.map(({ rows }) => rows[0]?.institution)).toEqual([undefined, 'VID']);
  expect(found[0]?.rows[0]?.helper).toBe('Palīdze');
});

it('leaves out a group without services', () => {
  expect(groups(service('A', 'vid'))).toHaveLength(1);
  expect(groups()).toEqual([]);
});

it('marks what is not confirmed and says “ask” where only a note knows', () => {
  const [group] = groups(
    service('A', 'vid', {
      processingTime: { workingDays: null, note: 'Atkarīgs no dokumentiem' },
      cost: { amount: null, note: 'Mainīga' },
      toConfirm: ['cost'],
    }),
  );
  expect(group?.rows[0]).toMatchObject({
    time: { text: 'jautājiet', toConfirm: false },
    cost: { text: 'jautājiet', toConfirm: true },
  });
});
