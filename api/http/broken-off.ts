// A request whose sender disconnected in the middle: not a server error, and not logged.

/** The error of Node's request stream in that case; no other code uses these words. */
export const isBrokenOff = (fault: unknown): boolean =>
  fault instanceof Error && fault.message === 'aborted' && 'code' in fault && fault.code === 'ECONNRESET';
