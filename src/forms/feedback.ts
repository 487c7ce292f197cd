// The feedback form: suggestion, gratitude, question or a note about this site (rule point 10.1).
import { kindsOf } from '../contract/kinds.ts';
import { type FormDefinition, type Language, type NamedOption, optionsIn } from './field.ts';
import { actionIn, wordsIn } from './words.ts';

export interface FeedbackOptions {
  readonly services: readonly NamedOption[];
}

/** The feedback form for the current services. */
export function feedbackForm({ services }: FeedbackOptions, lang: Language = 'lv'): FormDefinition {
  const { feedback: say } = wordsIn(lang);
  const { fields } = say;
  return {
    id: 'atsauksme',
    lang,
    title: say.title,
    action: actionIn(lang, '/api/feedback'),
    submit: say.submit,
    stores: true,
    sections: [
      {
        fields: [
          {
            kind: 'radio',
            name: 'kind',
            ...fields.kind,
            options: kindsOf('feedback').map(id => ({ id, ...say.kinds[id] })),
          },
          { kind: 'textarea', name: 'text', ...fields.text, maxLength: 10_000, rows: 7 },
          { kind: 'select', name: 'service', ...fields.service, options: optionsIn(lang, services) },
          { kind: 'text', name: 'page', ...fields.page, maxLength: 300 },
        ],
      },
      {
        legend: say.you,
        intro: say.youIntro,
        onPaper: say.youOnPaper,
        fields: [
          { kind: 'text', name: 'name', ...fields.name, autocomplete: 'name', maxLength: 200 },
          { kind: 'email', name: 'email', ...fields.email, autocomplete: 'email', maxLength: 254 },
        ],
      },
    ],
  };
}
