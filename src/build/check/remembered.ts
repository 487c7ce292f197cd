// Caches results for as long as their input object exists, because the preview repeats the whole check after
// every save.

/** The same function with a cache: called again with the same object, it returns the same result. */
export function remembered<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, { readonly value: Value }>();
  return key => {
    const entry = known.get(key) ?? { value: make(key) };
    known.set(key, entry);
    return entry.value;
  };
}
