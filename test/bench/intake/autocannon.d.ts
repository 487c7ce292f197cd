// What the bench uses of autocannon, which brings no types.
declare module 'autocannon' {
  import type { EventEmitter } from 'node:events';

  export interface Options {
    readonly url: string;
    readonly method: 'POST';
    readonly headers: Readonly<Record<string, string>>;
    /** One request after another, by each connection. */
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
