// A complaint's way over HTTP, the same for every runtime. One test file per runtime starts it and runs this
// suite.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cookieOf, file, freshKey, getPage, postForm, postJson, type Receipt } from './client.ts';
import { SURVEY } from './live-site.ts';

/** A running system: the server and its database. */
export interface Host {
  /** Its current address; different after a restart. */
  origin(): string;
  /** Stops the server, not the database, and starts it again. */
  restart(): Promise<void>;
  /** Rows in the table `submissions`, read without the server. */
  count(): Promise<number>;
  stop(): Promise<void>;
}

const RECEIPT = {
  reference: expect.stringMatching(/^KAC-\d\d-[2-9A-Y]{4}-[2-9A-Y]{3}$/),
  trackingCode: expect.stringMatching(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/),
  dueOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
};
const UNKNOWN_CODE = '0000-0000-0000-0000';

/** `open` starts a system with an empty database. */
export function describeJourney(name: string, open: () => Promise<Host>): void {
  describe(`a complaint's journey on ${name}`, () => {
    let host: Host;
    beforeAll(async () => {
      host = await open();
    });
    afterAll(() => host?.stop());
    const at = (path: string): string => host.origin() + path;
    const lookUp = (trackingCode: string) => postJson(at('/api/status'), { trackingCode });

    it('leads from the form to the receipt page, its file and the state', async () => {
      const key = freshKey();
      const sent = await postForm(at('/api/complaints'), {
        text: 'Rinda\r\nbija 🐕 gara.',
        idempotencyKey: key,
      });
      expect([sent.status, sent.headers.get('location')]).toEqual([303, '/sanemts/']);
      const cookie = cookieOf(sent);
      const page = await getPage(at('/sanemts/'), cookie);
      expect(page.status).toBe(200);
      const html = await page.text();
      const code = /<p class="code">([^<]+)</.exec(html)?.[1] ?? '';
      const receipt = await (await getPage(at('/sanemts/apstiprinajums.txt'), cookie)).text();
      expect(html).toContain(/Numurs: (.+)/.exec(receipt)?.[1]);
      const state = await postForm(at('/api/status'), { trackingCode: code.toLowerCase() });
      expect(state.status).toBe(200);
      expect(await state.text()).toContain('Kā aprēķināts termiņš');
      expect((await getPage(at('/sanemts/'))).status).toBe(404);
    });

    it('begins with a search that needs no JavaScript, in both languages', async () => {
      const found = await (await getPage(at('/meklet/?q=sunim'))).text();
      expect(found).toContain('href="/pakalpojumi/suna-registracija/"');
      const english = await (await getPage(at('/en/search/?q=sunim'))).text();
      expect(english).toContain('href="/pakalpojumi/suna-registracija/" lang="lv"');
    });

    it('is taken in without a key, as a static page without JavaScript sends it', async () => {
      const before = await host.count();
      const sent = await postForm(at('/api/complaints'), { text: 'Rinda', idempotencyKey: '' });
      expect(sent.status).toBe(303);
      expect((await getPage(at('/sanemts/'), cookieOf(sent))).status).toBe(200);
      expect(await host.count()).toBe(before + 1);
    });

    it('gives a program everything at once', async () => {
      const before = await host.count();
      const sent = await postJson(at('/api/complaints'), { text: 'Rinda bija gara.' });
      expect(sent.status).toBe(201);
      const receipt = (await sent.json()) as Receipt;
      expect(receipt).toMatchObject(RECEIPT);
      const state = await lookUp(receipt.trackingCode);
      const { reference, dueOn } = receipt;
      expect(await state.json()).toMatchObject({ reference, dueOn, state: 'received' });
      expect(await host.count()).toBe(before + 1);
    });

    it('is one row and one receipt, sent again and fifty times at once', async () => {
      const before = await host.count();
      const key = freshKey();
      const sends = Array.from({ length: 50 }, () => file(host.origin(), 'Rinda', key));
      const receipts = new Set((await Promise.all(sends)).map(receipt => JSON.stringify(receipt)));
      receipts.add(JSON.stringify(await file(host.origin(), 'Rinda', key)));
      expect(receipts.size).toBe(1);
      expect(await host.count()).toBe(before + 1);
      expect((await postJson(at('/api/complaints'), { text: 'Cits' }, key)).status).toBe(409);
      expect(await host.count()).toBe(before + 1);
    });

    it('is fifty rows when fifty people send at once', async () => {
      const before = await host.count();
      const sends = Array.from({ length: 50 }, (_, i) => file(host.origin(), `Rinda ${i}`));
      const receipts = await Promise.all(sends);
      expect(new Set(receipts.map(({ trackingCode }) => trackingCode)).size).toBe(50);
      expect(await host.count()).toBe(before + 50);
    });

    it('comes back with everything typed when something is wrong', async () => {
      const before = await host.count();
      const typed = { text: ' ', name: 'Jānis "<b>" $& Ozols', email: 'nav e-pasts' };
      const page = await postForm(at('/api/complaints'), typed);
      expect(page.status).toBe(422);
      const html = await page.text();
      expect(html).toContain('error-summary');
      expect(html).toContain('value="Jānis &quot;&lt;b&gt;&quot; $&amp; Ozols"');
      const refused = await postJson(at('/api/complaints'), {});
      expect(refused.headers.get('content-type')).toBe('application/problem+json');
      expect(await refused.json()).toMatchObject({ status: 422, errors: [{ field: 'text' }] });
      expect(await host.count()).toBe(before);
    });

    it('knows no other code', async () => {
      expect((await lookUp(UNKNOWN_CODE)).status).toBe(404);
      const page = await postForm(at('/api/status'), { trackingCode: UNKNOWN_CODE });
      expect(page.status).toBe(404);
      expect(await page.text()).toContain(`value="${UNKNOWN_CODE}"`);
    });

    it('takes survey answers, from a form and from a program', async () => {
      const path = at(`/api/surveys/${SURVEY}/responses`);
      const sent = await postForm(path, { laipniba: '5', idempotencyKey: freshKey() });
      expect(sent.status).toBe(303);
      const page = await getPage(at('/sanemts/'), cookieOf(sent));
      expect(await page.text()).toContain('Jūsu atbildes palīdz strādāt labāk.');
      const key = freshKey();
      const answers = await Promise.all([1, 2].map(() => postJson(path, { laipniba: '5' }, key)));
      expect(answers.map(({ status }) => status)).toEqual([201, 201]);
      const [one, other] = await Promise.all(answers.map(answer => answer.json()));
      expect(one).toMatchObject({ trackingCode: null });
      expect(other).toEqual(one);
    });

    it('has a receipt anyone can check', async () => {
      const { receipt, reference } = await file(host.origin(), 'Rinda');
      const check = async (text: string) =>
        (await postJson(at('/api/receipts/verify'), { receipt: text })).json();
      expect(await check(receipt)).toMatchObject({ valid: true, facts: { reference } });
      const altered = receipt.replace('sūdzība', 'pateicība');
      expect(await check(altered)).toEqual({ valid: false, reason: 'altered' });
    });

    it('is served by a system that says it is well and describes itself', async () => {
      const health = await fetch(at('/api/health'));
      const checks = { database: 'ok', calendar: 'ok' };
      expect([health.status, await health.json()]).toMatchObject([200, { status: 'ok', checks }]);
      expect(health.headers.get('content-security-policy')).toContain("default-src 'none'");
      const described = await (await fetch(at('/api/openapi.json'))).json();
      expect(described).toMatchObject({ openapi: '3.1.0', servers: [{ url: host.origin() }] });
      expect((await fetch(at('/api/nav'))).status).toBe(404);
    });

    it('outlives a restart, with its code, its receipt and its key', async () => {
      const key = freshKey();
      const receipt = await file(host.origin(), 'Rinda', key);
      const before = await host.count();
      await host.restart();
      const state = await lookUp(receipt.trackingCode);
      expect(await state.json()).toMatchObject({ reference: receipt.reference });
      expect(await file(host.origin(), 'Rinda', key)).toEqual(receipt);
      const check = await postJson(at('/api/receipts/verify'), { receipt: receipt.receipt });
      expect(await check.json()).toMatchObject({ valid: true });
      expect(await host.count()).toBe(before);
    });
  });
}
