// The numbers of a survey's questions, the same on paper, on the entry screen, in results and in the
// codebook. Pure.
import type { SurveyDefinition } from './definition.ts';

/** Anything with questions in an order: a stored version or the present one. */
export type Numbered = Pick<SurveyDefinition, 'sections'>;

/**
 * Numbers by question id, and by field name for the rows of a grid: `{laipniba: '3', vide: '4',
 * 'vide.tiriba': '4.1'}`. They continue through all sections and include conditional questions, because paper
 * shows all of them. In texts a full stop follows (`numbered`).
 */
export function numbersOf({ sections }: Numbered): ReadonlyMap<string, string> {
  const questions = sections.flatMap(section => section.questions);
  return new Map(
    questions.flatMap((question, index): [string, string][] => {
      const number = String(index + 1);
      const rows = question.kind === 'grid' ? question.rows : [];
      return [
        [question.id, number],
        ...rows.map((row, at): [string, string] => [`${question.id}.${row.id}`, `${number}.${at + 1}`]),
      ];
    }),
  );
}

/** `3.`, `4.1.`: a Latvian ordinal. Empty for a field without a number. */
export function numbered(numbers: ReadonlyMap<string, string>, field: string): string {
  const number = numbers.get(field);
  return number === undefined ? '' : `${number}.`;
}
