// The one kind of error that a command shows to a person as it is.

/** A condition the operator can put right. The message (Latvian) says what is wrong and what to do; no stack needed. */
export class Refusal extends Error {
  override name = 'Refusal';
}

/** Runs a command root. A refusal is printed and ends it with exit code 1; anything else is a fault and shows its stack. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault;
    process.stderr.write(`${fault.message}\n`);
    process.exitCode = 1;
  }
}
