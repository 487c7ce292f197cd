// How many connections a server accepts. Each uses one of the process's file descriptors, and database, log,
// mail and late loading need some at any time.
import type { Server } from 'node:http';
import type { LogEntry } from '../deps.ts';

const KEPT_FILES = 100;
const TELL_MS = 60_000;
/** From this share of the connections on, those that wait for a next request are closed to make room. */
const NEARLY_FULL = 0.9;
const MAKE_ROOM_MS = 1000;

/** File descriptors this process may use; Infinity when unlimited or unknown. */
export function openFiles(): number {
  // Otherwise the report would look up the names of all connected hosts. The types do not know the option
  // yet.
  Object.assign(process.report, { excludeNetwork: true });
  const { userLimits } = process.report.getReport() as { userLimits?: { open_files?: { soft?: unknown } } };
  const soft = userLimits?.open_files?.soft;
  return typeof soft === 'number' ? soft : Infinity;
}

/** How many visitors may be connected at once when a process may use `files` descriptors. */
export const mostConnections = (files: number): number => files - Math.min(KEPT_FILES, Math.ceil(files / 2));

/** Closes new connections at once while the server is full; the log says how many, at most once a minute. */
export function limitConnections(server: Server, log: (entry: LogEntry) => void, files = openFiles()): void {
  if (!Number.isFinite(files)) return;
  const most = mostConnections(files);
  server.maxConnections = most;
  closeIdleWhenNearlyFull(server, most);
  let turnedAway = 0;
  let told = -Infinity;
  server.on('drop', () => {
    turnedAway += 1;
    if (performance.now() - told < TELL_MS) return;
    told = performance.now();
    log({ level: 'error', event: 'connections', detail: { most, turnedAway } });
    turnedAway = 0;
  });
}

/** A kept-alive connection may be idle for longer than a minute; a visitor who has just come goes before it. */
function closeIdleWhenNearlyFull(server: Server, most: number): void {
  let open = 0;
  let made = -Infinity;
  server.on('connection', socket => {
    open += 1;
    socket.once('close', () => {
      open -= 1;
    });
    if (open < most * NEARLY_FULL || performance.now() - made < MAKE_ROOM_MS) return;
    made = performance.now();
    server.closeIdleConnections();
  });
}
