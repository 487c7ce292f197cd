// A real SMTP server for tests, with moods: it accepts mail, refuses it, stops answering or disconnects.
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions, type SMTPServerSession } from 'smtp-server';
import { onTestFinished } from 'vitest';

export interface Received {
  readonly from: string;
  readonly to: readonly string[];
  readonly secure: boolean;
  readonly user: string | undefined;
  /** The parameters after the sender's address, for example `SMTPUTF8`. */
  readonly args: object;
  /** Header block and body as received. */
  readonly raw: string;
  readonly messageId: string;
}

/** What the server does with a mail: `hang up late` accepts all of it and disconnects before confirming. */
type Mood =
  | 'take'
  | 'fall silent'
  | 'hang up in the middle'
  | 'hang up late'
  | {
      readonly at: 'connect' | 'sender' | 'recipient' | 'data';
      readonly code: number;
      readonly text?: string;
    };

export interface Smtp {
  readonly port: number;
  readonly received: Received[];
  /** Number of connections so far. */
  connections(): number;
  mood: Mood | ((recipient: string) => Mood);
  stop(): Promise<void>;
}

const PASSWORD = 'pa:ss@/#%ā';
/** The credentials that the server expects when it requires a login. */
export const LOGIN = { user: 'kac@paraugs', password: PASSWORD };

const refusal = (code: number, text = 'Refused for nobody@else.example'): Error =>
  Object.assign(new Error(text), { responseCode: code });

/** A header's value, unfolded. */
export const headerOf = (raw: string, name: string): string | undefined =>
  new RegExp(`^${name}:((?:.|\\r\\n[ \\t])*)$`, 'im')
    .exec(raw.split('\r\n\r\n')[0] ?? '')?.[1]
    ?.replaceAll(/\r\n[ \t]+/g, ' ')
    .trim();

/** Starts a server; it stops with the test. */
export async function startSmtp(options: SMTPServerOptions = {}, port = 0): Promise<Smtp> {
  const received: Received[] = [];
  let connections = 0;
  let mood: Smtp['mood'] = 'take';
  const moodFor = (
    session: SMTPServerSession,
    recipient = session.envelope?.rcptTo[0]?.address ?? '',
  ): Mood => (typeof mood === 'function' ? mood(recipient) : mood);
  const refuseAt = (at: string, now: Mood): Error | null =>
    typeof now === 'object' && now.at === at ? refusal(now.code, now.text) : null;
  const hangUp = ({ id }: SMTPServerSession): void => {
    for (const connection of server.connections)
      if (connection.session?.id === id || connection.id === id) connection._socket.destroy();
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: options.cert ? [] : ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 100,
    onConnect(session, done) {
      connections += 1;
      done(refuseAt('connect', moodFor(session)));
    },
    onAuth({ username, password }, _session, done) {
      const known = username === LOGIN.user && password === LOGIN.password;
      if (known) done(null, { user: username });
      else done(new Error('Invalid login'));
    },
    onMailFrom: (_address, session, done) => done(refuseAt('sender', moodFor(session))),
    onRcptTo: ({ address }, session, done) => done(refuseAt('recipient', moodFor(session, address))),
    onData(stream, session, done) {
      const now = moodFor(session);
      const chunks: Buffer[] = [];
      if (now === 'fall silent') return void stream.resume();
      if (now === 'hang up in the middle') return void stream.once('data', () => hangUp(session)).resume();
      stream.on('data', chunk => chunks.push(chunk));
      stream.on('end', () => {
        const refused = refuseAt('data', now);
        if (refused) return done(refused);
        const raw = Buffer.concat(chunks).toString('utf8');
        const { mailFrom, rcptTo } = session.envelope;
        received.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          secure: session.secure,
          user: session.user,
          args: mailFrom ? mailFrom.args || {} : {},
          raw,
          messageId: headerOf(raw, 'Message-ID') ?? '',
        });
        if (now === 'hang up late') hangUp(session);
        else done();
      });
    },
    ...options,
  });
  // Clients that disconnect during TLS or a mail are expected in these tests.
  server.on('error', () => {});
  const listening = server.listen(port, '127.0.0.1');
  await once(listening, 'listening');
  const stop = () =>
    new Promise<void>(resolve => {
      for (const connection of server.connections) connection._socket?.destroy();
      if (!listening.listening) return resolve();
      server.close(() => resolve());
    });
  onTestFinished(stop);
  return {
    port: (listening.address() as AddressInfo).port,
    received,
    connections: () => connections,
    get mood() {
      return mood;
    },
    set mood(next) {
      mood = next;
    },
    stop,
  };
}

/** The text of a mail as its reader sees it: decoded, soft breaks joined (RFC 3676). */
export function textOf({ raw }: Pick<Received, 'raw'>): string {
  const body = raw.slice(raw.indexOf('\r\n\r\n') + 4).replaceAll('=\r\n', '');
  const bytes = body.replace(/=([0-9A-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  const text = Buffer.from(bytes, 'latin1').toString('utf8');
  return text.replaceAll(' \r\n', ' ').replaceAll('\r\n', '\n');
}
