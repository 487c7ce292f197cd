// A part of a crowd, as a separate process: each connection uses one of the files a process may have open.
// Arguments: port, number of the first person, how many. Reports when all are connected, and on request the
// responses they got.
import { connect, type Socket } from 'node:net';

export interface Heard {
  readonly key: string;
  /** 0: disconnected without a response. */
  readonly status: number;
  readonly reference: string | null;
}

export interface Crowd {
  /** How many have an open connection. */
  readonly open: number;
  /** The responses to those who sent everything. */
  readonly heard: readonly Heard[];
}

/**
 * Of ten people one sends a byte now and then, one sends nothing more, and two send the same, as a double
 * click does.
 */
export const PEOPLE = [
  'dribbles',
  'waits',
  'doubles',
  'files',
  'files',
  'files',
  'files',
  'files',
  'files',
  'files',
];
/** The number that connect at once: the system's accept queue is short. */
const WAVE = 100;
const DRIBBLE_MS = 500;
const LONG = 20_000;

interface Line {
  readonly key: string;
  readonly manner: string;
  readonly socket: Socket;
  readonly rest: string;
  /** Everything received until the other side closed the connection. */
  readonly heard: Promise<string>;
}

const keyOf = (i: number): string => `crowd-7hQ2vX9mRk-${String(i).padStart(12, '0')}`;

/** Opens a connection and sends a request up to the middle of its body. */
async function dial(port: number, i: number): Promise<Line> {
  const manner = PEOPLE[i % PEOPLE.length] ?? '';
  const key = keyOf(manner === 'doubles' ? i + 1 : i);
  const body = JSON.stringify({ text: `Rinda ${key}` });
  const length = manner === 'dribbles' || manner === 'waits' ? LONG : body.length;
  const socket = connect(port, '127.0.0.1');
  let text = '';
  socket.setEncoding('utf8').on('data', data => {
    text += data;
  });
  const heard = new Promise<string>(resolve => socket.on('close', () => resolve(text)));
  // A person who is disconnected sees the end of the connection.
  const come = new Promise(resolve => socket.on('connect', resolve).on('error', resolve));
  const head = ['POST /api/complaints HTTP/1.1', 'Host: x', 'Content-Type: application/json'];
  const more = [`Content-Length: ${length}`, `Idempotency-Key: ${key}`, 'Connection: close', '', ''];
  socket.write([...head, ...more].join('\r\n') + body.slice(0, 8));
  await come;
  return { key, manner, socket, rest: body.slice(8), heard };
}

async function hear({ key, heard }: Line): Promise<Heard> {
  const [, status = 0] = /^HTTP\/1\.1 (\d{3}) /.exec(await heard) ?? [];
  const [, reference = null] = /"reference":"([^"]+)"/.exec(await heard) ?? [];
  return { key, status: Number(status), reference };
}

async function gather(port: number, first: number, count: number): Promise<void> {
  const lines: Line[] = [];
  while (lines.length < count) {
    const wave = Array.from(
      { length: Math.min(WAVE, count - lines.length) },
      (_, i) => first + lines.length + i,
    );
    lines.push(...(await Promise.all(wave.map(i => dial(port, i)))));
  }
  setInterval(() => {
    for (const { manner, socket } of lines) if (manner === 'dribbles' && socket.writable) socket.write(' ');
  }, DRIBBLE_MS);
  const tell = (heard: readonly Heard[]): void => {
    const open = lines.filter(({ socket }) => socket.readyState === 'open').length;
    process.send?.({ open, heard } satisfies Crowd);
  };
  process.on('message', async () => {
    const sending = lines.filter(({ manner }) => manner === 'files' || manner === 'doubles');
    for (const { socket, rest } of sending) socket.write(rest);
    tell(await Promise.all(sending.map(hear)));
  });
  process.on('disconnect', () => process.exit());
  tell([]);
}

const [port, first, count] = process.argv.slice(2).map(Number);
if (port && first !== undefined && count) await gather(port, first, count);
