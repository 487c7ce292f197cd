// CSV cells that no spreadsheet takes for formulas: by rule, with any text, and as LibreOffice reads them.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvLine, DIALECTS, harmless, phoneCell } from '../../api/domain/register/csv.ts';
import { temporaryFolders } from '../support/folder.ts';

const folder = temporaryFolders();

describe('a cell', () => {
  it.each([
    '=1+1',
    '=HYPERLINK("http://x.example","?")',
    '+1-cmd|calc',
    '-1+1',
    '-cmd',
    '@SUM(A1)',
    '\t=1',
    '\rx',
    '\nx',
    '  =1',
    '\ufeff=1',
    '\u200b=1',
    '＝1+1',
    '＋1',
    '－1+1',
    '＠x',
    '+371-29123456',
    '+(1)',
    '\0=1',
  ])('%j gets an apostrophe', text => {
    expect(harmless(text)).toBe(`'${text.replaceAll('\0', '')}`);
  });

  it.each([
    '-5',
    '-12,5',
    '-12.5',
    '+3.5',
    '0',
    '+371 29123456',
    '+44 7700 900123',
    '29123456',
    'a=b',
    'Rinda – gara',
    '–5',
    '',
    'līdz 5',
  ])('%j stays', text => expect(harmless(text)).toBe(text));

  it('never begins like a formula, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const first = harmless(text).replace(/^[\s\p{Cf}\p{Cc}]+/u, '');
        if (/^[=@＝＋－＠]/u.test(first)) expect.unreachable(first);
        if (/^[+-]/.test(first)) expect(first).toMatch(/^[+-]?[\d .,]+$/);
      }),
    );
  });
});

describe('a phone number', () => {
  it.each([
    ['+37129123456', '+371 29123456'],
    ['+371 29-123-456', '+371 29123456'],
    ['+447700900123', '+44 7700900123'.replace('+44 7', '+44 7')],
    ['29123456', '29123456'],
    ['37129123456', '37129123456'],
    ['+371 29123456 (vakarā)', '+371 29123456 (vakarā)'],
    ['=1+1', '=1+1'],
  ])('%s', (typed, cell) => {
    expect(phoneCell(typed).replaceAll(' ', '')).toBe(cell.replaceAll(' ', ''));
    if (/^\+[\d\s-]+$/.test(typed)) expect(harmless(phoneCell(typed))).toMatch(/^\+\d+ \d+$/);
  });
});

/** Parses a line according to RFC 4180. */
function parseLine(line: string, separator: string): string[] {
  const cells: string[] = [];
  const pattern = new RegExp(`(?:"((?:[^"]|"")*)"|([^"${separator}\\r\\n]*))(${separator}|\\r\\n)`, 'gy');
  for (const [, quoted, plain] of line.matchAll(pattern))
    cells.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
  return cells;
}

describe('a line', () => {
  it.each(Object.entries(DIALECTS))('%s can be read back', (_, dialect) => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 5 }), cells => {
        expect(parseLine(csvLine(cells, dialect), dialect.separator)).toEqual(cells.map(harmless));
      }),
    );
  });

  it('guards headers like cells', () => expect(csvLine(['=x', 'b'], DIALECTS.csv)).toBe("'=x,b\r\n"));
});

const office = spawnSync('soffice', ['--version'], { encoding: 'utf8' });
const hasOffice = office.status === 0;
if (!hasOffice) process.stdout.write('LibreOffice is not here: its reading of the CSV is not tested\n');

describe.skipIf(!hasOffice)('LibreOffice', () => {
  const HOSTILE = [
    '=1+1',
    '+1+1',
    '-1+1',
    '@SUM(1)',
    '\t=1+1',
    '＝1+1',
    '-5',
    '+371 29123456',
    'a;b,"c"\r\nd',
    'ā',
  ];

  it('shows every cell as it was written and reckons none', () => {
    const place = folder();
    const file = join(place, 'cases.csv');
    const { separator } = DIALECTS.excel;
    writeFileSync(
      file,
      `\ufeff${csvLine(['=x'], DIALECTS.excel)}${HOSTILE.map(cell => csvLine([cell, 'z'], DIALECTS.excel)).join('')}`,
    );
    const filter = `CSV:${separator.charCodeAt(0)},34,76`;
    // In flat XML a formula appears as a formula, and a number as a number.
    const { status, stderr } = spawnSync(
      'soffice',
      [
        `-env:UserInstallation=${pathToFileURL(join(place, 'profile')).href}`,
        '--headless',
        `--infilter=${filter}`,
        '--convert-to',
        'fods',
        '--outdir',
        place,
        file,
      ],
      { encoding: 'utf8', timeout: 110_000 },
    );
    expect(status, stderr).toBe(0);
    const xml = readFileSync(join(place, 'cases.fods'), 'utf8');
    expect(xml).not.toContain('table:formula');
    expect(xml).toMatch(/office:value="-5"/);
    expect(xml).toMatch(/office:value-type="string"[^>]*>\s*<text:p>\+371 29123456</);
  });
});
