// Whoever a case is about asks the whole register, address by address, page and form, and sees byte for byte what they would
// see in a register in which the case never was. Two things differ by nature and are left out of the comparison: the head of
// the event chain in a receipt, a keyed hash of all events, and the signature over the receipt.
import { expect, it } from 'vitest';
import { soonOn } from '../../api/http/register/worklist.ts';
import { reminders } from '../../api/jobs/remind.ts';
import { termWarnings } from '../../api/jobs/warn-terms.ts';
import { startApp } from '../api/harness.ts';
import { ADDRESSES, type Ask, aimsOf } from './attacker/addresses.ts';
import { type Story, tell } from './attacker/story.ts';
import { type Name, sharedSecrets } from './attacker/world.ts';
import { get, post } from './desk.ts';

it('every address of the register is asked', async () => {
  const { app } = await startApp();
  const known = app.routes
    .filter(({ method, path }) => path.startsWith('/registrs') && method !== 'ALL')
    .map(({ method, path }) => `${method} ${path}`);
  expect(Object.keys(ADDRESSES).toSorted()).toEqual([...new Set(known)].toSorted());
});

/** The head of the chain, and the signature that covers it. */
const KEYED = [/\bg[\w-]{11}-[\w-]{43}\b/g, /(?<=Paraksts: )[\w-]{80,90}/g];
/** The first minute of asking. */
const FROM = 60;

const requests = (
  aims: Parameters<(typeof ADDRESSES)[string]>[0],
): readonly (Ask & { readonly name: string })[] => {
  const all = Object.entries(ADDRESSES).flatMap(([pattern, asks]) =>
    asks(aims).map(ask => ({ ...ask, name: `${pattern} ${ask.path} ${JSON.stringify(ask.fields ?? '')}` })),
  );
  const [pages, forms] = [all.filter(({ fields }) => !fields), all.filter(({ fields }) => fields)];
  const last = forms.filter(({ path }) => path === '/registrs/iziet/');
  const again = pages.filter(({ name }) => !name.startsWith('GET /registrs/lietas/:reference/:action/'));
  // Pages before anything was sent, and most of them again afterwards.
  return [...pages, ...forms.filter(one => !last.includes(one)), ...again, ...last];
};

async function answerTo({ world }: Story, who: Name, { path, fields }: Ask): Promise<string> {
  const by = world.staff[who];
  const response = await (fields ? post(world, path, by, fields) : get(world, path, by));
  const headers = [...response.headers].map(([name, value]) => `${name}: ${value}`).toSorted();
  const text = [`${response.status}`, ...headers, await response.text()].join('\n');
  return KEYED.reduce((shown, keyed) => shown.replaceAll(keyed, '(keyed)'), text);
}

/** Where two answers begin to differ, with what is around it; null where they do not. */
function difference(shown: string, expected: string): { shown: string; expected: string } | null {
  if (shown === expected) return null;
  let at = 0;
  while (shown[at] === expected[at]) at += 1;
  const around = (text: string) => text.slice(Math.max(0, at - 200), at + 200);
  return { shown: around(shown), expected: around(expected) };
}

/** Letters that would go to a person today. */
async function lettersTo({ world: { deps } }: Story, id: string) {
  const today = '2026-11-23';
  const people = deps.people.list;
  const due = await reminders({
    ...deps,
    people,
    origin: 'https://kac.example',
    days: () => ({ today, soon: soonOn(deps) }),
  });
  const ending = await termWarnings({ ...deps, told: deps.termsTold, people, today: () => today });
  return {
    reminders: due.filter(({ person }) => person.id === id).map(({ mail }) => mail),
    terms: ending.filter(({ person }) => person.id === id).map(({ terms }) => terms),
  };
}

it.each<[string, Name, object]>([
  [
    'a director and administrator, by post',
    'director',
    { text: 'Viņš kliedza.', aboutStaff: 'izpilddirektors' },
  ],
  ['a director and administrator, by name', 'director', { text: 'Pēteris Paraugs kliedza.' }],
  ['a deputy, by a name that only the register has', 'deputy', { text: 'Dace Liepa neatbild.' }],
  ['a clerk, by name', 'clerk', { text: 'Anna Parauga mani neuzklausīja.' }],
  ['a clerk, by post', 'archivist', { text: 'Nav atbildes.', aboutStaff: 'arhivārs' }],
  ['an auditor', 'auditor', { text: 'Rita Zvirbule mani apvainoja.' }],
  ['who sent it', 'clerk', { text: 'Birojā ir auksti.', name: 'Anna Parauga' }],
])(
  '%s sees what they would without the case',
  async (_, who, body) => {
    const secrets = sharedSecrets();
    const [with_, without] = [await tell(secrets, body), await tell(secrets, null)];
    const published = async ({ world }: Story) =>
      (await world.deps.publications.shown({ limit: 50 })).map(({ id }) => id).toSorted();
    // Numbers are known: somebody may have told.
    const aims = aimsOf(with_, await published(with_));
    expect(aims.hidden).toHaveLength(3);
    expect(aims.publications.length).toBeGreaterThan((await published(without)).length);
    expect(await lettersTo(with_, with_.world.staff[who].person.id)).toEqual(
      await lettersTo(without, without.world.staff[who].person.id),
    );
    const statuses = new Set<string>();
    for (const [i, ask] of requests(aims).entries()) {
      const ask1 = () => answerTo(with_, who, ask);
      const shown = await with_.world.step(`ask ${i}`, FROM, ask1);
      const expected = await without.world.step(`ask ${i}`, FROM, () => answerTo(without, who, ask));
      expect(difference(shown, expected), ask.name).toBeNull();
      statuses.add(shown.slice(0, 3));
    }
    // The comparison means something: pages came, forms were taken, others were not.
    expect([...statuses]).toEqual(expect.arrayContaining(['200', '303', '403']));
    expect(with_.world.log.filter(({ level }) => level === 'error')).toEqual([]);
  },
  300_000,
);
