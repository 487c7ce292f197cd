// References and tracking codes are typed by people: every slip must be detected or corrected.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  makeReference,
  makeTrackingCode,
  parseReference,
  parseTrackingCode,
} from '../../api/domain/codes.ts';

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const ALPHABET = '234679ACDEFHJKMNPQRTWXY';

describe('a reference', () => {
  it('is read back in any case and spacing', () => {
    fc.assert(
      fc.property(bytes(8), fc.constantFrom('', ' ', '-', ' - '), (entropy, gap) => {
        const reference = makeReference('2026', entropy);
        expect(reference).toMatch(/^KAC-26-[A-Z2-9]{4}-[A-Z2-9]{3}$/);
        const typed = reference.toLowerCase().replaceAll('-', gap);
        expect(parseReference(typed)).toBe(reference);
        expect(parseReference(reference.slice('KAC-'.length))).toBe(reference);
      }),
    );
  });

  it('with one wrong character or two neighbours swapped is not accepted', () => {
    fc.assert(
      fc.property(bytes(8), fc.nat(6), fc.constantFrom(...ALPHABET), (entropy, at, wrong) => {
        const plain = [...makeReference('2026', entropy).replaceAll('-', '')];
        const place = 5 + at;
        if (plain[place] !== wrong) expect(parseReference(plain.with(place, wrong).join(''))).toBeNull();
        const [left, right] = [plain[place - 1] ?? '', plain[place] ?? ''];
        if (at > 0 && left !== right)
          expect(
            parseReference(
              plain
                .with(place - 1, right)
                .with(place, left)
                .join(''),
            ),
          ).toBeNull();
      }),
    );
  });

  it.each(['', 'KAC', 'KAC-26', 'KAC-26-7Q4W-XI9', 'KAC-26-0000-000', 'x'.repeat(1000)])(
    '%j is none',
    text => {
      expect(parseReference(text)).toBeNull();
    },
  );
});

describe('a tracking code', () => {
  it('carries 80 bits and is read back whatever is confused', () => {
    fc.assert(
      fc.property(bytes(10), bytes(10), (one, other) => {
        const code = makeTrackingCode(one);
        expect(code).toMatch(/^(\w{4}-){3}\w{4}$/);
        expect(
          parseTrackingCode(
            code.toLowerCase().replaceAll('0', 'O').replaceAll('1', 'i').replaceAll('-', '–'),
          ),
        ).toBe(code);
        expect(code === makeTrackingCode(other)).toBe(Buffer.from(one).equals(Buffer.from(other)));
      }),
    );
  });

  it.each(['', 'ABCD', 'ABCD-ABCD-ABCD-ABC', 'ABCD-ABCD-ABCD-ABCD-A', 'ABCD-ABCD-ABCD-ABCU'])(
    '%j is none',
    text => {
      expect(parseTrackingCode(text)).toBeNull();
    },
  );
});
