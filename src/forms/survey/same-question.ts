// Whether answers to two questions are comparable: by what was asked and of whom, not by hint or position.
// Pure.

interface Named {
  readonly id: string;
  readonly label: string;
}

/** What is asked and how it can be answered; fits every kind of question, current or recorded. */
export interface QuestionShape extends Named {
  readonly kind: string;
  /** For a row of a grid: the grid's label. */
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

/** The aspects that may differ; wording is separate from the possible answers. */
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

/** Texts that may have been corrected without changing the question; only a person can decide. */
export const isWording = (aspect: Aspect): boolean =>
  aspect === 'label' || aspect === 'of' || aspect === 'optionLabels' || aspect === 'scaleLabels';

/** True when the two are one question, so that their figures are comparable. */
export const sameQuestion = (a: QuestionShape, b: QuestionShape): boolean => differences(a, b).length === 0;

/** All aspects in which the two differ. For different kinds, only the kind is reported. */
export function differences(a: QuestionShape, b: QuestionShape): readonly Aspect[] {
  if (a.kind !== b.kind) return ['kind'];
  return ASPECTS.filter(aspect => aspectOf(a, aspect) !== aspectOf(b, aspect));
}

/** One aspect as text, for comparison and, for wording, for a person to read. */
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

/** The order of the answers does not matter. */
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

/** The parts of a condition in one order; `is: x` equals `is: [x]`. */
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
 * The shapes of a definition by field: each row of a grid is its own, `<id>.<row>`, and a section's condition
 * applies to every question in it.
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
