// The only kind of error that a command shows to a person without a stack.

/** A condition that the operator can correct. The message (Latvian) says what is wrong and what to do. */
export class Refusal extends Error {
  override name = 'Refusal';
}

/**
 * Runs a command root. A refusal is printed and ends it with exit code 1; any other error shows its stack.
 */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault;
    process.stderr.write(`${fault.message}\n`);
    process.exitCode = 1;
  }
}
