// Which idempotency keys are accepted. Whoever knows a key can repeat its send, so a key must be random and secret: one
// that a person would make up is refused.

/** 16 to 100 characters of base64url. */
export const KEY_SHAPE = /^[\w-]{16,100}$/;

/**
 * Characters of a key that could not be foretold from those before them. Random keys of 16 characters have 11 and more
 * (UUIDs over 20); counters, runs and repetitions have fewer, however long they are.
 */
const LEAST_FRESH = 10;

/** Whether the step from the character before is the same three times running: `0000`, `1234`, `fedc`. */
function continuesRun(codes: readonly number[], at: number): boolean {
  const step = (i: number): number => (codes[i] ?? 0) - (codes[i - 1] ?? 0);
  return at >= 3 && step(at) === step(at - 1) && step(at) === step(at - 2);
}

function freshCharacters(key: string): number {
  const codes = Array.from(key, character => character.charCodeAt(0));
  const pairs = new Set<number>();
  return codes.filter((code, at) => {
    const before = codes[at - 1];
    if (before === undefined) return true;
    // ASCII only: a pair is one number.
    const pair = before * 128 + code;
    const isKnown = pairs.has(pair);
    pairs.add(pair);
    return code !== before && !isKnown && !continuesRun(codes, at);
  }).length;
}

/**
 * Whether a key of the right shape is plainly no random one: the same character again and again, a run, a repetition, a
 * counter with a short name. It can't tell a word from a random text; the API's description says what a key must be.
 */
export const isGuessable = (key: string): boolean => freshCharacters(key) < LEAST_FRESH;

/** Whether a value may be an idempotency key. */
export const isIdempotencyKey = (value: unknown): value is string =>
  typeof value === 'string' && KEY_SHAPE.test(value) && !isGuessable(value);
