// The connection to the mail server: encrypted or refused, authenticated, and no secret in any message.

import tls from 'node:tls';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parseSmtpUrl, type SmtpServer } from '../../api/config-mail.ts';
import { checkServer, senderOf, smtpMailer } from '../../api/node/mailer.ts';
import { makeCertificate } from '../support/certificate.ts';
import { SHORT } from '../support/outbox.ts';
import { headerOf, LOGIN, startSmtp } from '../support/smtp.ts';

const LIMITS = { ...SHORT, silence: 5000 };
const LETTER = {
  lang: 'lv',
  subject: 'Iesniegums – saņemts',
  text: 'Labdien!\n',
  replyTo: 'kac@real.lv',
} as const;
const ENVELOPE = { to: 'anna@paraugs.example', messageId: '<0123@paraugs.example>', letter: LETTER };
const from = senderOf({ name: 'Paraugu KAC, "pilsēta"', address: 'kac@paraugs.example' }, 'Centrs');
const never = new AbortController().signal;

/** Trusts this certificate besides the usual ones, as `NODE_EXTRA_CA_CERTS` does for an operator. */
function trust(cert: string): void {
  const usual = tls.getCACertificates('default');
  tls.setDefaultCACertificates([...usual, cert]);
  onTestFinished(() => tls.setDefaultCACertificates(usual));
}

const server = (url: string): SmtpServer => {
  const parsed = parseSmtpUrl(url);
  if (!parsed) throw new Error(`not an SMTP address: ${url}`);
  return parsed;
};
const login = `${encodeURIComponent(LOGIN.user)}:${encodeURIComponent(LOGIN.password)}@`;
const deliver = (url: string) =>
  smtpMailer({ server: server(url), from, limits: LIMITS }).send(ENVELOPE, never);
/** Applies the rules for a remote machine to this one. */
const starttls = (port: number, address = `smtp://127.0.0.1:${port}`) =>
  smtpMailer({ server: { ...server(address), encryption: 'starttls' }, from, limits: LIMITS }).send(
    ENVELOPE,
    never,
  );

describe('a mail over TLS', () => {
  it('from the first byte: arrives, signed in', async () => {
    const certificate = makeCertificate();
    trust(certificate.cert);
    const smtp = await startSmtp({ ...certificate, secure: true, authOptional: false });
    expect(await deliver(`smtps://${login}127.0.0.1:${smtp.port}`)).toEqual({ outcome: 'sent' });
    expect(smtp.received).toMatchObject([{ secure: true, user: LOGIN.user, to: [ENVELOPE.to] }]);
    const { raw } = smtp.received[0] ?? { raw: '' };
    expect(headerOf(raw, 'Reply-To')).toBe('kac@real.lv');
    expect(headerOf(raw, 'From')).toMatch(/^=\?UTF-8\?.*\?= <kac@paraugs\.example>$/);
    expect(headerOf(raw, 'Subject')).toMatch(/^=\?UTF-8\?/);
    expect(headerOf(raw, 'Message-ID')).toBe('<0123@paraugs.example>');
  });

  it('by STARTTLS: arrives, signed in', async () => {
    const certificate = makeCertificate();
    trust(certificate.cert);
    const smtp = await startSmtp({ ...certificate, authOptional: false });
    const delivery = await starttls(smtp.port, `smtp://${login}127.0.0.1:${smtp.port}`);
    expect(delivery).toEqual({ outcome: 'sent' });
    expect(smtp.received).toMatchObject([{ secure: true, user: LOGIN.user }]);
  });

  it('is not sent where the server has no STARTTLS', async () => {
    const smtp = await startSmtp();
    const delivery = await starttls(smtp.port);
    expect(delivery).toMatchObject({ how: 'temporary', of: 'server', code: expect.stringMatching(/^tls/) });
    expect(smtp.received).toEqual([]);
  });

  it.each([
    ['that nobody vouches for', {}, false],
    ['that has expired', { expired: true }, true],
  ])('is not sent to a server with a certificate %s', async (_, options, trusted) => {
    const certificate = makeCertificate(options);
    if (trusted) trust(certificate.cert);
    const direct = await startSmtp({ ...certificate, secure: true });
    expect(await deliver(`smtps://127.0.0.1:${direct.port}`)).toMatchObject({ of: 'server', code: 'tls' });
    const upgraded = await startSmtp(certificate);
    const delivery = await starttls(upgraded.port);
    expect(delivery).toMatchObject({ how: 'temporary', of: 'server', code: 'tls' });
    expect([...direct.received, ...upgraded.received]).toEqual([]);
  });
});

describe('a login that the server refuses', () => {
  it('is the operator’s to mend: the mail is kept, and the answer names neither user nor password', async () => {
    const certificate = makeCertificate();
    trust(certificate.cert);
    const smtp = await startSmtp({ ...certificate, secure: true, authOptional: false });
    const wrong = await deliver(
      `smtps://${encodeURIComponent(LOGIN.user)}:secret-xyz@127.0.0.1:${smtp.port}`,
    );
    expect(wrong).toEqual({ outcome: 'refused', how: 'temporary', of: 'server', code: 'auth 535' });
    const none = await deliver(`smtps://127.0.0.1:${smtp.port}`);
    expect(none).toMatchObject({ how: 'temporary', of: 'server', code: 'auth 530' });
    expect(smtp.received).toEqual([]);
  });
});

it('on this machine a mail goes unencrypted, without a certificate', async () => {
  const smtp = await startSmtp();
  expect(await deliver(`smtp://127.0.0.1:${smtp.port}`)).toEqual({ outcome: 'sent' });
  expect(smtp.received).toMatchObject([{ secure: false }]);
});

it('a mail that is told to stop stops', async () => {
  const smtp = await startSmtp();
  smtp.mood = 'fall silent';
  const stop = new AbortController();
  const mailer = smtpMailer({ server: server(`smtp://127.0.0.1:${smtp.port}`), from });
  setTimeout(() => stop.abort(), 200);
  expect(await mailer.send(ENVELOPE, stop.signal)).toMatchObject({ how: 'temporary', code: 'stopped' });
});

it('a server can be tried without sending anything', async () => {
  const certificate = makeCertificate();
  trust(certificate.cert);
  const smtp = await startSmtp({ ...certificate, secure: true, authOptional: false });
  const right = server(`smtps://${login}127.0.0.1:${smtp.port}`);
  expect(await checkServer(right, LIMITS)).toBeNull();
  expect(await checkServer(server(`smtps://a:b@127.0.0.1:${smtp.port}`), LIMITS)).toBe('auth 535');
  await smtp.stop();
  expect(await checkServer(right, LIMITS)).toBe('connection');
  expect(smtp.received).toEqual([]);
});

it('without a name of its own a sender bears the centre’s', () => {
  expect(senderOf({ name: null, address: 'a@b.example' }, 'Centrs')).toEqual({
    name: 'Centrs',
    address: 'a@b.example',
  });
});
