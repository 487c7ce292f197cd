// A survey in English: its translation merged into the Latvian definition. Pure.
import type { Option } from '../field.ts';
import type { GridRow, SurveyDefinition, SurveyQuestion, SurveySection } from './definition.ts';

/** The text of an answer, with a hint when the Latvian answer has one. */
type EnglishOption = string | { readonly label: string; readonly hint?: string | undefined };

interface EnglishQuestion {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly low?: string | undefined;
  readonly high?: string | undefined;
  readonly labels?: readonly string[] | undefined;
  readonly unit?: string | undefined;
  /** By id of the answer, and by id of the row. */
  readonly options?: Readonly<Record<string, EnglishOption>> | undefined;
  readonly rows?: Readonly<Record<string, string>> | undefined;
}

/** A translation: texts only, keyed by the ids of what they translate. */
export interface EnglishSurvey {
  readonly title: string;
  readonly summary: string;
  readonly thanks: string;
  readonly sections: Readonly<
    Record<string, { readonly title?: string | undefined; readonly intro?: string | undefined }>
  >;
  readonly questions: Readonly<Record<string, EnglishQuestion>>;
}

/**
 * The definition in English. Ids, kinds, ranges and conditions are unchanged, so that answers in both
 * languages are counted together. Untranslated parts stay Latvian (the content check refuses such a
 * translation).
 */
export const translated = <Definition extends SurveyDefinition>(
  definition: Definition,
  english: EnglishSurvey,
): Definition => ({
  ...definition,
  title: english.title,
  summary: english.summary,
  thanks: english.thanks,
  sections: definition.sections.map(section => inEnglish(section, english)),
});

const inEnglish = (section: SurveySection, { sections, questions }: EnglishSurvey): SurveySection => ({
  ...section,
  ...given(sections[section.id]),
  questions: section.questions.map(question => questionInEnglish(question, questions[question.id])),
});

function questionInEnglish(question: SurveyQuestion, english: EnglishQuestion | undefined): SurveyQuestion {
  if (english === undefined) return question;
  const { options, rows, ...words } = english;
  const worded = { ...question, ...given(words) } as SurveyQuestion;
  if ('options' in worded)
    return {
      ...worded,
      options: worded.options.map(option => optionInEnglish(option, options?.[option.id])),
    };
  if (worded.kind === 'grid')
    return { ...worded, rows: worded.rows.map(row => rowInEnglish(row, rows?.[row.id])) };
  return worded;
}

const optionInEnglish = (option: Option, english: EnglishOption | undefined): Option =>
  typeof english === 'string' ? { ...option, label: english } : { ...option, ...given(english) };

const rowInEnglish = (row: GridRow, label: string | undefined): GridRow =>
  label === undefined ? row : { ...row, label };

/** Without empty fields, which would overwrite the Latvian texts. */
const given = <Words extends object>(words: Words | undefined): Partial<Words> =>
  Object.fromEntries(
    Object.entries(words ?? {}).filter(([, value]) => value !== undefined),
  ) as Partial<Words>;
