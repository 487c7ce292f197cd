// A survey as the fields of its results: a row of a grid is one field, and every field knows its kind of
// numbers.
import type { Condition } from '../../../src/forms/conditions.ts';
import type { SurveyDefinition, SurveyQuestion } from '../../../src/forms/survey/definition.ts';

/** A counted answer, in the order of the question. */
interface FieldValue {
  readonly value: string;
  readonly label: string;
  /** Its numeric value for a mean; null when answers are not numbers. */
  readonly worth: number | null;
}

export interface ResultField {
  /** As in the request: the question's id, or `grid.row`. */
  readonly name: string;
  readonly kind: SurveyQuestion['kind'];
  readonly label: string;
  /** For a row: the label of its grid. */
  readonly over: string | null;
  readonly section: string;
  readonly rulePoint: string | null;
  readonly measure: 'csat' | 'ces' | null;
  /** Empty for numbers and dates, whose values are those given, and for free text. */
  readonly values: readonly FieldValue[];
  /** The lowest and the highest number; null when answers are not numbers. */
  readonly range: readonly [low: number, high: number] | null;
  readonly unit: string | null;
  readonly cantSay: boolean;
  /** True when results may be split by it. */
  readonly group: boolean;
  /** It is asked when all of them hold. */
  readonly conditions: readonly Condition[];
}

type Particulars = Pick<ResultField, 'values' | 'range' | 'unit' | 'cantSay' | 'group' | 'measure'>;

const NONE: Particulars = {
  values: [],
  range: null,
  unit: null,
  cantSay: false,
  group: false,
  measure: null,
};

/** The label of a point of a scale: its number, with a name when it has one. */
function points(from: number, to: number, nameOf: (point: number) => string | undefined): FieldValue[] {
  return Array.from({ length: to - from + 1 }, (_, i) => {
    const name = nameOf(from + i);
    return {
      value: String(from + i),
      label: name ? `${from + i} – ${name}` : String(from + i),
      worth: from + i,
    };
  });
}

function particulars(question: SurveyQuestion): Particulars {
  switch (question.kind) {
    case 'scale':
    case 'grid': {
      const { points: last, labels, low, high, cantSay } = question;
      const nameOf = (point: number) =>
        labels?.[point - 1] ?? (point === 1 ? low : point === last ? high : '');
      const measure = question.kind === 'scale' ? (question.measure ?? null) : null;
      return { ...NONE, values: points(1, last, nameOf), range: [1, last], cantSay, measure };
    }
    case 'nps': {
      const { low, high, cantSay } = question;
      const nameOf = (point: number) => (point === 0 ? low : point === 10 ? high : '');
      return { ...NONE, values: points(0, 10, nameOf), range: [0, 10], cantSay };
    }
    case 'choice':
    case 'choices': {
      const values = question.options.map(({ id, label }) => ({ value: id, label, worth: null }));
      if (question.kind === 'choices') return { ...NONE, values };
      return { ...NONE, values, cantSay: question.cantSay, group: question.group };
    }
    case 'number':
      return { ...NONE, range: [question.min, question.max], unit: question.unit ?? null };
    default:
      return NONE;
  }
}

function fieldsOfQuestion(
  question: SurveyQuestion,
  common: Pick<ResultField, 'section' | 'conditions'>,
): ResultField[] {
  const base = {
    ...common,
    ...particulars(question),
    name: question.id,
    kind: question.kind,
    label: question.label,
    over: null,
    rulePoint: question.rulePoint ?? null,
  };
  if (question.kind !== 'grid') return [base];
  return question.rows.map(row => ({
    ...base,
    name: `${question.id}.${row.id}`,
    label: row.label,
    over: question.label,
    rulePoint: row.rulePoint ?? base.rulePoint,
  }));
}

/** All fields in order. */
export const resultFields = ({ sections }: Pick<SurveyDefinition, 'sections'>): readonly ResultField[] =>
  sections.flatMap(section =>
    section.questions.flatMap(question =>
      fieldsOfQuestion(question, {
        section: section.id,
        conditions: [section.showIf ?? [], question.showIf ?? []].flat(),
      }),
    ),
  );

/** True for free text: counted, and shown by no result. */
export const isWrittenField = ({ kind }: Pick<ResultField, 'kind'>): boolean =>
  kind === 'short' || kind === 'text';
