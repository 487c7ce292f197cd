// One request as raw as Node's client allows: any method, any header, any bytes.
import { request } from 'node:http';
import { buffer } from 'node:stream/consumers';

export interface Raw {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | string;
}

export interface Reply {
  readonly status: number;
  readonly type: string;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
}

const PATIENCE_MS = 10_000;

/** Rejects when the connection breaks or no response comes within ten seconds. */
export const askRaw = (port: number, { method, path, headers = {}, body }: Raw): Promise<Reply> =>
  new Promise((resolve, reject) => {
    const sent = request({ port, host: '127.0.0.1', method, path, headers: { ...headers } }, answer => {
      const type = String(answer.headers['content-type'] ?? '');
      buffer(answer).then(
        bytes =>
          resolve({
            status: answer.statusCode ?? 0,
            type,
            headers: answer.headers,
            text: bytes.toString('utf8'),
          }),
        reject,
      );
    });
    sent.setTimeout(PATIENCE_MS, () => sent.destroy(new Error(`no answer to ${method} ${path}`)));
    sent.on('error', reject);
    sent.end(body);
  });
