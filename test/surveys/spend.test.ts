// Spending a token: exactly once under any concurrency, and either both the token and the answer, or neither.
import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { openPool, sealPool } from '../../api/domain/surveys/pool.ts';
import { spendToken } from '../../api/jobs/spend-token.ts';
import { clearLog } from '../../api/store/clear-log.ts';
import { makePool, poolStore } from '../../api/store/surveys/pool.ts';
import { insertTokens, tokenStore } from '../../api/store/surveys/tokens.ts';
import { startApp, type TestApp } from '../api/harness.ts';
import { staffSurvey } from '../api/test-site.ts';

const SURVEY = staffSurvey.id;
const answer = (value: string) => ({ survey: staffSurvey, answers: { ko: value } });

async function survey(people: number) {
  const test = await startApp();
  const { database, deps } = test;
  const hashes = Array.from({ length: people }, () => new Uint8Array(randomBytes(32)));
  const pool = { survey: SURVEY, threshold: 5, sealed: await sealPool(deps, SURVEY, []) };
  await database.batch([makePool(pool), ...insertTokens(SURVEY, hashes)]);
  return { test, hashes };
}

const spender = ({ database, deps }: TestApp) =>
  spendToken({
    keyring: deps.keyring,
    primitives: deps.primitives,
    pools: poolStore(database),
    tokens: tokenStore(database),
    clearLog: () => clearLog(database),
  });

async function waitingIn({ database, deps }: TestApp): Promise<string[]> {
  const pool = await poolStore(database).find(SURVEY);
  const waiting = await openPool(deps, SURVEY, pool?.sealed ?? new Uint8Array());
  return waiting.map(({ answers }) => String(answers['ko'])).sort();
}

const numbered = (n: number): string[] => Array.from({ length: n }, (_, i) => `${i}`).sort();

describe('spending a token', () => {
  it('takes each of fifty at once, none twice and none lost', async () => {
    const { test, hashes } = await survey(50);
    const spend = spender(test);
    const outcomes = await Promise.all(hashes.map((hash, i) => spend(hash, answer(`${i}`))));
    expect(new Set(outcomes)).toEqual(new Set(['spent']));
    expect(await waitingIn(test)).toEqual(numbered(50));
    expect(await tokenStore(test.database).counts()).toEqual([{ survey: SURVEY, made: 50, used: 50 }]);
  });

  it('does so also where several programs answer at once', async () => {
    const { test, hashes } = await survey(24);
    const spenders = [spender(test), spender(test), spender(test), spender(test)];
    const outcomes = await Promise.all(
      hashes.map((hash, i) => (spenders[i % 4] as (typeof spenders)[0])(hash, answer(`${i}`))),
    );
    expect(new Set(outcomes)).toEqual(new Set(['spent']));
    expect(await waitingIn(test)).toEqual(numbered(24));
  });

  it('takes one answer of many sent by the same token', async () => {
    const { test, hashes } = await survey(1);
    const [hash = new Uint8Array()] = hashes;
    const spenders = [spender(test), spender(test), spender(test)];
    const outcomes = await Promise.all(
      Array.from({ length: 12 }, (_, i) => (spenders[i % 3] as (typeof spenders)[0])(hash, answer(`${i}`))),
    );
    expect(outcomes.filter(outcome => outcome === 'spent')).toHaveLength(1);
    expect(outcomes.filter(outcome => outcome === 'used')).toHaveLength(11);
    expect(await waitingIn(test)).toHaveLength(1);
  });

  it('knows a forged token, and one of another survey', async () => {
    const { test, hashes } = await survey(1);
    const spend = spender(test);
    expect(await spend(new Uint8Array(32), answer('x'))).toBe('unknown');
    expect(
      await spend(hashes[0] ?? new Uint8Array(), { ...answer('x'), survey: { ...staffSurvey, id: 'cita' } }),
    ).toBe('unknown');
    expect(await waitingIn(test)).toEqual([]);
  });

  it('leaves a token good when the pool does not open', async () => {
    const { test, hashes } = await survey(1);
    await test.database.execute({
      sql: 'UPDATE survey_pools SET sealed = zeroblob(65536)',
    });
    const spend = spender(test);
    await expect(spend(hashes[0] ?? new Uint8Array(), answer('x'))).rejects.toThrow(/do not open/);
    expect(await tokenStore(test.database).counts()).toEqual([{ survey: SURVEY, made: 1, used: 0 }]);
  });
});
