// What the database's thread does: answers the calls that come through a port on the one file it opened.
import { pathToFileURL } from 'node:url';
import type { MessagePort } from 'node:worker_threads';
// The file engine alone: the package's main entry would load the network client as well.
import { createClient } from '@libsql/client/sqlite3';
import type { Database } from '../store/database.ts';
import { libsqlDatabase } from '../store/libsql.ts';
import type { Intake } from './intake.ts';
import type { Call, Fault, Reply, Request } from './worker-protocol.ts';

const BUSY_TIMEOUT_MS = 5000;

// Only `journal_mode` is kept by the file; the rest belongs to a connection and is said on each one.
const ON_CONNECT = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA secure_delete = ON;
  PRAGMA foreign_keys = ON;
`;

/**
 * Opens the file and answers the port's calls until it is told to close; then the port closes, too.
 *
 * @param file absolute path of the database file
 * @throws what the driver throws when the file cannot be opened
 */
export function serveDatabase(port: MessagePort, file: string): void {
  // `timeout` is SQLite's busy timeout; the driver sets it on every connection it opens.
  const client = createClient({ url: pathToFileURL(file).href, timeout: BUSY_TIMEOUT_MS });
  const perform = performer(libsqlDatabase(client, { onConnect: ON_CONNECT }));
  port.on('message', async ({ id, call }: Request) => {
    let reply: Reply;
    try {
      reply = { id, ok: true, value: await perform(call) };
    } catch (fault) {
      reply = { id, ok: false, fault: toFault(fault) };
    }
    port.postMessage(reply);
    if (call.kind === 'close') port.close();
  });
}

function performer(database: Database): (call: Call) => Promise<unknown> {
  let intake: Intake | null = null;
  return async call => {
    if (call.kind === 'execute') return Promise.all(call.statements.map(database.execute));
    if (call.kind === 'batch') return database.batch(call.statements);
    if (call.kind === 'open-intake') {
      // Loaded here, since most commands open the file and take nothing in.
      const { openIntake } = await import('./intake.ts');
      intake = await openIntake(database, call);
      return;
    }
    if (call.kind === 'take') {
      if (!intake) throw new Error('the intake was not opened');
      return intake.take(call.group, call.head);
    }
    if (call.kind === 'holds-key') return intake?.windows.holdsKey() ?? false;
    intake?.windows.close();
    // Leaves one whole file behind, so that a copy of it taken now is a complete copy. Where that fails, as on a full
    // disk, nothing is lost: the log beside the file has it, and the next start reads it.
    await database.execute({ sql: 'PRAGMA wal_checkpoint(TRUNCATE)' }).catch(() => undefined);
    return database.close();
  };
}

function toFault(fault: unknown): Fault {
  const { name, message, code, extendedCode } = fault as Partial<Fault>;
  return { name: name ?? 'Error', message: message ?? String(fault), code, extendedCode };
}
