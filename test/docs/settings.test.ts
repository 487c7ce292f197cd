// `docs/settings.md` and `.env.example` say what the schema of the settings says.
import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { settingNames } from '../../api/config.ts';
import { settingRows, withSettings } from '../../api/node/settings-page.ts';

const rows = settingRows();

describe('every setting', () => {
  it('has a row', () => {
    expect(rows.map(({ name }) => name)).toEqual([...settingNames]);
  });

  it.each(rows.map(row => [row.name, row] as const))(
    '%s says what it means and which values it takes',
    (_, row) => {
      expect(row.description).toMatch(/^[A-Z`].*[.)]$/s);
      expect(row.values).not.toBe('');
    },
  );
});

describe('docs/settings.md', () => {
  const page = readFileSync('docs/settings.md', 'utf8');

  it('is up to date (npm run docs)', () => {
    expect(page).toBe(withSettings(page));
  });

  it('is refused without the place for its table', () => {
    expect(() => withSettings('# Settings\n')).toThrow('settings: written by npm run docs');
  });
});

it('.env.example has every setting with its default', () => {
  const example = parseEnv(readFileSync('.env.example', 'utf8'));
  const presets = Object.fromEntries(rows.map(({ name, preset }) => [name, preset]));
  expect(example).toEqual(presets);
});
