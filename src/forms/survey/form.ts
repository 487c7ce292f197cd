// A survey's questions as a form (rule points 10, 10.1). Question ids are the field names.
import type { Condition } from '../conditions.ts';
import {
  type Field,
  type FormDefinition,
  type Language,
  type ScaleField,
  type Section,
  TOKEN_FIELD,
} from '../field.ts';
import { messagesIn } from '../messages.ts';
import { actionIn } from '../words.ts';
import { surveyWords } from '../words-survey.ts';
import {
  conditionsOf,
  type GridQuestion,
  type SurveyDefinition,
  type SurveyQuestion,
  type SurveySection,
} from './definition.ts';
import { pagesOf, type SurveyPage } from './pages.ts';
import { VERSION_FIELD } from './version-field.ts';

interface Asked {
  readonly lang: Language;
  readonly showIf: readonly Condition[];
}

const base = (question: SurveyQuestion, { lang, showIf }: Asked) => ({
  name: question.id,
  label: question.label,
  ...(question.hint ? { hint: question.hint } : {}),
  ...(question.required ? { required: messagesIn(lang).unanswered } : {}),
  ...(showIf.length > 0 ? { showIf } : {}),
});

const scaleWords = (question: Extract<SurveyQuestion, { kind: 'scale' | 'grid' }>) => ({
  from: 1,
  to: question.points,
  low: question.labels?.at(0) ?? question.low ?? '',
  high: question.labels?.at(-1) ?? question.high ?? '',
  ...(question.labels ? { labels: question.labels } : {}),
  cantSay: question.cantSay,
});

/** Every row of a grid is a scale. */
const rows = (question: GridQuestion, asked: Asked): ScaleField[] =>
  question.rows.map(({ id, label }) => {
    const { hint: _, ...shared } = base(question, asked);
    return { ...shared, name: `${question.id}.${id}`, label, kind: 'scale', ...scaleWords(question) };
  });

function toField(question: Exclude<SurveyQuestion, GridQuestion>, asked: Asked): Field {
  const shared = base(question, asked);
  switch (question.kind) {
    case 'scale':
      return { ...shared, kind: 'scale', ...scaleWords(question) };
    case 'nps': {
      const { low, high, cantSay } = question;
      return { ...shared, kind: 'scale', from: 0, to: 10, low, high, cantSay };
    }
    case 'choice':
      return { ...shared, kind: 'radio', options: question.options, cantSay: question.cantSay };
    case 'choices':
      return { ...shared, kind: 'checkboxes', options: question.options };
    case 'short':
      return { ...shared, kind: 'text', maxLength: question.maxLength };
    case 'text':
      return { ...shared, kind: 'textarea', maxLength: question.maxLength, rows: 5 };
    case 'number': {
      const { min, max, unit } = question;
      return { ...shared, kind: 'number', min, max, ...(unit ? { unit } : {}) };
    }
    case 'date': {
      const { from, to } = question;
      return { ...shared, kind: 'date', maxLength: 10, ...(from ? { from } : {}), ...(to ? { to } : {}) };
    }
  }
}

interface Place {
  readonly page: number;
  readonly lang: Language;
}

/** The questions of a page; a grid is its own section, with its rows under its label. */
function toSections({ section, begins, questions }: SurveyPage, { page, lang }: Place): Section[] {
  const sections: { legend?: string; intro?: string[]; kind?: 'grid'; page: number; fields: Field[] }[] = [
    {
      page,
      ...(begins && section.title ? { legend: section.title } : {}),
      ...(begins && section.intro ? { intro: [section.intro] } : {}),
      fields: [],
    },
  ];
  for (const question of questions) {
    const asked = { lang, showIf: conditionsOf(section, question) };
    if (question.kind === 'grid') {
      const { label: legend, hint } = question;
      sections.push(
        { page, kind: 'grid', legend, ...(hint ? { intro: [hint] } : {}), fields: rows(question, asked) },
        { page, fields: [] },
      );
    } else sections.at(-1)?.fields.push(toField(question, asked));
  }
  return sections.filter(({ legend, intro, fields }) => legend || intro || fields.length > 0);
}

/** The part of a survey that the form needs. */
export type Answerable = Pick<SurveyDefinition, 'id' | 'title' | 'version'> & {
  readonly audience?: SurveyDefinition['audience'];
  readonly sections: readonly SurveySection[];
};

const carried = (survey: Answerable): Section => ({
  fields: [
    { kind: 'hidden', name: VERSION_FIELD, label: 'version', maxLength: 10, value: String(survey.version) },
  ],
});

/** Asked first, so that a person without an invitation need not fill in the rest. */
const invitation = (lang: Language): Section => ({
  page: 1,
  fields: [
    { kind: 'text', name: TOKEN_FIELD, ...surveyWords[lang].token, maxLength: 60, autocomplete: 'off' },
  ],
});

/**
 * The form of one survey, page by page where scripts do not run. A staff survey has no key, so that the
 * browser stores nothing: computers at work are shared.
 */
export function surveyForm(survey: Answerable, lang: Language = 'lv'): FormDefinition {
  const pages = pagesOf(survey.sections);
  const say = surveyWords[lang];
  const isStaff = survey.audience === 'staff';
  return {
    id: 'aptauja',
    lang,
    title: survey.title,
    action: actionIn(lang, `/api/surveys/${survey.id}/responses`),
    submit: say.submit,
    stores: !isStaff,
    ...(pages.length > 1 ? { pages: pages.length } : {}),
    sections: [
      carried(survey),
      ...(isStaff ? [invitation(lang)] : []),
      ...pages.flatMap((page, i) => toSections(page, { page: i + 1, lang })),
    ],
  };
}
