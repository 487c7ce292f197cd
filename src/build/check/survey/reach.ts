// Finds questions that can never be asked, because their conditions exclude each other. Pure.
import { type ContentDocument, problemAt } from '../document.ts';
import type { Problem } from '../problem.ts';
import { quoted } from '../wording.ts';
import { conditionProblems, conditionsOf, type FoundCondition } from './conditions.ts';
import { clash, type Demand, demandsOf } from './demands.ts';

/**
 * Questions and sections that stay hidden for all answers. Checked only when every single condition is valid.
 */
export function unreachable(document: ContentDocument): readonly Problem[] {
  if (conditionProblems(document).length > 0) return [];
  const { own, section, upTo } = demandsOf(document);
  const owners = Map.groupBy(conditionsOf(document), ({ of, section: at }) => of?.path.join() ?? String(at));
  return [...owners.values()].flatMap(conditions => {
    const [first] = conditions;
    if (first === undefined) return [];
    const mine = own(conditions);
    const outer = first.of === undefined ? [] : section(first.section);
    const before = [...outer, ...mine].flatMap(({ field }) => upTo(field.question.path));
    // An error further up is reported there.
    if (clash([...before, ...outer]) !== undefined) return [];
    const found = clash([...before, ...outer, ...mine]);
    return found === undefined ? [] : [contradiction(document, first, found)];
  });
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
