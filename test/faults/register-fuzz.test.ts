// Any request to any address of the register, of the figures and of surveys, signed in or not: always a
// response, never a server error, and the chain stays whole. The addresses come from the router, the forms
// from the pages.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { HTML, postJson, startApp, type TestApp } from '../api/harness.ts';
import { staffSurvey } from '../api/test-site.ts';
import { caseHref, file, ORIGIN, versionOf } from '../register/desk.ts';
import { firstFault } from '../support/chain.ts';
import { addPerson, signIn } from '../support/staff.ts';
import { invite } from '../surveys/staff.ts';
import { type Found, type FoundForm, findForms } from './forms-found.ts';

/** `KAC_FUZZ_RUNS` sets more for a longer run. */
const RUNS = Number(process.env['KAC_FUZZ_RUNS'] ?? 4000);
const SURVEY = 'klientu-aptauja';
const ROLES = ['clerk', 'director', 'deputy', 'auditor', 'administrator'] as const;
const ODD = [
  '',
  '0',
  '-1',
  '9'.repeat(20),
  '%00',
  '%E0%A4%A',
  '__proto__',
  'constructor',
  '..%2f..%2fkeys',
  'ā',
];

/** Every router pattern below the addresses served only on Node. */
const patternsOf = ({ app }: TestApp): string[] => [
  ...new Set(app.routes.map(({ path }) => path).filter(path => path !== '/*')),
];

/** A pattern with its parameters filled in: existing values or odd ones. */
const filledIn = (
  pattern: string,
  known: Readonly<Record<string, readonly string[]>>,
): fc.Arbitrary<string> =>
  fc
    .tuple(
      ...pattern.split('/').map(part => {
        const [, name] = /^:(\w+)/.exec(part) ?? [];
        if (name) return fc.constantFrom(...(known[name] ?? []), ...(known[name] ?? []), ...ODD);
        return fc.constant(part.replace('*', 'nav'));
      }),
    )
    .map(parts => parts.join('/'));

const odd = fc.oneof(
  fc.constantFrom<unknown>(
    ...ODD,
    'on',
    '2026-11-23',
    '2026-02-30',
    '+275760-09-13',
    '\0',
    '\ud800',
    'a'.repeat(10_001),
  ),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.string(), { maxLength: 3 }),
);

/** The fields a form is sent with: mostly what its page offers, sometimes something else or nothing. */
const sentFrom = ({ fields }: FoundForm): fc.Arbitrary<Record<string, unknown>> =>
  fc.record(
    Object.fromEntries(
      Object.entries(fields).map(([name, values]) => [
        name,
        fc.oneof({ weight: 4, arbitrary: fc.constantFrom<unknown>(...values, 'Rinda bija gara.') }, odd),
      ]),
    ),
    { requiredKeys: [] },
  );

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly as: 'form' | 'json';
  readonly signedIn: boolean;
}

const anything = (
  patterns: readonly string[],
  known: Readonly<Record<string, readonly string[]>>,
  found: Found,
) => {
  const byForm = fc
    .constantFrom(...found.forms)
    .chain(form =>
      fc.record({ method: fc.constant('POST'), path: fc.constant(form.path), data: sentFrom(form) }),
    );
  const names = [...new Set(found.forms.flatMap(({ fields }) => Object.keys(fields)))];
  const byAddress = fc.constantFrom(...patterns).chain(pattern =>
    fc.record({
      method: fc.constantFrom('GET', 'GET', 'POST', 'POST', 'HEAD', 'PUT', 'DELETE', 'PROPFIND'),
      path: filledIn(pattern, known),
      data: fc.dictionary(fc.constantFrom(...names, '__proto__'), odd, { maxKeys: 6 }),
    }),
  );
  const byQuery = fc
    .tuple(fc.constantFrom(...found.pages), fc.webQueryParameters())
    .map(([page, query]) => ({ method: 'GET', path: `${page.split('?')[0]}?${query}`, data: {} }));
  return fc
    .tuple(
      fc.oneof({ weight: 4, arbitrary: byForm }, { weight: 4, arbitrary: byAddress }, byQuery),
      fc.constantFrom('form' as const, 'form' as const, 'json' as const),
      fc.oneof({ weight: 5, arbitrary: fc.constant(true) }, fc.constant(false)),
    )
    .map(([request, as, signedIn]): Sent => ({ ...request, as, signedIn }));
};

