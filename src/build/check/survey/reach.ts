// Finds questions that nobody can ever be asked, because their conditions exclude each other. Pure.
import { type ContentDocument, problemAt } from '../document.ts';
import type { Problem } from '../problem.ts';
import { textAt, textsAt } from '../values.ts';
import { quoted } from '../wording.ts';
import type { Path } from '../yaml.ts';
import { type AnswerField, answerFieldsOf } from './answers.ts';
import { conditionProblems, conditionsOf, type FoundCondition } from './conditions.ts';
import { numberAt } from './read.ts';

/** What a condition leaves of the answers to a field. */
interface Demand {
  readonly path: Path;
  readonly field: AnswerField;
  readonly allows: ReadonlySet<string>;
}

/** Questions and sections that stay hidden whatever is answered. Waits until every condition makes sense by itself. */
export function unreachable(document: ContentDocument): readonly Problem[] {
  if (conditionProblems(document).length > 0) return [];
  const fields = new Map(answerFieldsOf(document).map(field => [field.name, field]));
  const all = conditionsOf(document);
  const demands = new Map(all.map(condition => [condition, demandOf(document, condition, fields)]));
  const own = (condition: FoundCondition) => demands.get(condition) ?? [];
  const section = (number: number) => all.filter(({ of, section: at }) => of === undefined && at === number);
  /** What must be answered so that the field's question comes at all. */
  const upTo = (field: AnswerField): readonly Demand[] =>
    [...section(field.question.section), ...all.filter(({ of }) => isSame(of?.path, field.question.path))]
      .flatMap(own)
      .flatMap(withBefore);
  const withBefore = (demand: Demand): readonly Demand[] => [...upTo(demand.field), demand];

  return [...Map.groupBy(all, ({ of, section: at }) => (of ? of.path.join() : String(at))).values()].flatMap(
    group => {
      const [first] = group;
      if (first === undefined) return [];
      const mine = group.flatMap(own);
      const outer = first.of === undefined ? [] : section(first.section).flatMap(own);
      const before = [...outer, ...mine].flatMap(({ field }) => upTo(field));
      // What is wrong further up is said there.
      if (clash(before) !== undefined || clash([...before, ...outer]) !== undefined) return [];
      const found = clash([...before, ...outer, ...mine]);
      return found === undefined ? [] : [contradiction(document, first, found)];
    },
  );
}

const isSame = (a: Path | undefined, b: Path): boolean => a?.join() === b.join();

function demandOf(
  document: ContentDocument,
  { path }: FoundCondition,
  fields: ReadonlyMap<string, AnswerField>,
): readonly Demand[] {
  const { data } = document;
  const field = fields.get(textAt(data, [...path, 'question'])[0]?.value ?? '');
  if (field?.values === undefined) return [];
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

/** The first demand that what was demanded before it leaves no answer for. Of several answers each may meet one. */
function clash(demands: readonly Demand[]): readonly [Demand, Demand] | undefined {
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

function contradiction(
  document: ContentDocument,
  { path, of }: FoundCondition,
  [first, second]: readonly [Demand, Demand],
): Problem {
  const line = (demand: Demand) => document.yaml.lineOf(demand.path);
  const what = of === undefined ? 'sadaļu' : 'jautājumu';
  const at = [...new Set([line(first), line(second)])].join('. un ');
  return problemAt(document, path.slice(0, path.indexOf('showIf') + 1), {
    found: first.field.name,
    message: `šo ${what} neredzēs neviens: nosacījumi par ${quoted(first.field.name)} (${at}. rindā) nevar izpildīties reizē`,
    fix: 'Labojiet vienu no nosacījumiem. Ja der jebkura no vairākām atbildēm, rakstiet tās vienā sarakstā: is: [viena, otra].',
    anchor: 'nosacijums',
  });
}
