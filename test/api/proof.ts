// Solves the proof of work as a client program does, with ALTCHA's own library.
import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import type { Challenge } from 'altcha-lib/types';
import type { Hono } from 'hono';
import type { AppEnv } from '../../api/deps.ts';

/** Requests a challenge and returns its solution in the form that the field `proofOfWork` takes. */
export async function solve(app: Hono<AppEnv>, path = '/api/challenge'): Promise<string> {
  const challenge = (await (await app.request(path)).json()) as Challenge;
  const solution = await solveChallenge({ challenge, deriveKey });
  return btoa(JSON.stringify({ challenge, solution }));
}
