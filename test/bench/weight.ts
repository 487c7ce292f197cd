// What a visitor downloads, page by page, as sent (brotli): HTML with its stylesheet, and scripts. Exact, so
// no rounds.
import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { builtPages, distFile } from '../site/dist.ts';

const size = (bytes: Buffer | string): number => brotliCompressSync(bytes).length;
const addressesIn = (html: string, pattern: RegExp): string[] =>
  [...html.matchAll(pattern)].map(([, address]) => address ?? '');
const total = (addresses: readonly string[]): number =>
  addresses.reduce((sum, address) => sum + size(readFileSync(distFile(address.slice(1)))), 0);

/** Prints the heaviest and the median page compared with the budget of one first round trip. */
export function benchWeight(): void {
  const pages = builtPages().map(({ address, html }) => ({
    address,
    bytes: size(html) + total(addressesIn(html, /<link[^>]*rel="stylesheet"[^>]*href="([^"]+)"/g)),
    script: total(addressesIn(html, /<script[^>]*src="([^"]+)"/g)),
  }));
  const budget = 14 * 1024;
  for (const { address, bytes, script } of pages.toSorted((a, b) => b.bytes - a.bytes).slice(0, 5)) {
    const share = (bytes / budget).toFixed(2);
    console.log(
      `weight of ${address}: ${(bytes / 1024).toFixed(1)} KB HTML + CSS, ${(script / 1024).toFixed(1)} KB script | of budget ${share} (target ≤ 1)`,
    );
  }
}
