// Caches expensive results per age (a day, a minute …); concurrent callers share one computation.
export interface Keeper<T> {
  /** `age`: a day, a minute …; results of another age are dropped. */
  of(age: string, key: string, make: () => Promise<T>): Promise<T>;
}

/** A cache for each owner, released with it. */
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
      // After a failure the next caller tries again.
      made.catch(() => kept.delete(key));
      return made;
    },
  };
}
