// Whether answers to two questions can be compared: by what was asked and of whom, not by hint or place. Pure.

interface Named {
  readonly id: string;
  readonly label: string;
}

/** What is asked and how it can be answered; every kind of question fits, whether read now or recorded long ago. */
export interface QuestionShape extends Named {
  readonly kind: string;
  /** What the row of a grid is a row of. */
  readonly of?: string | undefined;
  readonly options?: readonly Named[] | undefined;
  readonly rows?: readonly Named[] | undefined;
  readonly points?: number | undefined;
  readonly labels?: readonly string[] | undefined;
  readonly low?: string | undefined;
  readonly high?: string | undefined;
  readonly cantSay?: boolean | undefined;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly unit?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** One condition or several; all must hold. */
  readonly showIf?: unknown;
}

/** What may differ, the wording apart from what can be answered. */
const ASPECTS = [
  'kind',
  'label',
  'of',
  'options',
  'optionLabels',
  'rows',
  'points',
  'scaleLabels',
  'cantSay',
  'range',
  'condition',
] as const;
export type Aspect = (typeof ASPECTS)[number];

/** Words that may have been mended without another question having come of it; only a person can tell. */
export const isWording = (aspect: Aspect): boolean =>
  aspect === 'label' || aspect === 'of' || aspect === 'optionLabels' || aspect === 'scaleLabels';

/** The two are one question: figures of both may stand in one row. */
export const sameQuestion = (a: QuestionShape, b: QuestionShape): boolean => differences(a, b).length === 0;

/** Everything in which the two differ. Of two kinds the rest says nothing. */
export function differences(a: QuestionShape, b: QuestionShape): readonly Aspect[] {
  if (a.kind !== b.kind) return ['kind'];
  return ASPECTS.filter(aspect => aspectOf(a, aspect) !== aspectOf(b, aspect));
}

/** One aspect as a text to compare, and for a person to read where it is a wording. */
export function aspectOf(question: QuestionShape, aspect: Aspect): string {
  const { labels, low, high, min, max, unit, from, to } = question;
  switch (aspect) {
    case 'kind':
      return question.kind;
    case 'label':
      return spaced(question.label);
    case 'of':
      return spaced(question.of ?? '');
    case 'options':
      return ids(question.options);
    case 'optionLabels':
      return words(question.options);
    case 'rows':
      return `${ids(question.rows)} ${words(question.rows)}`.trim();
    case 'points':
      return String(question.points ?? '');
    case 'scaleLabels':
      return (labels ?? [low, high]).map(label => spaced(label ?? '')).join(' · ');
    case 'cantSay':
      return String(question.cantSay ?? false);
    case 'range':
      return [min, max, unit, from, to].map(part => part ?? '').join(' · ');
    case 'condition':
      return conditions(question.showIf).toSorted().join(' ');
  }
}

const spaced = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** In another order the answers are still the same answers. */
const ids = (list: readonly Named[] = []): string =>
  list
    .map(({ id }) => id)
    .toSorted()
    .join(', ');

const words = (list: readonly Named[] = []): string =>
  list
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ label }) => spaced(label))
    .join(' · ');

const conditions = (showIf: unknown): readonly string[] =>
  (Array.isArray(showIf) ? showIf : showIf === undefined ? [] : [showIf]).map(oneCondition);

/** The parts of a condition in one order; `is: x` says the same as `is: [x]`. */
function oneCondition(condition: object): string {
  const parts = Object.entries(condition)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}=${Array.isArray(value) ? value.toSorted().join('|') : String(value)}`);
  return `{${parts.toSorted().join(' ')}}`;
}

interface Section {
  readonly showIf?: unknown;
  readonly questions: readonly QuestionShape[];
}

/**
 * The shapes of a definition by field: each row of a grid is one of its own, `<id>.<row>`, and the condition of a
 * section is a condition of every question in it.
 */
export const shapesOf = (definition: { readonly sections: readonly Section[] }): readonly QuestionShape[] =>
  definition.sections.flatMap(section =>
    section.questions.flatMap(question => {
      const all = [section.showIf ?? [], question.showIf ?? []].flat();
      const shape: QuestionShape = { ...question, showIf: all.length === 0 ? undefined : all };
      const { rows, ...frame } = shape;
      return rows === undefined
        ? [shape]
        : rows.map(row => ({
            ...frame,
            id: `${question.id}.${row.id}`,
            label: row.label,
            of: question.label,
          }));
    }),
  );
