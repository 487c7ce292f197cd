// What a command for editors says and does. Pure.

export interface Outcome {
  readonly text: string;
  readonly ok: boolean;
  /** It was called in a way it does not know: exit code 2, as for every command. */
  readonly isMisused?: boolean;
  /** Files to write, by path from the project folder; `isNew` where nothing may be there yet. */
  readonly write?: readonly { readonly path: string; readonly text: string; readonly isNew?: boolean }[];
}

export const refused = (text: string): Outcome => ({ text, ok: false });
export const misused = (text: string): Outcome => ({ text, ok: false, isMisused: true });
