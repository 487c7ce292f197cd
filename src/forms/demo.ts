// A form with every kind of field, for the style guide; it is not sent anywhere.
import type { FormDefinition } from './field.ts';

export const demoForm: FormDefinition = {
  id: 'paraugs',
  lang: 'lv',
  title: 'Veidlapas paraugs',
  action: '/stils/',
  submit: 'Nosūtīt',
  stores: false,
  sections: [
    {
      legend: 'Teksta lauki',
      intro: ['Ievada teikums pirms laukiem.'],
      fields: [
        {
          kind: 'text',
          name: 'vards',
          label: 'Vārds un uzvārds',
          maxLength: 200,
          hint: 'Paskaidrojums zem nosaukuma.',
        },
        { kind: 'email', name: 'epasts', label: 'E-pasta adrese', maxLength: 200 },
        { kind: 'date', name: 'diena', label: 'Kad tas notika', maxLength: 10 },
        {
          kind: 'textarea',
          name: 'teksts',
          label: 'Ko vēlaties pateikt',
          maxLength: 2000,
          required: 'Ierakstiet tekstu.',
        },
        { kind: 'files', name: 'faili', label: 'Pielikumi', hint: 'Der attēli un dokumenti.' },
      ],
    },
    {
      legend: 'Izvēles',
      fields: [
        {
          kind: 'select',
          name: 'pakalpojums',
          label: 'Pakalpojums',
          options: [{ id: 'a', label: 'Dzīvesvietas deklarēšana' }],
        },
        {
          kind: 'radio',
          name: 'veids',
          label: 'Kā vēlaties saņemt atbildi',
          options: [
            { id: 'e-pasts', label: 'E-pastā', hint: 'Bez elektroniskā paraksta.' },
            { id: 'pasts', label: 'Pa pastu' },
          ],
        },
        {
          kind: 'checkboxes',
          name: 'punkti',
          label: 'Noteikumu punkti',
          options: [
            { id: '5.1', label: '5.1. pieklājība' },
            { id: '5.2', label: '5.2. informācijas sniegšana' },
          ],
        },
        {
          kind: 'checkbox',
          name: 'piekritu',
          label: 'Piekrītu pārsūtīšanai',
          hint: 'Ja jautājums ir citas iestādes ziņā.',
        },
        {
          kind: 'scale',
          name: 'skala',
          label: 'Darbinieks bija pieklājīgs un korekts.',
          from: 1,
          to: 5,
          low: 'Pilnīgi nepiekrītu',
          high: 'Pilnīgi piekrītu',
          cantSay: true,
        },
        {
          kind: 'scale',
          name: 'ieteiktu',
          label: 'Cik iespējams, ka ieteiktu mūs citiem?',
          from: 0,
          to: 10,
          low: 'Noteikti neieteiktu',
          high: 'Noteikti ieteiktu',
          cantSay: false,
        },
      ],
    },
  ],
};

/** The same form after a refusal, with other ids, so that both can be on one page. */
export const rejectedForm: FormDefinition = { ...demoForm, id: 'kludains', sections: demoForm.sections };

export const rejectedState = {
  values: { epasts: 'vards.piemers.lv', veids: 'e-pasts', skala: '4', teksts: '' },
  errors: [
    { field: 'epasts', message: 'Pārbaudiet e-pasta adresi: tajā jābūt zīmei @.' },
    { field: 'teksts', message: 'Ierakstiet tekstu.' },
    { field: 'veids', message: 'Izvēlieties kādu no piedāvātajām atbildēm.' },
  ],
};
