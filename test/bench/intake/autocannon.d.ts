// The part of autocannon that the bench uses; the package has no types.
declare module 'autocannon' {
  import type { EventEmitter } from 'node:events';

  export interface Options {
    readonly url: string;
    readonly method: 'POST';
    readonly headers: Readonly<Record<string, string>>;
    /** Each connection sends them in turn. */
    readonly requests: readonly { readonly body: string }[];
    readonly connections: number;
    /** Seconds. */
    readonly duration: number;
  }

  export interface Result {
    readonly errors: number;
    readonly timeouts: number;
    /** Seconds. */
    readonly duration: number;
  }

  /** Emits `response` with client, status, bytes and milliseconds. */
  export default function autocannon(
    options: Options,
    done: (fault: Error | null, result: Result) => void,
  ): EventEmitter;
}
