// Results kept for as long as what they were made from: the preview checks everything after every saved file.

/** The same function; asked again about the same object, it gives the same result without work. */
export function remembered<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, { readonly value: Value }>();
  return key => {
    const entry = known.get(key) ?? { value: make(key) };
    known.set(key, entry);
    return entry.value;
  };
}
