// A server's automatic backups: one each night in a separate process, and the list of erasures.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants, setPriority } from 'node:os';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Config } from '../../config.ts';
import type { LogEntry } from '../../deps.ts';
import { type BackupState, isDue, isOverdue } from '../../domain/backups.ts';
import type { Database } from '../../store/database.ts';
import { databaseFile } from '../open-data.ts';
import { type Repeating, repeat } from '../repeat.ts';
import { type Looked, noteErasures } from './erasures.ts';
import { backupFolder, listBackups } from './folder.ts';

/** A server that has just started is busy; one that was down at night makes the backup later. */
const EVERY_MS = 10 * 60_000;
const NOTE_EVERY_MS = 5000;
/** A failed copy is not retried sooner: each try reads the whole database. */
const AFTER_FAILURE_MS = 60 * 60_000;
const LONGEST_MESSAGE = 1000;

export interface BackupTools {
  readonly config: Config;
  readonly database: Database;
  readonly log: (entry: LogEntry) => void;
  readonly now: () => Date;
  readonly everyMs?: number | undefined;
}

export interface Backups extends Repeating {
  readonly state: () => BackupState;
}

/** Whether a server with these settings makes backups by itself. */
export const makesBackups = (config: Config): boolean =>
  config.backups.nightly && databaseFile(config) !== null;

/** Starts both. When the database is on a server, there is nothing to copy and no list is kept. */
export function startBackups(tools: BackupTools): Backups {
  const { config } = tools;
  if (databaseFile(config) === null)
    return { state: () => ({ check: 'off', last: null }), stop: async () => undefined };
  const notes = startNotes(tools);
  const nightly = config.backups.nightly ? startNightly(tools) : null;
  return {
    state: () => ({
      check: notes.failing() || nightly?.failing() ? 'failed' : nightly ? 'ok' : 'off',
      last: nightly?.last() ?? null,
    }),
    async stop() {
      await nightly?.stop();
      await notes.stop();
    },
  };
}

interface Watched extends Repeating {
  failing(): boolean;
}

interface Nightly extends Watched {
  last(): Date | null;
}

function startNotes({ config, database, log }: BackupTools): Watched {
  const looked: Looked = { seq: 0 };
  let failed = false;
  const note = async (): Promise<void> => {
    try {
      await noteErasures(backupFolder(config), database, looked);
      failed = false;
    } catch (fault) {
      // Logged once; the next check, seconds later, retries.
      if (!failed) log(failure('erasure-list', fault));
      failed = true;
    }
  };
  const repeating = repeat(note, NOTE_EVERY_MS, () => undefined);
  return {
    failing: () => failed,
    async stop() {
      await repeating.stop();
      await note();
    },
  };
}

function startNightly({ config, log, now, everyMs = EVERY_MS }: BackupTools): Nightly {
  let last: Date | null = null;
  let failedAt: Date | null = null;
  const aborting = new AbortController();
  const look = async (): Promise<void> => {
    if (failedAt !== null && now().getTime() - failedAt.getTime() < AFTER_FAILURE_MS) return;
    last = listBackups(backupFolder(config))[0]?.made ?? null;
    if (!isDue(last, now())) {
      // One has been made manually in the meantime.
      failedAt = null;
      return;
    }
    const began = performance.now();
    await makeAside(config, aborting.signal);
    last = listBackups(backupFolder(config))[0]?.made ?? null;
    failedAt = null;
    log({ level: 'info', event: 'backup', detail: { ms: Math.round(performance.now() - began) } });
  };
  const repeating = repeat(look, everyMs, fault => {
    if (aborting.signal.aborted) return;
    failedAt = now();
    log(failure('backup', fault));
  });
  return {
    failing: () => failedAt !== null || isOverdue(last, now()),
    last: () => last,
    async stop() {
      aborting.abort();
      await repeating.stop();
    },
  };
}

/**
 * In a process of its own: this one must not open the file a second time (`openEmbedded`), and checking the
 * copy would slow requests down.
 * @throws {Error} with the command's output, when it failed.
 */
async function makeAside(config: Config, signal: AbortSignal): Promise<void> {
  const program = fileURLToPath(new URL('../../backup.ts', import.meta.url));
  const env = {
    ...process.env,
    KAC_DATA: config.dataFolder,
    KAC_DATABASE_URL: config.databaseUrl ?? '',
    KAC_DATABASE_TOKEN: '',
    KAC_BACKUPS: config.backups.folder ?? '',
    KAC_BACKUP_DAYS: String(config.backups.days),
    // It copies only the database.
    KAC_OFFICE_KEYS: 'off',
  };
  const child = spawn(process.execPath, [program], { env, stdio: ['ignore', 'ignore', 'pipe'], signal });
  const [said, [code]] = await Promise.all([text(child.stderr), ended(child)]);
  if (code !== 0) throw new Error(said.trim().slice(0, LONGEST_MESSAGE) || `exit code ${code}`);
}

function ended(child: ReturnType<typeof spawn>): Promise<[number | null]> {
  const closed = once(child, 'close') as Promise<[number | null]>;
  try {
    if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW);
  } catch {
    // The lower priority is optional.
  }
  return closed;
}

const failure = (event: string, fault: unknown): LogEntry => ({
  level: 'error',
  event,
  detail: { message: fault instanceof Error ? fault.message : String(fault) },
});
