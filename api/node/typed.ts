// What a person types when a command asks: from standard input, never from an argument that others could see.
import { createInterface } from 'node:readline/promises';
import { text } from 'node:stream/consumers';

/** One line at a terminal, after `question`; otherwise all that is piped in. */
export async function readTyped(question: string): Promise<string> {
  if (!process.stdin.isTTY) return text(process.stdin);
  // The question goes where results don't, so that those can be kept in a file.
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await lines.question(question);
  } finally {
    lines.close();
  }
}
