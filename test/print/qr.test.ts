// The drawn code equals the encoded one and has enough quiet zone; addresses in readable form.

import { encode } from 'uqr';
import { expect, it } from 'vitest';
import { printedAddress } from '../../src/print/address.ts';
import { qrCode } from '../../src/print/qr.ts';

/** Converts the path back into modules. */
function modules(path: string, size: number): boolean[][] {
  const grid = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    grid[Number(y)]?.fill(true, Number(x), Number(x) + Number(length));
  return grid;
}

it.each([
  'https://kac.example/sudziba/',
  'https://kac.example/pakalpojumi/uznemuma-un-biedribas-registracija/',
])('draws %s module by module', text => {
  const { path: quickPath } = qrCode(text, true);
  const quick = encode(text, { ecc: 'M', border: 4, maskPattern: 3 });
  expect(modules(quickPath, quick.size)).toEqual(quick.data);
  const { size, path } = qrCode(text);
  const { data } = encode(text, { ecc: 'M', border: 4 });
  expect(modules(path, size)).toEqual(data);
  expect(path.replaceAll(/M\d+ \d+h\d+v1h-\d+z/g, '')).toBe('');
  const dark = modules(path, size).flatMap((row, y) => row.flatMap((on, x) => (on ? [x, y] : [])));
  expect(Math.min(...dark)).toBe(4);
  expect(Math.max(...dark)).toBe(size - 5);
});

it('prints an address a person can type and encodes the whole one', () => {
  expect(printedAddress('/darba-laiks/', new URL('https://kac.example'))).toEqual({
    url: 'https://kac.example/darba-laiks/',
    text: 'kac.example/darba-laiks',
  });
  expect(() => printedAddress('/', undefined)).toThrow('site');
});
