// Keeps what takes long to reckon for as long as its age is the same; several who ask at once wait for one reckoning.
export interface Keeper<T> {
  /** `age`: a day, a minute …: what was kept of another one is dropped. */
  of(age: string, key: string, make: () => Promise<T>): Promise<T>;
}

/** A keeper for each owner, gone with it. */
export function keeperFor<T>(): (owner: object) => Keeper<T> {
  const keepers = new WeakMap<object, Keeper<T>>();
  return owner => {
    const known = keepers.get(owner) ?? createKeeper<T>();
    keepers.set(owner, known);
    return known;
  };
}

function createKeeper<T>(): Keeper<T> {
  const kept = new Map<string, Promise<T>>();
  let keptOf = '';
  return {
    of(age, key, make) {
      if (age !== keptOf) kept.clear();
      keptOf = age;
      const known = kept.get(key);
      if (known) return known;
      const made = make();
      kept.set(key, made);
      // Tried again by who asks next.
      made.catch(() => kept.delete(key));
      return made;
    },
  };
}
