// Consistency of `content/policy/glabasana.yaml`. Pure.
import { KINDS } from '../contract/kinds.ts';
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

/** Kinds for which every case has a class, whatever its outcome. */
const covered = (classes: Facts['policies'][number]['classes']): ReadonlySet<string> =>
  new Set(
    classes.flatMap(({ only: { kinds, outcomes, spam, whistleblower } }) =>
      outcomes || spam || whistleblower ? [] : Array.isArray(kinds) ? (kinds as string[]) : KINDS,
    ),
  );

/**
 * Policies must be in order and must have a class for every possible case; a case without one would be kept
 * forever.
 */
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
