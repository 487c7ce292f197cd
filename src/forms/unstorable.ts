// Characters that no text may contain.

/**
 * NUL and lone surrogates: neither UTF-8 nor HTML can contain them, so they could not be returned as typed.
 */
export function unstorable(text: string): { position: number; code: string } | null {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const high = unit >= 0xd800 && unit <= 0xdbff;
    const paired = high && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00;
    if (unit === 0 || (!paired && unit >= 0xd800 && unit <= 0xdfff))
      return { position: i + 1, code: `U+${unit.toString(16).toUpperCase().padStart(4, '0')}` };
    if (paired) i++;
  }
  return null;
}
