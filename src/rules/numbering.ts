// Checks that chapters and points of the rules are numbered without gaps and repeats. Pure.
import type { RuleChapter, RulePoint, RuleProblem } from './points.ts';

/** Problems in the order of chapters: I, II, III …, each with at least one point. */
export function chapterProblems(chapters: readonly RuleChapter[]): readonly RuleProblem[] {
  return chapters.flatMap((chapter, index) => {
    if (chapter.numeral === '') return [];
    const expected = roman(index + 1);
    const place = { line: chapter.line, field: `${chapter.numeral} nodaļa`, found: `${chapter.numeral}.` };
    const problems: RuleProblem[] = [];
    if (chapter.numeral !== expected) {
      const fix = `Rakstiet “## ${expected}. ${chapter.title}” vai pārbaudiet, vai kāda nodaļa nav izlaista.`;
      problems.push({ ...place, what: 'nodaļu numuri neiet pēc kārtas', fix });
    }
    if (chapter.points.length === 0) {
      const fix = 'Ierakstiet zem virsraksta punktus vai izdzēsiet virsrakstu.';
      problems.push({ ...place, what: 'nodaļā nav neviena punkta', fix });
    }
    return problems;
  });
}

/** Repeated numbers, gaps, points in a wrong place and points whose parent is missing. */
export function pointProblems(points: readonly RulePoint[]): readonly RuleProblem[] {
  const all = new Set(points.map(point => point.number));
  const seen = new Map<string, RulePoint>();
  const problems: RuleProblem[] = [];
  let previous: RulePoint | undefined;
  for (const point of points) {
    const problem = pointProblem(point, previous, seen, all);
    if (problem !== undefined)
      problems.push({ line: point.line, field: `${point.number}. punkts`, ...problem });
    if (!seen.has(point.number)) seen.set(point.number, point);
    previous = point;
  }
  return problems;
}

type Finding = Pick<RuleProblem, 'what' | 'found' | 'fix'>;

function pointProblem(
  point: RulePoint,
  previous: RulePoint | undefined,
  seen: ReadonlyMap<string, RulePoint>,
  all: ReadonlySet<string>,
): Finding | undefined {
  const { number } = point;
  const parent = parentOf(number);
  const twin = seen.get(number);
  if (twin !== undefined) return repeated(number, twin.line, nextFree(parent, all));
  if (parent !== '' && !all.has(parent)) return orphan(number, parent);
  const missing = missingBefore(number, parent, all);
  if (missing !== undefined) return gap(number, missing);
  const before = sibling(parent, lastPart(number) - 1);
  const inParent = parent === '' || (previous !== undefined && within(previous.number, parent));
  const afterSibling = lastPart(number) === 1 || seen.has(before);
  // When every number exists, a point is in place exactly when its parent is open and its previous sibling is
  // past.
  if (inParent && afterSibling) return undefined;
  return misplaced(number, previous?.number, lastPart(number) === 1 ? parent : before);
}

const parentOf = (number: string): string => number.split('.').slice(0, -1).join('.');
const lastPart = (number: string): number => Number(number.split('.').at(-1));
const sibling = (parent: string, part: number): string => (parent === '' ? `${part}` : `${parent}.${part}`);
const within = (number: string, parent: string): boolean =>
  number === parent || number.startsWith(`${parent}.`);

/** The previous sibling when it is missing in the document: the gap is directly before this point. */
function missingBefore(number: string, parent: string, all: ReadonlySet<string>): string | undefined {
  const part = lastPart(number);
  if (part === 1) return undefined;
  const before = sibling(parent, part - 1);
  return all.has(before) ? undefined : before;
}

function nextFree(parent: string, all: ReadonlySet<string>): string {
  let part = 1;
  while (all.has(sibling(parent, part))) part += 1;
  return sibling(parent, part);
}

const repeated = (number: string, line: number, free: string): Finding => ({
  what: `${number}. punkts jau ir ${line}. rindā`,
  found: `${number}.`,
  fix: `Labojiet numuru (pirmais brīvais ir “${free}.”) vai izdzēsiet lieko rindkopu.`,
});

const orphan = (number: string, parent: string): Finding => ({
  what: `nav ${parent}. punkta, kuram ${number}. punkts pieder`,
  found: `${number}.`,
  fix: `Pirms tā ierakstiet “${parent}. …” vai labojiet numuru.`,
});

const gap = (number: string, missing: string): Finding => ({
  what: `trūkst ${missing}. punkta`,
  found: `${number}.`,
  fix: `Pirms šīs rindas ierakstiet “${missing}. …” vai labojiet numuru uz “${missing}.”.`,
});

const misplaced = (number: string, previous: string | undefined, place: string): Finding => ({
  what: `${number}. punkts ir nepareizā vietā`,
  found: previous === undefined ? `${number}. pašā sākumā` : `${number}. tūlīt aiz ${previous}.`,
  fix: `Labojiet numuru vai pārceliet punktu aiz ${place}. punkta un visa, kas tam pieder.`,
});

/** 4 → IV. Chapters never reach a hundred, so L and C suffice. */
export function roman(value: number): string {
  const parts: readonly (readonly [number, string])[] = [
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let rest = value;
  let text = '';
  for (const [size, sign] of parts) {
    while (rest >= size) {
      text += sign;
      rest -= size;
    }
  }
  return text;
}
