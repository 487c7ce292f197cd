// Questions that are asked only after certain answers. One reading for the page, the script beside it and the server.

/** What an earlier answer has to be. */
export type Condition =
  /** One of these; of a list of answers, any of these among them. */
  | { readonly question: string; readonly is: string | readonly string[] }
  | { readonly question: string; readonly atLeast: number }
  | { readonly question: string; readonly atMost: number }
  | { readonly question: string; readonly answered: true };

/** Something that is asked when all its conditions hold; without any it always is. */
export interface Conditional {
  readonly name: string;
  readonly showIf?: readonly Condition[];
}

type Answer = unknown;

const isEmpty = (answer: Answer): boolean =>
  answer === undefined || answer === null || answer === '' || (Array.isArray(answer) && answer.length === 0);

/** Numbers come as decimal text; "can't say" is none. */
function numberIn(answer: Answer): number | null {
  const number = typeof answer === 'string' && answer !== '' ? Number(answer) : answer;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}

/** Whether an answer is what the condition asks for; none never is. */
export function holds(condition: Condition, answer: Answer): boolean {
  if (isEmpty(answer)) return false;
  if ('answered' in condition) return true;
  if ('is' in condition) {
    const wanted = [condition.is].flat();
    return [answer].flat().some(given => wanted.includes(String(given)));
  }
  const number = numberIn(answer);
  if (number === null) return false;
  return 'atLeast' in condition ? number >= condition.atLeast : number <= condition.atMost;
}

/**
 * Names of what is asked, given the answers so far. An answer to a question that is itself not asked counts as none, so
 * what hangs on it is not asked either. The order is that of the form; a condition looks back only.
 */
export function shownNames(
  items: readonly Conditional[],
  answers: Readonly<Record<string, Answer>>,
): ReadonlySet<string> {
  const shown = new Set<string>();
  for (const { name, showIf = [] } of items) {
    if (
      showIf.every(
        condition => shown.has(condition.question) && holds(condition, answers[condition.question]),
      )
    )
      shown.add(name);
  }
  return shown;
}
