// Reads what a person types for a command: from standard input, never from an argument that others could see.
import { createInterface } from 'node:readline/promises';
import { text } from 'node:stream/consumers';

/** One line at a terminal, after `question`; otherwise all piped input. */
export async function readTyped(question: string): Promise<string> {
  if (!process.stdin.isTTY) return text(process.stdin);
  // The question goes to standard error, so that the results can be redirected to a file.
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await lines.question(question);
  } finally {
    lines.close();
  }
}
