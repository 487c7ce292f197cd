// `npm run outbox`: reads beside a running server, writes only without one, tests the mail server, sends by
// itself.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createKeyring } from '../../api/domain/keyring.ts';
import type { Mail } from '../../api/domain/mails.ts';
import { mailPort } from '../../api/jobs/queue-mail.ts';
import { openData } from '../../api/node/open-data.ts';
import { nodePrimitives } from '../../api/node/primitives.ts';
import { random } from '../../api/node/random.ts';
import { requireConfig } from '../../api/node/settings.ts';
import { startServer } from '../../api/node/start.ts';
import { outboxStore } from '../../api/store/outbox.ts';
import { reasonText } from '../../api/views/outbox.ts';
import { testSite } from '../api/test-site.ts';
import { temporaryFolders } from '../support/folder.ts';
import { acknowledgement, FROM } from '../support/outbox.ts';
import { startSmtp } from '../support/smtp.ts';

const run = promisify(execFile);
const folder = temporaryFolders();

async function outbox(env: Record<string, string>, ...args: string[]) {
  const PATH = process.env['PATH'] ?? '';
  try {
    const { stdout, stderr } = await run(process.execPath, ['api/outbox.ts', ...args], {
      env: { PATH, ...env },
    });
    return { code: 0, out: stdout, err: stderr };
  } catch (failure) {
    const { code, stdout, stderr } = failure as { code: number; stdout: string; stderr: string };
    return { code, out: stdout, err: stderr };
  }
}

/** A data folder with these mails queued; returns their ids. */
async function queued(KAC_DATA: string, ...mails: readonly Mail[]): Promise<string[]> {
  const now = new Date();
  const { database, secrets } = await openData(requireConfig({ KAC_DATA }), { random, now });
  const store = outboxStore(database);
  const port = mailPort({
    keyring: await createKeyring(secrets.intake, nodePrimitives),
    primitives: nodePrimitives,
    outbox: store,
    from: FROM,
    now: () => now,
    wake: () => {},
  });
  for (const mail of mails) await database.batch(await port.statements(mail));
  const unsent = await store.list();
  await database.close();
  return unsent.map(({ id }) => id);
}

const mailEnv = (port: number) => ({
  KAC_SMTP_URL: `smtp://127.0.0.1:${port}`,
  KAC_MAIL_FROM: 'kac@paraugs.example',
  KAC_ORIGIN: 'https://kac.example',
});

async function serve(env: Record<string, string>) {
  const root = folder();
  mkdirSync(join(root, 'dist'));
  writeFileSync(join(root, 'dist', 'index.html'), '<!doctype html><title>Sākums</title>');
  writeFileSync(join(root, 'site-bundle.json'), JSON.stringify(testSite));
  const files = { siteFolder: join(root, 'dist'), bundleFile: join(root, 'site-bundle.json') };
  const log: unknown[] = [];
  const server = await startServer({ ...files, env: { PORT: '0', ...env }, log: entry => log.push(entry) });
  onTestFinished(() => server.stop());
  return { server, log };
}

async function until(holds: () => boolean): Promise<void> {
  for (let tried = 0; tried < 1000 && !holds(); tried += 1)
    await new Promise(resolve => setTimeout(resolve, 10));
  expect(holds()).toBe(true);
}

