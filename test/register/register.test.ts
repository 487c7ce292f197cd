// `npm run register -- list | show`: reads beside a running server, refuses clearly, and typed text can't
// control its output.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeReference } from '../../api/domain/codes.ts';
import { type RunningServer, startServer } from '../../api/node/start.ts';
import { harmless } from '../../api/views/terminal.ts';
import { temporaryFolders } from '../support/folder.ts';

const run = promisify(execFile);
const folder = temporaryFolders();
let server: RunningServer;
let data: string;

async function register(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  try {
    const { stdout, stderr } = await run(process.execPath, ['api/register.ts', ...args], {
      env: { ...process.env, KAC_DATA: data },
    });
    return { code: 0, out: stdout, err: stderr };
  } catch (failure) {
    const { code, stdout, stderr } = failure as { code: number; stdout: string; stderr: string };
    return { code, out: stdout, err: stderr };
  }
}

const file = async (body: object): Promise<string> => {
  const response = await fetch(`${server.origin}/api/complaints`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });
  return ((await response.json()) as { reference: string }).reference;
};

beforeAll(async () => {
  data = folder();
  server = await startServer({ env: { PORT: '0', KAC_DATA: data }, log: () => undefined });
});
afterAll(() => server.stop());

describe('the register in the terminal', () => {
  it('says that nothing has come in, then lists the newest first', async () => {
    expect((await register('list')).out).toBe('Neviens iesniegums vēl nav saņemts.\n');
    const [first, second] = [await file({ text: 'Viens' }), await file({ text: 'Divi' })];
    const { out, code } = await register('list');
    expect(code).toBe(0);
    expect(out.split('\n').map(line => line.slice(0, first.length))).toEqual([second, first, '']);
    expect(out).toContain('sūdzība');
    expect(out).toContain('termiņš 20');
  });

  it('says of a suspect why it is one, and shows it like any other', async () => {
    const response = await fetch(`${server.origin}/api/complaints`, {
      method: 'POST',
      body: new URLSearchParams({ text: 'Pērciet lēti', website: 'https://spam.example' }),
      headers: { accept: 'application/json' },
    });
    const { reference } = (await response.json()) as { reference: string };
    const { out } = await register('show', reference);
    expect(out).toContain('Varbūt surogātpasts: aizpildīts lauks, ko cilvēks neredz');
    expect(out).toContain('Pērciet lēti');
    const usual = await register('show', await file({ text: 'Rinda' }));
    expect(usual.out).not.toContain('surogātpasts');
  });

  it('shows everything about one, its number in any spelling', async () => {
    const reference = await file({
      text: 'Pirmā rinda\notrā',
      name: 'Anna Parauga',
      replyBy: 'post',
      rulePoints: ['5.1.1', '6'],
    });
    const { out } = await register('show', reference.toLowerCase().replaceAll('-', ' '));
    for (const part of [
      reference,
      'Pirmā rinda\n    otrā',
      'Anna Parauga',
      'Pa pastu',
      '5.1.1, 6',
      'Atbildes termiņš',
      'Iesniegums saņemts',
    ])
      expect(out).toContain(part);
  });

  it('shows what was written later and what is asked for, as harmlessly', async () => {
    const post = async (address: string, body: object) =>
      (
        await fetch(`${server.origin}${address}`, {
          method: 'POST',
          body: JSON.stringify(body),
          headers: { 'content-type': 'application/json' },
        })
      ).json();
    const { reference, trackingCode } = (await post('/api/complaints', { text: 'Rinda' })) as {
      reference: string;
      trackingCode: string;
    };
    await post('/api/status/messages', { trackingCode, text: 'Vēl\nkas \u001b[2J' });
    await post('/api/status/erasure', { trackingCode });
    const { out } = await register('show', reference);
    for (const part of [
      'Sarakste:',
      'Iesniedzējs (ziņa)',
      'Vēl\n    kas \\u{1b}[2J',
      'Lūgts dzēst datus: 20',
      'Saņemts Jūsu lūgums dzēst datus',
    ])
      expect(out).toContain(part);
  });

  it('shows control characters instead of obeying them', async () => {
    const reference = await file({ text: '\u001b[2J\u001b]0;x\u0007 \u202eatpakaļ\u009b31m\r' });
    const { out } = await register('show', reference);
    for (const steering of ['\u001b', '\u0007', '\u202e', '\u009b', '\r'])
      expect(out).not.toContain(steering);
    expect(out).toContain('\\u{1b}[2J');
    expect(harmless('a\tb\nc')).toBe('a\tb\nc');
  });

  it.each([
    [[], 1, 'Lietošana'],
    [['delete'], 1, 'Lietošana'],
    [['list', '--before', 'x'], 1, 'Lietošana'],
    [['show'], 1, 'nav reģistrācijas numurs'],
    [['show', 'KAC-26-XXXX-XXX'], 1, 'nav reģistrācijas numurs'],
  ])('refuses %j', async (args, code, message) => {
    const result = await register(...args);
    expect(result.code).toBe(code);
    expect(result.err).toContain(message);
    expect(result.err).not.toContain('    at ');
  });

  it('says when there is no such submission and when there is no database', async () => {
    const unknown = await register('show', makeReference('2026', new Uint8Array(8)));
    expect(unknown.code).toBe(1);
    expect(unknown.err).toContain('reģistrā nav');
    const elsewhere = await run(process.execPath, ['api/register.ts', 'list'], {
      env: { ...process.env, KAC_DATA: folder() },
    }).catch((failure: { stderr: string }) => failure);
    expect(elsewhere.stderr).toContain('vēl nav');
  });
});
