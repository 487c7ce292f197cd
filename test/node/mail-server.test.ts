// A whole server with mail: waiting mail is sent after a start, health reports dead letters, no log contains
// an address.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { LogEntry } from '../../api/deps.ts';
import { createKeyring } from '../../api/domain/keyring.ts';
import type { Mail } from '../../api/domain/mails.ts';
import { mailPort } from '../../api/jobs/queue-mail.ts';
import { openData } from '../../api/node/open-data.ts';
import { nodePrimitives } from '../../api/node/primitives.ts';
import { random } from '../../api/node/random.ts';
import { requireConfig } from '../../api/node/settings.ts';
import { startServer } from '../../api/node/start.ts';
import { outboxStore } from '../../api/store/outbox.ts';
import { viewWords } from '../../api/views/words.ts';
import { testSite } from '../api/test-site.ts';
import { temporaryFolders } from '../support/folder.ts';
import { acknowledgement, FROM } from '../support/outbox.ts';
import { headerOf, startSmtp, textOf } from '../support/smtp.ts';

const folder = temporaryFolders();
const NOON = new Date('2026-11-23T10:00:00Z');
const HOUR = 60 * 60_000;

function built() {
  const root = folder();
  const siteFolder = join(root, 'dist');
  mkdirSync(siteFolder);
  writeFileSync(join(siteFolder, 'index.html'), '<!doctype html><title>Sākums</title>');
  const bundleFile = join(root, 'site-bundle.json');
  writeFileSync(bundleFile, JSON.stringify(testSite));
  return { siteFolder, bundleFile };
}

const mailEnv = (port: number) => ({
  KAC_SMTP_URL: `smtp://127.0.0.1:${port}`,
  KAC_MAIL_FROM: 'kac@paraugs.example',
  KAC_ORIGIN: 'https://kac.example',
});

async function start(env: Record<string, string>, now = NOON) {
  const log: LogEntry[] = [];
  const server = await startServer({
    ...built(),
    env: { PORT: '0', ...env },
    now: () => now,
    log: entry => log.push(entry),
  });
  onTestFinished(() => server.stop());
  const health = async () => {
    const response = await fetch(`${server.origin}/api/health`);
    return { code: response.status, ...((await response.json()) as Record<string, unknown>) };
  };
  return { server, log, health };
}

/** Puts mail into the folder's outbox as a server would, while none is running. */
async function queue(KAC_DATA: string, now: Date, ...mails: readonly Mail[]): Promise<void> {
  const { database, secrets } = await openData(requireConfig({ KAC_DATA }), { random, now });
  const port = mailPort({
    keyring: await createKeyring(secrets.intake, nodePrimitives),
    primitives: nodePrimitives,
    outbox: outboxStore(database),
    from: FROM,
    now: () => now,
    wake: () => {},
  });
  for (const mail of mails) await database.batch(await port.statements(mail));
  await database.close();
}

async function until(holds: () => boolean): Promise<void> {
  for (let tried = 0; tried < 500 && !holds(); tried += 1)
    await new Promise(resolve => setTimeout(resolve, 10));
  expect(holds()).toBe(true);
}

