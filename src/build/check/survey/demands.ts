// Reduces the conditions of a question to sets of allowed answers, and tells whether such sets are
// compatible. Pure.
import type { ContentDocument } from '../document.ts';
import { textAt, textsAt } from '../values.ts';
import type { Path } from '../yaml.ts';
import { type AnswerField, answerFieldsOf } from './answers.ts';
import { conditionsOf, type FoundCondition } from './conditions.ts';
import { numberAt } from './read.ts';

/** The answers to a field that a condition allows. */
export interface Demand {
  readonly path: Path;
  readonly field: AnswerField;
  readonly allows: ReadonlySet<string>;
}

export interface Demands {
  /** Demands of the question's or section's own conditions. */
  readonly own: (conditions: readonly FoundCondition[]) => readonly Demand[];
  /** Demands of a section. */
  readonly section: (section: number) => readonly Demand[];
  /**
   * Everything that must hold before a question is shown: its own conditions, its section's, and those of the
   * questions they refer to.
   */
  readonly upTo: (question: Path) => readonly Demand[];
}

/** Reads the demands of a survey whose conditions are each valid. */
export function demandsOf(document: ContentDocument): Demands {
  const fields = new Map(answerFieldsOf(document).map(field => [field.name, field]));
  const all = conditionsOf(document);
  const known = new Map(all.map(condition => [condition, demandOf(document, condition, fields)]));
  const own = (conditions: readonly FoundCondition[]) =>
    conditions.flatMap(condition => known.get(condition) ?? []);
  const section = (number: number) =>
    own(all.filter(({ of, section: at }) => of === undefined && at === number));
  const upTo = (question: Path): readonly Demand[] =>
    [
      ...section(Number(question[1])),
      ...own(all.filter(({ of }) => of?.path.join() === question.join())),
    ].flatMap(demand => [...upTo(demand.field.question.path), demand]);
  return { own, section, upTo };
}

/** For a text or a date, only whether there is an answer. */
const WHATEVER: ReadonlySet<string> = new Set(['']);

function demandOf(
  { data }: ContentDocument,
  { path }: FoundCondition,
  fields: ReadonlyMap<string, AnswerField>,
): readonly Demand[] {
  const field = fields.get(textAt(data, [...path, 'question'])[0]?.value ?? '');
  if (field === undefined) return [];
  if (field.values === undefined) return [{ path, field, allows: WHATEVER }];
  const wanted = [...textAt(data, [...path, 'is']), ...textsAt(data, [...path, 'is'])].map(
    ({ value }) => value,
  );
  const [least, most] = [numberAt(data, [...path, 'atLeast']), numberAt(data, [...path, 'atMost'])];
  const isAllowed = (value: string): boolean => {
    if (wanted.length > 0) return wanted.includes(value);
    if (least !== undefined) return Number(value) >= least;
    return most === undefined || Number(value) <= most;
  };
  return [{ path, field, allows: new Set(field.values.filter(isAllowed)) }];
}

/**
 * The first demand that the earlier demands make impossible. When several answers may be given, each may
 * satisfy one.
 */
export function clash(demands: readonly Demand[]): readonly [Demand, Demand] | undefined {
  const left = new Map<string, { readonly demand: Demand; readonly values: ReadonlySet<string> }>();
  for (const demand of demands) {
    const { name, many } = demand.field;
    const before = left.get(name);
    if (before === undefined || many) left.set(name, { demand, values: demand.allows });
    else {
      const values = new Set([...before.values].filter(value => demand.allows.has(value)));
      if (values.size === 0) return [before.demand, demand];
      left.set(name, { demand, values });
    }
  }
  return undefined;
}
