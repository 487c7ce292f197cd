// A request whose sender hung up or was cut off in the middle: no fault of ours, and no news for the operator.

/** What Node's request stream fails with then; nothing else in the program says it in these words. */
export const isBrokenOff = (fault: unknown): boolean =>
  fault instanceof Error && fault.message === 'aborted' && 'code' in fault && fault.code === 'ECONNRESET';
