// Reads the configuration for a command on Node, with `.env`, or refuses with all problems.
import { existsSync } from 'node:fs';
import { type Config, readConfig } from '../config.ts';
import { Refusal } from './refusal.ts';

/** The process's environment; `.env` counts only for variables that are not set. */
export function processEnv(): NodeJS.ProcessEnv {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return process.env;
}

/** @throws {Refusal} listing every problem. */
export function requireConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const result = readConfig(env);
  if (result.ok) return result.config;
  throw new Refusal(
    ['Iestatījumos ir kļūdas:', ...result.problems.map(problem => `  ${problem}`)].join('\n'),
  );
}
