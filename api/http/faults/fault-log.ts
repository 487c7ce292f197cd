// The log line of an unexpected error: what an operator and a programmer need, and nothing that a person typed.
import type { LogEntry } from '../../deps.ts';
import { type Absence, chainOf, codeOf, statusOf } from './away.ts';

export interface FaultFacts {
  readonly at: Date;
  /** The id that the person's page shows, too. */
  readonly id: string;
  readonly method: string;
  /** The pattern of the route, `/registrs/lietas/:ref/`. The address itself may hold references and codes. */
  readonly route: string;
  readonly absence: Absence | null;
}

const NAME = /^[A-Za-z][A-Za-z0-9]{0,39}$/;
const CODE = /^[A-Z][A-Z0-9_]{0,59}$/;
/** A stack frame in a file of this program or of a package; only the file's path within it and the position are kept. */
const FRAME =
  /^\s+at (?:.{0,200}\()?\S{0,500}?\/((?:api|src|node_modules)\/[\w@./+-]{1,200}):(\d{1,7}):\d{1,7}\)?$/;
const MOST_FRAMES = 4;

/**
 * An error as text without its message. Messages quote what was being worked on: a piece of JSON, a header, a value.
 * Name, code, status and position are set by programs. SQLite's messages are the exception that would be harmless, but
 * its code says the same.
 */
function describe(error: Error): string {
  const name = NAME.test(error.name) ? error.name : 'Error';
  const code = codeOf(error);
  const status = statusOf(error);
  return [name, ...(CODE.test(code) ? [code] : []), ...(status === null ? [] : [`HTTP ${status}`])].join(' ');
}

/** Where it was thrown. The message stands in the stack as well and is cut away first, line breaks included. */
function placeOf({ stack = '', message }: Error): string[] {
  const start = stack.indexOf(message);
  if (start === -1) return [];
  const frames = stack.slice(start + message.length).split('\n', 20);
  const places = frames.flatMap(line => {
    const [, file, position] = FRAME.exec(line) ?? [];
    return file === undefined ? [] : [`${file}:${position}`];
  });
  return places.slice(0, MOST_FRAMES);
}

/** The entry for the log. `setting`: what the operator should look at. */
export function faultEntry(fault: unknown, { at, id, method, route, absence }: FaultFacts): LogEntry {
  const chain = chainOf(fault);
  const [first = new Error(), ...causes] = chain;
  const place = chain.map(placeOf).find(frames => frames.length > 0) ?? [];
  return {
    level: 'error',
    event: 'fault',
    detail: {
      at: at.toISOString(),
      request: id,
      method,
      route,
      error: describe(first),
      ...(causes.length > 0 ? { cause: causes.map(describe).join(' < ') } : {}),
      ...(place.length > 0 ? { place: place.join(' < ') } : {}),
      ...(absence === null ? {} : { database: absence }),
      ...(absence === 'denied' ? { setting: 'KAC_DATABASE_TOKEN' } : {}),
    },
  };
}
