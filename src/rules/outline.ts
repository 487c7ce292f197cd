// The rules as a tree for the page: points inside the points they belong to, and the contents list. Pure.
import type { RuleChapter, RulePoint } from './points.ts';

export interface PointNode extends RulePoint {
  readonly children: readonly PointNode[];
}

/** `5.1.1` inside `5.1` inside `5`; a point whose parent is missing is at the top level. */
export function pointTree(points: readonly RulePoint[]): readonly PointNode[] {
  const childrenOf = (parent: RulePoint): readonly PointNode[] =>
    points
      .filter(({ number, level }) => level === parent.level + 1 && number.startsWith(`${parent.number}.`))
      .map(point => ({ ...point, children: childrenOf(point) }));
  return points.filter(({ level }) => level === 1).map(point => ({ ...point, children: childrenOf(point) }));
}

export interface ContentsChapter {
  readonly anchor: string;
  readonly chapter: RuleChapter;
  /** Points that only name a subject: `5.1. pieklājība:` */
  readonly subjects: readonly { readonly number: string; readonly title: string }[];
}

export const chapterAnchor = (numeral: string): string => `n-${numeral}`;

const isSubject = ({ level, text }: RulePoint): boolean => level === 2 && text.endsWith(':');

/** The contents list: every chapter and the subjects in it. */
export const contentsOf = (chapters: readonly RuleChapter[]): ContentsChapter[] =>
  chapters.map(chapter => ({
    anchor: chapterAnchor(chapter.numeral),
    chapter,
    subjects: chapter.points
      .filter(isSubject)
      .map(({ number, text }) => ({ number, title: text.slice(0, -1) })),
  }));

/** True when the point only opens a list; it is styled as a small heading. */
export const opensList = (point: PointNode): boolean => point.children.length > 0 && isSubject(point);