describe('npm run outbox', () => {
  it('lists what waits and what was given up and why, beside a running server and without an address', async () => {
    const KAC_DATA = folder();
    await queued(KAC_DATA);
    expect((await outbox({ KAC_DATA }, 'list')).out).toContain('nekas negaida');
    const smtp = await startSmtp();
    smtp.mood = to =>
      to.startsWith('anna.1@') ? { at: 'recipient', code: 550 } : { at: 'recipient', code: 451 };
    const [dead, waiting] = await queued(KAC_DATA, acknowledgement(1), acknowledgement(2));
    const { log } = await serve({ KAC_DATA, ...mailEnv(smtp.port) });
    await until(() => log.length === 2);
    const { code, out, err } = await outbox({ KAC_DATA }, 'list');
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('Atmestas vēstules (1)');
    expect(out).toContain('saņēmēja serveris šo adresi nepieņem (550)');
    expect(out).toContain('Gaida nosūtīšanu (1)');
    expect(out).toContain('saņēmēja serveris šo adresi nepieņem (451)');
    expect(out).toContain('KAC-26-7Q4W-1');
    for (const id of [dead, waiting]) expect(out).toContain(id);
    expect(out).not.toMatch(/@|anna/);
  });

  it('changes nothing beside a running server', async () => {
    const KAC_DATA = folder();
    const [id = ''] = await queued(KAC_DATA, acknowledgement(1));
    const { server } = await serve({ KAC_DATA });
    for (const command of ['retry', 'drop']) {
      const { code, err } = await outbox({ KAC_DATA }, command, id);
      expect(code).toBe(1);
      expect(err).toContain(server.origin);
    }
    expect((await outbox({ KAC_DATA }, 'list')).out).toContain(id);
  });

  it('lets a dead letter be tried again, or dropped', async () => {
    const KAC_DATA = folder();
    const [first = '', second = ''] = await queued(KAC_DATA, acknowledgement(1), acknowledgement(2));
    const smtp = await startSmtp();
    smtp.mood = { at: 'recipient', code: 550 };
    const { server, log } = await serve({ KAC_DATA, ...mailEnv(smtp.port) });
    await until(() => log.length === 2);
    await server.stop();
    smtp.mood = 'take';

    expect(await outbox({ KAC_DATA }, 'retry', first)).toMatchObject({ code: 0, err: '' });
    expect(await outbox({ KAC_DATA }, 'drop', second)).toMatchObject({
      code: 0,
      out: 'Vēstule ir dzēsta.\n',
    });
    await serve({ KAC_DATA, ...mailEnv(smtp.port) });
    await until(() => smtp.received.length === 1);
    expect((await outbox({ KAC_DATA }, 'list')).out).toContain('nekas negaida');
  });

  it.each([
    [[], 'Lietošana'],
    [['delete'], 'Lietošana'],
    [['toString'], 'Lietošana'],
    [['list', 'x'], 'Lietošana'],
    [['retry'], 'Lietošana'],
    [['drop', 'x', 'y'], 'Lietošana'],
    [['retry', 'x'], 'ar ID “x” nav'],
    [['drop', "x' OR 1=1 --"], 'nav'],
    [['check'], 'E-pasts nav ieslēgts'],
    [['send'], 'E-pasts nav ieslēgts'],
  ])('refuses %j', async (args, message) => {
    const KAC_DATA = folder();
    const [id = ''] = await queued(KAC_DATA, acknowledgement(1));
    const { code, err } = await outbox({ KAC_DATA }, ...args);
    expect(code).toBe(1);
    expect(err).toContain(message);
    expect(err).not.toContain('    at ');
    expect((await outbox({ KAC_DATA }, 'list')).out).toContain(id);
  });

  it('says when there is no database yet, and makes none', async () => {
    const KAC_DATA = join(folder(), 'new');
    for (const args of [['list'], ['retry', 'x'], ['drop', 'x']])
      expect(await outbox({ KAC_DATA }, ...args)).toMatchObject({
        code: 1,
        err: expect.stringContaining('vēl nav'),
      });
  });

  it('tries the mail server without sending', async () => {
    const smtp = await startSmtp();
    const env = { KAC_DATA: folder(), ...mailEnv(smtp.port) };
    expect((await outbox(env, 'check')).out).toContain('atbild');
    await smtp.stop();
    const { code, err } = await outbox(env, 'check');
    expect([code, err]).toEqual([1, `Pasta serveris nav izmantojams: ${reasonText('connection')}.\n`]);
    expect(smtp.received).toEqual([]);
  });

  it('sends by itself until it is stopped, and leaves the folder free', async () => {
    const KAC_DATA = folder();
    await queued(KAC_DATA, acknowledgement(1), acknowledgement(2));
    const smtp = await startSmtp();
    const env = { PATH: process.env['PATH'] ?? '', KAC_DATA, ...mailEnv(smtp.port) };
    const child = spawn(process.execPath, ['api/outbox.ts', 'send'], { env, stdio: 'ignore' });
    onTestFinished(() => void child.kill('SIGKILL'));
    await until(() => smtp.received.length === 2);
    expect((await outbox({ KAC_DATA }, 'drop', 'x')).err).toContain('npm run outbox');
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
    expect((await outbox({ KAC_DATA }, 'drop', 'x')).err).toContain('ar ID “x” nav');
  });
});

it('has words for every reason', () => {
  expect(reasonText('recipient 550')).toBe('saņēmēja serveris šo adresi nepieņem (550)');
  expect(reasonText('timeout')).toBe('serveris neatbildēja laikā');
});
