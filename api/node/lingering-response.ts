// A response that may be finished before its request is: the sender reads it whole instead of losing the connection.
import { type IncomingMessage, ServerResponse } from 'node:http';

/** Bytes of a refused body that are read and dropped. Past it, or past `requestTimeout`, the connection is cut. */
const MOST_DROPPED = 256 * 1024 * 1024;

const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

/**
 * The answer goes out at once; the response ends when the rest of the body has come and been dropped.
 *
 * Most clients read no answer before they have sent everything. A server that closes while bytes are still coming makes
 * the system reset the connection, and with that the client loses the answer that tells it what was wrong (RFC 9112, 9.6).
 */
export class LingeringResponse<
  Request extends IncomingMessage = IncomingMessage,
> extends ServerResponse<Request> {
  #isLingering = false;

  // The three forms that `end` may be called in, as Node declares them.
  override end(callback?: () => void): this;
  override end(chunk: unknown, callback?: () => void): this;
  override end(chunk: unknown, encoding: BufferEncoding, callback?: () => void): this;
  override end(...args: unknown[]): this {
    const { req } = this;
    if (this.#isLingering) return this;
    if (req.complete || req.destroyed || !hasBody(req)) return super.end(...(args as [unknown]));
    this.#isLingering = true;
    const [chunk] = args;
    if (typeof chunk === 'string' || chunk instanceof Uint8Array) this.write(chunk);
    else this.flushHeaders();
    dropRest(req, () => super.end());
    return this;
  }
}

/** Reads what is left of the body without keeping it. `done` is called once, when it has ended or the sender has gone. */
function dropRest(req: IncomingMessage, done: () => void): void {
  let dropped = 0;
  // Whoever read it so far reads no more, and would stop the flow when it has enough.
  req.removeAllListeners('data');
  req.removeAllListeners('readable');
  req.on('data', (bytes: Uint8Array) => {
    dropped += bytes.length;
    if (dropped > MOST_DROPPED) req.socket.destroy();
  });
  req.once('end', done);
  req.once('close', () => {
    if (!req.readableEnded) done();
  });
  req.resume();
}
