// The files after their facts are confirmed: only the lines that record the confirmation change. Pure.
import { stringify } from 'yaml';
import { dateAt, textAt } from '../../check/values.ts';
import type { ContentFile } from '../../content-files.ts';
import { editYaml, type Step } from '../yaml-edit.ts';
import { NoPlace } from '../yaml-places.ts';
import type { Statement } from './doubts.ts';
import { isMarked, markedParts } from './facts.ts';
import type { Target } from './targets.ts';

export interface Confirmed {
  /** Files that change; files that are already right are left out. */
  readonly done: readonly { readonly before: ContentFile; readonly after: ContentFile }[];
  /** Files in which the confirmation cannot be written without changing other text. */
  readonly stuck: readonly string[];
}

/** Confirms the targets, each in its file. */
export function confirmedFiles(
  files: readonly ContentFile[],
  targets: readonly Target[],
  said: Statement,
): Confirmed {
  const byFile = Map.groupBy(targets, ({ fact }) => fact.document.file);
  const results = files.flatMap(before => {
    const own = byFile.get(before.path);
    return own === undefined ? [] : [{ before, text: edited(before, stepsFor(own, said)) }];
  });
  return {
    done: results.flatMap(({ before, text }) =>
      text === undefined || text === before.text ? [] : [{ before, after: { ...before, text } }],
    ),
    stuck: results.flatMap(({ before, text }) => (text === undefined ? [before.path] : [])),
  };
}

/** The text after the steps; undefined when a step cannot be applied without changing other text. */
function edited({ path, text }: ContentFile, steps: readonly Step[]): string | undefined {
  try {
    return editYaml(path, text, steps);
  } catch (fault) {
    if (fault instanceof NoPlace) return undefined;
    throw fault;
  }
}

/**
 * The steps for the facts of one file. List entries are changed from last to first, so that the indexes stay
 * valid.
 */
function stepsFor(targets: readonly Target[], said: Statement): readonly Step[] {
  const whole = targets.filter(({ part }) => part === undefined);
  const done = new Set(whole.map(({ fact }) => fact.marks.join()));
  const partly = targets.filter(({ part, fact }) => part !== undefined && !done.has(fact.marks.join()));
  return [...whole.flatMap(target => wholeSteps(target, said)), ...partSteps(partly)];
}

function wholeSteps({ fact }: Target, { date, source, by }: Statement): readonly Step[] {
  const { data } = fact.document;
  const steps: Step[] = [];
  if (source !== undefined && fact.source && textAt(data, fact.source)[0]?.value !== source)
    steps.push({ set: fact.source, value: scalar(source), after: 'value' });
  if (fact.date && dateAt(data, fact.date) !== date)
    steps.push({ set: fact.date, value: date, after: 'source' });
  if (by !== undefined && fact.by && textAt(data, fact.by)[0]?.value !== by)
    steps.push({ set: fact.by, value: by, after: 'source' });
  if (isMarked(fact)) steps.push({ remove: fact.marks });
  return steps;
}

function partSteps(targets: readonly Target[]): readonly Step[] {
  const [first] = targets;
  if (first === undefined) return [];
  const parts = [...new Set(targets.flatMap(({ part }) => part ?? []))].toSorted((a, b) => b - a);
  if (parts.length === markedParts(first.fact).length) return [{ remove: first.fact.marks }];
  return parts.map(part => ({ remove: [...first.fact.marks, part] }));
}

/** A text that is valid inside brackets too. */
const scalar = (text: string): string =>
  stringify([text], { collectionStyle: 'flow', lineWidth: 0, flowCollectionPadding: false })
    .trim()
    .slice(1, -1);
