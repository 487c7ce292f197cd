// `docs/commands.md` names every npm script, and every sub-command and option that the programs print in their help.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runRoot } from '../support/command.ts';
import { scriptNames } from './pages.ts';

const page = readFileSync('docs/commands.md', 'utf8');
/** The commands at the beginning of table rows, without `npm run `. */
const rows = [...page.matchAll(/^\| `npm (?:run )?([^`]+)`/gm)].map(([, command = '']) => command);

const PROGRAMS = ['register', 'keys', 'backup', 'restore', 'outbox', 'content'];

/** Leading words in small letters: `rotate office`, `list`. What follows are values and options. */
const wordsOf = (text: string): string => /^(?:[a-z]+(?: (?=[a-z]))?)*/.exec(text.trim())?.[0].trim() ?? '';
const optionsIn = (text: string): Set<string> => new Set(text.match(/--[a-z][a-z-]+/g));

function documented(program: string) {
  const lines = page.split('\n').filter(line => line.startsWith(`| \`npm run ${program}`));
  const calls = rows.filter(row => row.split(' ')[0] === program).map(row => row.replace(/^\S+( -- )?/, ''));
  return {
    commands: new Set(calls.map(wordsOf).filter(words => words !== '')),
    options: optionsIn(lines.join('\n')),
  };
}

async function known(program: string) {
  const { out, err } = await runRoot(`${program}.ts`, ['--unknown'], { env: {} });
  const help = out + err;
  const lines = [...help.matchAll(/^ {2}(?! )(?:npm run \w+(?: -- )?)?(.*?)(?: {2,}|$)/gm)].map(
    ([, typed = '']) => typed,
  );
  return { commands: new Set(lines.map(wordsOf).filter(words => words !== '')), options: optionsIn(help) };
}

describe('docs/commands.md', () => {
  it('names every npm script and no other', () => {
    const named = new Set(rows.map(row => row.split(' ')[0]));
    expect([...named].sort()).toEqual([...scriptNames()].sort());
  });

  it.each(PROGRAMS)('names every command of npm run %s', async program => {
    const inHelp = await known(program);
    expect(inHelp.commands.size + inHelp.options.size).toBeGreaterThan(2);
    const { commands, options } = documented(program);
    expect(commands).toEqual(inHelp.commands);
    expect([...inHelp.options].filter(option => !options.has(option))).toEqual([]);
  });
});
