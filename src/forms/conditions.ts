// Questions that depend on earlier answers. Shared by the page, its script and the server.

/** The required value of an earlier answer. */
export type Condition =
  /** One of these values; for a list of answers, at least one of them. */
  | { readonly question: string; readonly is: string | readonly string[] }
  | { readonly question: string; readonly atLeast: number }
  | { readonly question: string; readonly atMost: number }
  | { readonly question: string; readonly answered: true };

/** Something that is asked when all its conditions hold; without conditions it is always asked. */
export interface Conditional {
  readonly name: string;
  readonly showIf?: readonly Condition[];
}

type Answer = unknown;

const isEmpty = (answer: Answer): boolean =>
  answer === undefined || answer === null || answer === '' || (Array.isArray(answer) && answer.length === 0);

/** Numbers are sent as decimal text; "can't say" is not a number. */
function numberIn(answer: Answer): number | null {
  const number = typeof answer === 'string' && answer !== '' ? Number(answer) : answer;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}

/** True when an answer satisfies the condition; a missing answer never does. */
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
 * Names of the questions asked, given the answers so far. An answer to a question that is not asked counts as
 * missing, so questions that depend on it are not asked either. In the order of the form; a condition refers
 * only to earlier questions.
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
