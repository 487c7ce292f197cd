// The form for forwarding: to whom, with the fields of rule point 5.2.3, and why.
import type { Field } from '../../../src/forms/field.ts';
import { actionForm } from './action-forms.ts';
import { stageFields, TO_PREVIEW } from './forms-answer.ts';

const line = (name: string, label: string, more: Partial<Field> = {}): Field =>
  ({ kind: 'text', name, label, maxLength: 200, ...more }) as Field;

export const forwardForm = actionForm('forward', stageFields, {
  sections: [
    {
      legend: 'Kam',
      fields: [line('to', 'Izvēlieties darbinieku vai iestādi', { hint: 'Vai arī aizpildiet laukus pats.' })],
      button: { name: 'insert', label: 'Aizpildīt laukus' },
    },
    {
      legend: 'Ko iesniedzējs uzzinās (noteikumu 5.2.3. apakšpunkts)',
      fields: [
        line('institution', 'Iestāde'),
        line('name', 'Darbinieka vārds, uzvārds'),
        line('post', 'Amats'),
        line('place', 'Atrašanās vieta', { maxLength: 300 } as Partial<Field>),
        line('phone', 'Tālrunis', { kind: 'tel', maxLength: 40 } as Partial<Field>),
        line('email', 'E-pasts', { kind: 'email', maxLength: 254 } as Partial<Field>),
        { kind: 'textarea', name: 'hours', label: 'Pieņemšanas laiks', maxLength: 600, rows: 3 },
      ],
    },
    {
      fields: [
        {
          kind: 'radio',
          name: 'way',
          label: 'Ko darām ar iesniegumu',
          required: 'Norādiet, vai iesniegumu pārsūtām.',
          options: [
            { id: 'sent', label: 'Pārsūtām un paziņojam iesniedzējam' },
            { id: 'told', label: 'Nepārsūtām, bet pasakām iesniedzējam, kur vērsties' },
          ],
        },
        {
          kind: 'textarea',
          name: 'text',
          label: 'Kāpēc jautājums nav mūsu kompetencē',
          hint: 'Iesniedzējs to izlasīs.',
          required: 'Paskaidrojiet, kāpēc jautājums nav mūsu kompetencē.',
          maxLength: 4_000,
          rows: 5,
        },
      ],
    },
  ],
  submit: TO_PREVIEW,
});
