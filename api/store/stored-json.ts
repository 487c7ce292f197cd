// JSON in unencrypted columns. Damaged JSON reads as empty: one bad row must not break a page, a list or the
// start.
import type { SqlValue } from './database.ts';

function parsed(value: SqlValue | undefined): unknown {
  try {
    return JSON.parse(String(value));
  } catch {
    return null;
  }
}

/** A stored list of texts. */
export function textsIn(value: SqlValue | undefined): readonly string[] {
  const list = parsed(value);
  return Array.isArray(list) ? list.filter(item => typeof item === 'string') : [];
}

/** The stored facts of an event. The chain's hash covers the text itself, which `verify` reads. */
export function factsIn(value: SqlValue | undefined): Readonly<Record<string, unknown>> {
  const facts = parsed(value);
  return typeof facts === 'object' && facts !== null && !Array.isArray(facts)
    ? (facts as Record<string, unknown>)
    : {};
}
