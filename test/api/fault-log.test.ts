// What the log says of an unexpected error: names, codes and positions; never a message, whatever is put into it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { absenceOf } from '../../api/http/faults/away.ts';
import { faultEntry } from '../../api/http/faults/fault-log.ts';

const FACTS = {
  at: new Date('2026-11-23T08:30:00Z'),
  id: '7K2M9-QX4RT',
  method: 'POST',
  route: '/api/complaints',
  absence: null,
};
const entry = (fault: unknown) => faultEntry(fault, FACTS);
const coded = (message: string, code: unknown, cause?: unknown) =>
  Object.assign(new Error(message, { cause }), { code });

describe('the line of an unexpected error', () => {
  it('has time, request, method, route, error and position', () => {
    const { level, event, detail } = entry(new TypeError('x is not a function'));
    expect([level, event]).toEqual(['error', 'fault']);
    expect(detail).toMatchObject({
      at: '2026-11-23T08:30:00.000Z',
      request: '7K2M9-QX4RT',
      method: 'POST',
      route: '/api/complaints',
      error: 'TypeError',
    });
    expect(JSON.stringify(detail)).not.toContain('is not a function');
  });

  it('names where in the program it was thrown', () => {
    let fault: unknown;
    try {
      faultEntry(null, { ...FACTS, at: new Date(Number.NaN) });
    } catch (error) {
      fault = error;
    }
    expect(entry(fault).detail?.['place']).toMatch(/^api\/http\/faults\/fault-log\.ts:\d+/);
  });

  it('has every cause with its code or status', () => {
    const inner = coded('connect ECONNREFUSED 10.0.0.7:8080', 'ECONNREFUSED');
    const middle = Object.assign(new Error('Server returned HTTP status 502: secret', { cause: inner }), {
      name: 'HttpServerError',
      status: 502,
    });
    expect(entry(coded('SERVER_ERROR: secret', 'SERVER_ERROR', middle)).detail).toMatchObject({
      error: 'Error SERVER_ERROR',
      cause: 'HttpServerError HTTP 502 < Error ECONNREFUSED',
    });
  });

  it('ends where a cause leads back to itself', () => {
    const fault = new Error('a');
    fault.cause = new Error('b', { cause: fault });
    expect(entry(fault).detail).toMatchObject({ error: 'Error', cause: 'Error' });
  });

  it.each([
    ['in the message', new SyntaxError('Unexpected token in JSON: "zimite"')],
    ['as a line of a stack', new Error('x\n    at zimite (/srv/api/zimite.ts:1:1)')],
    [
      'as a line of a stack, quoted',
      new Error('at (file:///srv/api/zimite.ts:7:7)\n    at /api/zimite.ts:1:1'),
    ],
    ['as a code', coded('x', 'zimite')],
    ['as a name', Object.assign(new Error('x'), { name: 'Zimite: what was typed' })],
    ['in a cause', new Error('x', { cause: new Error('zimite') })],
    ['as a cause that is no error', new Error('x', { cause: 'zimite' })],
    [
      'in a message that was changed',
      Object.assign(new Error('a\n    at b (/api/zimite.ts:1:1)'), { message: 'c' }),
    ],
    [
      'in other members',
      Object.assign(new Error('x'), { input: 'zimite', path: '/zimite', status: 'zimite' }),
    ],
    ['as what was thrown', 'zimite'],
  ])('says nothing of what was typed %s', (_, fault) => {
    expect(JSON.stringify(entry(fault))).not.toMatch(/zimite/i);
  });

  it('says nothing of any message', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 60, unit: 'binary' }), text => {
        const marked = `${text}zimite${text}`;
        expect(JSON.stringify(entry(new Error(marked, { cause: coded(marked, marked) })))).not.toContain(
          'zimite',
        );
      }),
    );
  });
});

describe('whether the database is away', () => {
  it.each([
    [coded('x', 'SQLITE_BUSY'), 'away'],
    [coded('x', 'SQLITE_IOERR_FSYNC'), 'away'],
    [coded('x', 'SQLITE_FULL'), 'away'],
    [coded('x', 'SQLITE_READONLY'), 'away'],
    [coded('x', 'WORKER_GONE'), 'away'],
    [new TypeError('fetch failed', { cause: coded('x', 'ECONNREFUSED') }), 'away'],
    [new TypeError('terminated', { cause: coded('x', 'UND_ERR_SOCKET') }), 'away'],
    [new DOMException('x', 'TimeoutError'), 'away'],
    [Object.assign(new Error('x'), { status: 401 }), 'denied'],
    [coded('x', 'SQLITE_CONSTRAINT'), null],
    [coded('x', 'SQLITE_ERROR'), null],
    [coded('x', 'SQLITE_CORRUPT'), null],
    [new TypeError('x is undefined'), null],
    [new Error('SQLITE_BUSY, somebody wrote'), null],
  ])('%s: %s', (fault, absence) => {
    expect(absenceOf(fault)).toBe(absence);
  });
});