describe('a server with mail', () => {
  it('sends after its start what waited, from the centre, and its log holds no address', async () => {
    const KAC_DATA = folder();
    const smtp = await startSmtp();
    smtp.mood = to => (to.startsWith('anna.2') ? { at: 'recipient', code: 550 } : 'take');
    await queue(KAC_DATA, NOON, acknowledgement(1), acknowledgement(2));
    const { server, log, health } = await start({ KAC_DATA, ...mailEnv(smtp.port) });
    await until(() => log.length === 2);
    expect(smtp.received.map(({ to }) => to)).toEqual([['anna.1@paraugs.example']]);
    const [mail] = smtp.received;
    expect(headerOf(mail?.raw ?? '', 'From')).toBe('Paraugu KAC <kac@paraugs.example>');
    expect(textOf(mail ?? { raw: '' })).toContain('https://kac.example/gaita/');
    expect(JSON.stringify(log)).not.toMatch(/@|anna/);

    // The service works; the operator has a dead letter to look at.
    expect(await health()).toMatchObject({ code: 200, status: 'degraded', checks: { mail: 'failed' } });
    await server.stop();
  });

  it('is well while mail goes and waits a little, and says so when one has waited for more than an hour', async () => {
    const KAC_DATA = folder();
    const smtp = await startSmtp();
    await smtp.stop();
    await queue(KAC_DATA, NOON, acknowledgement(1));
    const first = await start({ KAC_DATA, ...mailEnv(smtp.port) }, new Date(NOON.getTime() + HOUR));
    expect(await first.health()).toMatchObject({ code: 200, status: 'ok', checks: { mail: 'ok' } });
    await first.server.stop();
    const second = await start({ KAC_DATA, ...mailEnv(smtp.port) }, new Date(NOON.getTime() + HOUR + 1));
    expect(await second.health()).toMatchObject({
      code: 200,
      status: 'degraded',
      checks: { mail: 'failed' },
    });
  });

  it('stops although its mail server has fallen silent', async () => {
    const KAC_DATA = folder();
    const smtp = await startSmtp();
    await queue(KAC_DATA, NOON, acknowledgement(1));
    smtp.mood = 'fall silent';
    const { server } = await start({ KAC_DATA, ...mailEnv(smtp.port) });
    await until(() => smtp.connections() === 1);
    await server.stop();
    smtp.mood = 'take';
    const hourLater = new Date(NOON.getTime() + HOUR);
    const next = await start({ KAC_DATA, ...mailEnv(smtp.port) }, hourLater);
    await until(() => next.log.length === 1);
    expect(smtp.received).toHaveLength(1);
  });

  it('without settings sends nothing and says that mail is off', async () => {
    const { health } = await start({ KAC_DATA: folder() });
    expect(await health()).toMatchObject({ code: 200, status: 'ok', checks: { mail: 'off' } });
  });

  it('refuses half of the settings, and never shows the password', async () => {
    const half = { KAC_DATA: folder(), KAC_SMTP_URL: 'smtps://user:secret-xyz@mail.example:465' };
    const fault = await start(half).catch((error: Error) => error.message);
    expect(fault).toMatch(/KAC_MAIL_FROM/);
    expect(fault).not.toContain('secret-xyz');
  });

  const TEXT = 'Slepens teksts par rindu';
  const complaint = (origin: string, fields: object, key = 'key-mail-0123456789') =>
    fetch(`${origin}/api/complaints`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify({ text: TEXT, ...fields }),
    });
  const CHOSEN = { email: 'anna@paraugs.example', replyBy: 'email' };

  it('acknowledges a complaint at once, once, and says nothing of what it holds', async () => {
    const smtp = await startSmtp();
    const { server, log } = await start({ KAC_DATA: folder(), ...mailEnv(smtp.port) });
    const receipt = (await (await complaint(server.origin, CHOSEN)).json()) as Record<string, string>;
    await complaint(server.origin, CHOSEN);
    await until(() => smtp.received.length === 1 && log.some(({ event }) => event === 'mail'));
    await complaint(server.origin, CHOSEN);
    await server.stop();
    expect(smtp.received.map(({ to }) => to)).toEqual([['anna@paraugs.example']]);
    const letter = textOf(smtp.received[0] ?? { raw: '' });
    expect(letter).toContain(receipt['reference']);
    expect(letter).not.toContain(receipt['trackingCode']);
    expect(letter).not.toContain(TEXT);
    expect(JSON.stringify(log)).not.toMatch(/@|anna/);
  });

  it.each([
    ['an address without the wish', { email: 'anna@paraugs.example', replyBy: 'post' }],
    ['a wish without an address', { replyBy: 'email' }],
  ])('sends nothing for %s', async (_, fields) => {
    const smtp = await startSmtp();
    const { server } = await start({ KAC_DATA: folder(), ...mailEnv(smtp.port) });
    expect((await complaint(server.origin, fields)).status).toBe(201);
    // A mail that is due is sent before a later one.
    await complaint(server.origin, CHOSEN, 'key-mail-9876543210');
    await until(() => smtp.received.length > 0);
    await server.stop();
    expect(smtp.received.map(({ to }) => to)).toEqual([['anna@paraugs.example']]);
  });

  it.each([
    [true, { replyBy: 'email' }],
    [false, { replyBy: 'post' }],
  ])('the receipt promises a letter (%s) where one is coming', async (promised, choice) => {
    const smtp = await startSmtp();
    const { server } = await start({ KAC_DATA: folder(), ...mailEnv(smtp.port) });
    const sent = await fetch(`${server.origin}/api/complaints`, {
      method: 'POST',
      redirect: 'manual',
      headers: { accept: 'text/html' },
      body: new URLSearchParams({ text: TEXT, email: 'anna@paraugs.example', ...choice }),
    });
    const cookie = (sent.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    const page = await (await fetch(`${server.origin}/sanemts/`, { headers: { cookie } })).text();
    expect(page.includes(viewWords('lv').receipt.mailed)).toBe(promised);
  });
});
