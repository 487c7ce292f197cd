// What was promised about anonymity when the first invitations were made, or when a version was first
// answered. It applies even when the content changes later.
import type { SurveyDefinition, SurveyQuestion } from '../../../src/forms/survey/definition.ts';
import { questionsOf } from '../../../src/forms/survey/definition.ts';

const splits = (question: SurveyQuestion): boolean => question.kind === 'choice' && question.group;

/**
 * A staff survey as it was promised: for staff, with that threshold, split only by the questions named then.
 * `stored` is the definition at that time; without one the present definition is the promise.
 */
export function asPromised(
  survey: SurveyDefinition,
  threshold: number,
  stored: Pick<SurveyDefinition, 'sections'> | null,
): SurveyDefinition {
  const groups = new Set(
    (stored ? questionsOf(stored) : questionsOf(survey)).filter(splits).map(({ id }) => id),
  );
  return {
    ...survey,
    audience: 'staff',
    anonymity: { threshold },
    sections: survey.sections.map(section => ({
      ...section,
      questions: section.questions.map(question =>
        question.kind === 'choice'
          ? { ...question, group: question.group && groups.has(question.id) }
          : question,
      ),
    })),
  };
}
