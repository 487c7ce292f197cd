// Whatever a visitor sends, in any form or header, accepted or refused: none of it appears in a file of the
// data folder or in the server's output.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { upload } from '../files/client.ts';
import { pdf } from '../files/samples.ts';
import { SURVEY, writeSite } from '../runtime/live-site.ts';
import { temporaryFolders } from '../support/folder.ts';
import { startGuarded } from '../support/guarded.ts';

const folder = temporaryFolders();
const MARK = 'zimeqx7429';
const MAIL = `${MARK}@paraugs.example`;
const ADDRESS = '203.0.113.77';
const TRACES = [MARK, ADDRESS, '203.0.113', '29007429'];
const HEADERS = {
  'user-agent': `Mozilla/5.0 ${MARK}`,
  referer: `https://cits.example/${MARK}`,
  'accept-language': MARK,
  cookie: `cits=${MARK}; kac-sanemts=${MARK}`,
  'x-forwarded-for': ADDRESS,
  accept: 'application/json',
};
const COMPLAINT = {
  text: `Teksts ${MARK}`,
  name: `Anna ${MARK}`,
  address: `Iela ${MARK}`,
  email: MAIL,
  phone: '29007429',
  aboutStaff: MARK,
  wish: MARK,
  subject: MARK,
  replyBy: 'email',
};

async function started() {
  const [root, data] = [folder(), folder()];
  const { siteFolder, bundleFile } = writeSite(root);
  const program = fileURLToPath(new URL('logging-server.ts', import.meta.url));
  const server = startGuarded(process.execPath, [program, data, siteFolder, bundleFile]);
  onTestFinished(() => server.stop());
  const origin = await server.line(line => line.startsWith('http://'));
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(`${origin}${path}`, { ...init, redirect: 'manual', headers: { ...HEADERS, ...init.headers } });
  const post = async (path: string, body: object | string, expected: number, headers = {}) => {
    const response = await ask(path, {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...headers },
    });
    const text = await response.text();
    expect(response.status, `${path}: ${text}`).toBe(expected);
    return text;
  };
  return { server, data, ask, post };
}

it('leaves no trace', async () => {
  const { server, data, ask, post } = await started();
  const token = await upload((path, init) => ask(path, init), `${MARK}.pdf`, pdf);
  const key = { 'idempotency-key': `key-${MARK}-0001` };
  const filed = JSON.parse(await post('/api/complaints', { ...COMPLAINT, attachments: [token] }, 201, key));
  const { trackingCode } = filed as { trackingCode: string };
  // Refused, in every possible way.
  await post('/api/complaints', { text: `Cits ${MARK}` }, 409, key);
  await post('/api/complaints', { ...COMPLAINT, email: MARK, [MARK]: MARK }, 422);
  await post('/api/complaints', `{"text":"${MARK}`, 400);
  await post('/api/complaints', MARK, 415, { 'content-type': `text/${MARK}` });
  await post('/api/complaints', JSON.stringify({ text: MARK.repeat(60_000) }), 413);
  await post('/api/status', { trackingCode: MARK }, 404);
  expect((await ask(`/api/${MARK}?${MARK}=${MARK}`)).status).toBe(404);
  expect((await ask(`/${MARK}/`)).status).toBe(404);
  // Everything else that is accepted.
  await post('/api/feedback', { kind: 'question', text: MARK, email: MAIL, name: MARK }, 201);
  await post(`/api/surveys/${SURVEY}/responses`, { laipniba: '5', uzlabot: `Lūdzu ${MARK}` }, 201);
  await post('/api/status', { trackingCode }, 200);
  await post('/api/status/messages', { trackingCode, text: MARK }, 200);
  await post('/api/status/erasure', { trackingCode, text: MARK }, 200);
  await post('/api/receipts/verify', { receipt: MARK }, 200);
  expect((await ask(`/api/search?q=${MARK}`)).status).toBe(200);
  const form = new FormData();
  form.append('text', MARK);
  form.append('attachments', new Blob([pdf as BlobPart]), `${MARK}.pdf`);
  expect((await ask('/api/complaints', { method: 'POST', body: form })).status).toBe(201);
  // Counts per source are written within about a second.
  await server.line(line => line.includes('"submission"'));
  await expect
    .poll(() => readFileSync(join(data, 'kac.db-wal'), 'latin1'), { timeout: 60_000 })
    .toContain('look-up');
  await server.stop();

  const names = readdirSync(data, { recursive: true, encoding: 'utf8' });
  expect(names).toEqual(expect.arrayContaining(['kac.db', 'kac.db-wal', 'keys.json', 'office.json']));
  const said = new Map(names.map(name => [name, readFileSync(join(data, name), 'latin1')]));
  said.set('what it printed', server.lines.join('\n'));
  expect(said.get('what it printed')).toContain('"outcome":"stored"');
  for (const [where, text] of said)
    for (const trace of [...TRACES, trackingCode, trackingCode.replaceAll('-', '')])
      expect(text.includes(trace), `${trace} in ${where}`).toBe(false);
});
