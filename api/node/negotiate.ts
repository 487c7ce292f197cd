// Selects the encoding for a client: Accept-Encoding with its weights (RFC 9110, 12.5.3).

export type Encoding = 'br' | 'gzip' | 'identity';

/** Our preference when the client weighs them equally. */
const PREFERENCE: readonly Encoding[] = ['br', 'gzip', 'identity'];

/**
 * The encodings a client accepts, best first. When none is acceptable the plain form is used all the same.
 */
export function acceptedEncodings(header: string): readonly Encoding[] {
  const weights = parse(header);
  const weigh = (encoding: Encoding): number =>
    weights.get(encoding) ??
    (encoding === 'gzip' ? weights.get('x-gzip') : undefined) ??
    weights.get('*') ??
    0;
  return PREFERENCE.map(encoding => ({ encoding, weight: weigh(encoding) }))
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight)
    .map(({ encoding }) => encoding);
}

function parse(header: string): Map<string, number> {
  const weights = new Map<string, number>();
  for (const part of header.toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map(text => text.trim());
    const weight = parameters.find(parameter => parameter.startsWith('q='));
    // An invalid number is treated as zero.
    if (name !== '') weights.set(name, weight === undefined ? 1 : Number(weight.slice(2)));
  }
  return weights;
}

const CACHE_SIZE = 256;

/**
 * `acceptedEncodings` with a cache: browsers send a handful of different headers, and this is the hot path.
 */
export function rememberingNegotiator(): (header: string | undefined) => readonly Encoding[] {
  const known = new Map<string, readonly Encoding[]>();
  return (header = '') => {
    const found = known.get(header);
    if (found) return found;
    // Bounded, because clients choose the header.
    if (known.size >= CACHE_SIZE) known.clear();
    const accepted = acceptedEncodings(header);
    known.set(header, accepted);
    return accepted;
  };
}
