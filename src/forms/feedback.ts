// The feedback form: suggestion, gratitude, question or a note about this site (rule point 10.1).
import type { FormDefinition, Option } from './field.ts';

export const FEEDBACK_KINDS = ['suggestion', 'gratitude', 'question', 'site'] as const;
export type FeedbackKind = (typeof FEEDBACK_KINDS)[number];

export interface FeedbackOptions {
  readonly services: readonly Option[];
}

/** The feedback form for the present services. */
export function feedbackForm({ services }: FeedbackOptions): FormDefinition {
  return {
    id: 'atsauksme',
    title: 'Atsauksme vai ierosinājums',
    action: '/api/feedback',
    submit: 'Nosūtīt',
    stores: true,
    sections: [
      {
        fields: [
          {
            kind: 'radio',
            name: 'kind',
            label: 'Par ko rakstāt',
            required: 'Izvēlieties, par ko rakstāt.',
            options: [
              { id: 'suggestion', label: 'Ierosinājums', hint: 'Ideja vai priekšlikums, kā strādāt labāk' },
              { id: 'gratitude', label: 'Pateicība', hint: 'Nodosim to darbiniekam' },
              { id: 'question', label: 'Jautājums', hint: 'Atbildēsim, ja norādīsiet, kā Jūs sasniegt' },
              {
                id: 'site',
                label: 'Par šo vietni',
                hint: 'Kļūda, neskaidrība vai piekļūstamības problēma',
                onPaper: 'Par centra tīmekļvietni',
              },
            ],
          },
          {
            kind: 'textarea',
            name: 'text',
            label: 'Jūsu teksts',
            hint: 'Nerakstiet par veselību, pārliecību vai citām sensitīvām lietām.',
            required: 'Uzrakstiet, ko vēlaties teikt. Pietiek ar vienu teikumu.',
            maxLength: 10_000,
            rows: 7,
          },
          { kind: 'select', name: 'service', label: 'Pakalpojums, uz kuru tas attiecas', options: services },
          {
            kind: 'text',
            name: 'page',
            label: 'Lapa, par kuru rakstāt',
            hint: 'Tikai tad, ja rakstāt par šo vietni: lapas adrese vai nosaukums.',
            onPaper: 'Tikai tad, ja rakstāt par tīmekļvietni: lapas adrese vai nosaukums.',
            maxLength: 300,
          },
        ],
      },
      {
        legend: 'Par Jums',
        intro: [
          'Atsauksmi varat sūtīt arī bez vārda. Uz jautājumu bez kontaktinformācijas atbildēsim tikai šajā vietnē.',
        ],
        onPaper: [
          'Atsauksmi varat iesniegt arī bez vārda, bet uz jautājumu bez kontaktinformācijas atbildēt nevarēsim.',
        ],
        fields: [
          { kind: 'text', name: 'name', label: 'Vārds un uzvārds', autocomplete: 'name', maxLength: 200 },
          { kind: 'email', name: 'email', label: 'E-pasta adrese', autocomplete: 'email', maxLength: 254 },
        ],
      },
    ],
  };
}
