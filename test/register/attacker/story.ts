// What happens in the two registers: the same cases with the same steps, and in one of them cases about a person besides.
import type { OfficeSecrets } from '../../../api/domain/office.ts';
import { indexWords } from '../../../api/jobs/index-words.ts';
import { indexTools } from '../../../api/node/indexing.ts';
import type { Secrets } from '../../../api/node/secrets.ts';
import { postJson } from '../../api/harness.ts';
import { ANSWER } from '../answering/desk.ts';
import { act, post, standingOf } from '../desk.ts';
import { type Filed, fileCase, openWorld, START, type World } from './world.ts';

export interface Story {
  readonly world: World;
  /** Cases that everybody may see. */
  readonly seen: Readonly<Record<'first' | 'published' | 'linked' | 'old', Filed>>;
  /** Those that are about the person: of one register alone. */
  readonly hidden: Readonly<Record<'open' | 'closed' | 'erased', Filed>> | null;
  readonly act: string;
}

async function must(response: Response | Promise<Response>): Promise<Response> {
  const answer = await response;
  if (answer.status >= 400) throw new Error(`${answer.status}: ${await answer.text()}`);
  return answer;
}

const DONE = { said: 'Rindā nebija kur sēdēt.', changed: 'Nolikām soliņu.', send: 'on' };

const NOT_JUSTIFIED = { ...ANSWER, outcome: 'not', send: 'on' };
/** So long ago that the term of keeping is over. */
const LONG_AGO = (Date.parse('2020-03-02T09:00:00Z') - START) / 60_000;

/**
 * Tells the story. `about`: what the hidden cases say; they are there with it alone. One stays open, one is closed and listed in
 * the destruction act, one is erased.
 */
export async function tell(secrets: Secrets, about: object | null): Promise<Story> {
  const world = await openWorld(secrets);
  const { staff, step } = world;
  const by = staff.other;
  const only = async <T>(name: string, minute: number, what: () => Promise<T>): Promise<T | null> =>
    about ? step(`hidden ${name}`, minute, what) : null;
  const body = about ?? {};
  const rate = (of: Filed, satisfaction: string) =>
    must(postJson(world.app, '/api/status/rating', { trackingCode: of.trackingCode, satisfaction }));

  const old = await step('old', LONG_AGO, () => fileCase(world, 'old', { text: 'Tumšs gaitenis.' }));
  await step('answer old', LONG_AGO + 1, () => must(act(world, old, by, 'atbilde', NOT_JUSTIFIED)));
  const ended = async (name: string, minute: number): Promise<Filed | null> => {
    const of = await only(name, LONG_AGO + minute, () => fileCase(world, name, body));
    if (!of) return null;
    await only(`take ${name}`, LONG_AGO + minute, () => must(act(world, of, by, 'uznemties')));
    await only(`answer ${name}`, LONG_AGO + minute, () => must(act(world, of, by, 'atbilde', NOT_JUSTIFIED)));
    await only(`rate ${name}`, LONG_AGO + minute, () => rate(of, '1'));
    await only(`publish ${name}`, LONG_AGO + minute, () => must(act(world, of, by, 'publicet', DONE)));
    return of;
  };
  const closed = await ended('closed', 2);
  const erased = await ended('erased', 3);

  const first = await step('first', 1, () =>
    fileCase(world, 'first', { text: 'Rinda bija gara.', name: 'Zane Upe' }),
  );
  const open = await only('open', 2, () => fileCase(world, 'open', body));
  const published = await step('published', 5, () =>
    fileCase(world, 'published', { text: 'Vairāk soliņu.', service: 'suna-registracija' }),
  );
  const linked = await step('linked', 6, () =>
    fileCase(world, 'linked', { text: 'Nav soliņa.', name: 'Zane Upe', service: 'suna-registracija' }),
  );
  await step('answer published', 8, () =>
    must(act(world, published, by, 'atbilde', { ...ANSWER, send: 'on' })),
  );
  await step('rate published', 9, () => rate(published, '4'));
  await step('publish', 10, () => must(act(world, published, by, 'publicet', DONE)));

  if (open && closed && erased) {
    // A complaint about the director is a deputy's already.
    if ((await standingOf(world, open)).assignee === null)
      await only('take', 12, () => must(act(world, open, by, 'uznemties')));
    await only('message', 13, () =>
      must(
        postJson(world.app, '/api/status/messages', { trackingCode: open.trackingCode, text: 'Vēl kas.' }),
      ),
    );
    await only('note', 14, () => must(act(world, open, by, 'piezime', { text: 'Parunāt.' })));
    await only('draft', 15, () => must(act(world, open, by, 'melnraksts', { text: 'Labdien!' })));
    const link = { kind: 'related' };
    await only('link from', 16, () =>
      must(act(world, open, by, 'saistit', { ...link, reference: first.reference })),
    );
    await only('link to', 17, () =>
      must(act(world, linked, by, 'saistit', { ...link, reference: open.reference })),
    );
    const wish = {
      reference: erased.reference,
      at: '2026-11-23T07:21:00Z',
      actor: 'system',
      detail: {},
    } as const;
    await only('erase', 21, () => world.deps.erase(wish));
  }
  await indexWords(indexTools(world.database, secrets.office as OfficeSecrets));
  const made = await step('act', 22, () =>
    must(post(world, '/registrs/glabasana/', by, { akts: 'Nr. 5, 2026-11-23' })),
  );
  return {
    world,
    seen: { first, published, linked, old },
    hidden: open && closed && erased ? { open, closed, erased } : null,
    act: made.headers.get('location') ?? '',
  };
}
