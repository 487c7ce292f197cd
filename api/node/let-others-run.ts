// A break in long work on Node.

/** Resolves after the events that wait by now were handled: other requests, answers of the database. */
export const letOthersRun = (): Promise<void> => new Promise(resolve => setImmediate(resolve));
