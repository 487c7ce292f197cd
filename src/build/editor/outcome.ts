// What an editors' command prints and does. Pure.

export interface Outcome {
  readonly text: string;
  readonly ok: boolean;
  /** Wrong usage: exit code 2, as for every command. */
  readonly isMisused?: boolean;
  /** Files to write, by path from the project folder; `isNew` when no file may exist there yet. */
  readonly write?: readonly { readonly path: string; readonly text: string; readonly isNew?: boolean }[];
}

export const refused = (text: string): Outcome => ({ text, ok: false });
export const misused = (text: string): Outcome => ({ text, ok: false, isMisused: true });
