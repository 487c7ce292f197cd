// Divides a survey into pages: each section is a page, and a question that depends on an answer of its own
// page starts a new one, so that without scripts nobody sees a question before its condition is known.
import { conditionsOf, type SurveyQuestion, type SurveySection } from './definition.ts';

export interface SurveyPage {
  readonly section: SurveySection;
  /** False when the section started on an earlier page. */
  readonly begins: boolean;
  readonly questions: readonly SurveyQuestion[];
}

function split(section: SurveySection): SurveyPage[] {
  const pages: SurveyQuestion[][] = [[]];
  for (const question of section.questions) {
    const here = new Set(pages.at(-1)?.map(({ id }) => id));
    const hangs = conditionsOf({}, question).some(condition =>
      here.has(condition.question.split('.')[0] ?? ''),
    );
    if (hangs) pages.push([question]);
    else pages.at(-1)?.push(question);
  }
  return pages.map((questions, i) => ({ section, begins: i === 0, questions }));
}

/** The pages in order. */
export const pagesOf = (sections: readonly SurveySection[]): readonly SurveyPage[] => sections.flatMap(split);