function send({ app }: TestApp, { method, path, data, as }: Sent, cookie: string): Promise<Response> {
  const headers: Record<string, string> = { accept: HTML, cookie, origin: ORIGIN };
  if (method === 'GET' || method === 'HEAD') return Promise.resolve(app.request(path, { method, headers }));
  if (as === 'json') {
    headers['content-type'] = 'application/json';
    return Promise.resolve(app.request(path, { method, headers, body: JSON.stringify(data) }));
  }
  const pairs = Object.entries(data).map(([name, value]) => [
    name.toWellFormed(),
    String(value).toWellFormed(),
  ]);
  return Promise.resolve(
    app.request(path, { method, headers, body: new URLSearchParams(pairs as [string, string][]) }),
  );
}

/**
 * Uses the case's current version; otherwise every action after the first would be refused for that alone.
 */
async function upToDate(test: TestApp, request: Sent): Promise<Sent> {
  const [, reference] = /^\/registrs\/lietas\/(KAC-[^/]+)\//.exec(request.path) ?? [];
  if (!reference || !/^\d+$/.test(String(request.data['version']))) return request;
  return { ...request, data: { ...request.data, version: await versionOf(test, { reference }) } };
}

/** A register with something on every page. */
async function filled() {
  const test = await startApp();
  const cases = [];
  for (const text of ['Rinda.', 'Divas rindas.', 'Tumšs gaitenis.', 'Nav soliņa.', 'Paldies.'])
    cases.push(await file(test, { text, email: 'anna@paraugs.example', replyBy: 'email' }));
  const answer = { laipniba: '5', uzlabot: 'Vairāk gaismas.' };
  expect((await postJson(test.app, `/api/surveys/${SURVEY}/responses`, answer)).status).toBe(201);
  await invite(test, 6);
  const person = await addPerson(test, { roles: ROLES, name: 'Visu Varošā' });
  // A second administrator, because the register always keeps one.
  await addPerson(test, { roles: ['administrator', 'director'], name: 'Otra' });
  return { test, cases, person };
}

it('is answered', async () => {
  const { test, cases, person } = await filled();
  const { cookie } = await signIn(test, person);
  const from = [
    '/registrs/',
    '/registrs/konts/',
    `/registrs/aptaujas/${SURVEY}/teksti/`,
    ...cases.map(caseHref),
  ];
  const found = await findForms(test.app, cookie, { from, under: '/registrs/', most: 160 });
  // Enough was found for the test to be meaningful: actions on a case, people, texts, sheets, retention.
  expect(found.forms.length).toBeGreaterThan(25);
  const known = {
    reference: cases.map(({ reference }) => reference),
    id: [SURVEY, staffSurvey.id, person.id, '1'],
    survey: [SURVEY, staffSurvey.id],
    serial: ['1'],
    text: ['1'],
    year: ['2026'],
    file: ['2026.csv', '2026.json', `${SURVEY}.csv`],
  };
  const statuses = new Set<number>();
  await fc.assert(
    fc.asyncProperty(anything(patternsOf(test), known, found), async request => {
      // Signed in again each time: some requests end sessions.
      const response = await send(
        test,
        await upToDate(test, request),
        request.signedIn ? (await signIn(test, person)).cookie : '',
      );
      await response.arrayBuffer();
      statuses.add(response.status);
      expect(response.status, request.path).toBeLessThan(500);
    }),
    { numRuns: RUNS },
  );
  expect(test.log.filter(({ level }) => level === 'error')).toEqual([]);
  expect(await firstFault(test)).toBeNull();
  expect([...statuses]).toEqual(expect.arrayContaining([200, 303, 404, 422]));
});
