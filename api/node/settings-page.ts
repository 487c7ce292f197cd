// `docs/settings.md`: the table of settings, made from the schema that reads them.
import * as z from 'zod';
import { Env } from '../config.ts';

const BEGIN = '<!-- settings: written by npm run docs -->';
const END = '<!-- /settings -->';

/** A setting as the page shows it. Empty strings where the schema says nothing. */
export interface SettingRow {
  readonly name: string;
  /** As typed in `.env`. */
  readonly preset: string;
  readonly description: string;
  readonly values: string;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The settings in the order of the schema. */
export const settingRows = (): readonly SettingRow[] =>
  Object.entries(z.toJSONSchema(Env, { io: 'input' }).properties ?? {}).map(([name, schema]) => {
    const about = typeof schema === 'object' ? schema : {};
    return {
      name,
      preset: text(about.default),
      description: text(about.description),
      values: text(about['values']),
    };
  });

const cell = (words: string): string => words.replaceAll('|', '\\|');

function table(): string {
  const rows = settingRows().map(({ name, preset, description, values }) => {
    const cells = [`\`${name}\``, preset === '' ? 'empty' : `\`${preset}\``, description, values];
    return `| ${cells.map(cell).join(' | ')} |`;
  });
  return ['| Setting | Default | Meaning | Allowed values |', '|---|---|---|---|', ...rows].join('\n');
}

/**
 * The page with its table brought up to date; what is outside the markers stays.
 *
 * @throws {Error} when the page has no markers
 */
export function withSettings(page: string): string {
  const [from, to] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`the page has no “${BEGIN}” … “${END}”`);
  return `${page.slice(0, from)}${BEGIN}\n${table()}\n${page.slice(to)}`;
}
