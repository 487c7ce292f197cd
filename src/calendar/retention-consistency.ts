// What within `content/policy/glabasana.yaml` does not go together. Pure.
import { type Problem, policyProblems } from './consistency.ts';

interface Facts {
  readonly policies: readonly {
    readonly inForce: string;
    readonly classes: readonly {
      readonly id: string;
      readonly only: Readonly<Partial<Record<string, readonly string[] | true | undefined>>>;
    }[];
  }[];
}

const KINDS = ['complaint', 'suggestion', 'gratitude', 'question', 'site'];

/** Kinds for which every case has a class, whatever came of it. */
const covered = (classes: Facts['policies'][number]['classes']): ReadonlySet<string> =>
  new Set(
    classes.flatMap(({ only: { kinds, outcomes, spam, whistleblower } }) =>
      outcomes || spam || whistleblower ? [] : Array.isArray(kinds) ? (kinds as string[]) : KINDS,
    ),
  );

/** Policies in order, and in each a class for every case there can be: what has none would be kept for ever. */
export function retentionProblems({ policies }: Facts): Problem[] {
  const gaps = policies.flatMap(({ classes }, i): Problem[] => {
    const known = covered(classes);
    const missing = KINDS.filter(kind => !known.has(kind));
    if (missing.length === 0) return [];
    return [
      {
        path: ['policies', i, 'classes'],
        message: `Dažām lietām nav klases: ${missing.join(', ')}.`,
        fix: 'Pievienojiet beigās klasi, kuras laukā “only” ir tikai “kinds” ar šiem veidiem.',
      },
    ];
  });
  return [...policyProblems(policies), ...gaps];
}
