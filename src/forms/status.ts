// Looking up a submission by its tracking code, and checking a receipt. Neither stores anything.
import type { FormDefinition } from './field.ts';

export const statusForm: FormDefinition = {
  id: 'gaita',
  title: 'Iesnieguma gaita',
  action: '/api/status',
  submit: 'Parādīt gaitu',
  stores: false,
  sections: [
    {
      fields: [
        {
          kind: 'text',
          name: 'trackingCode',
          label: 'Izsekošanas kods',
          hint: '16 burti un cipari no saņemšanas apstiprinājuma, piemēram, 7Q4W-X29M-KD3T-R8AB. Lielie vai mazie burti, atstarpes un defises nav svarīgas.',
          required: 'Ierakstiet izsekošanas kodu. Tas ir saņemšanas apstiprinājumā.',
          autocomplete: 'off',
          maxLength: 100,
        },
      ],
    },
  ],
};

export const verifyForm: FormDefinition = {
  id: 'parbaude',
  title: 'Saņemšanas apstiprinājuma pārbaude',
  action: '/api/receipts/verify',
  submit: 'Pārbaudīt',
  stores: false,
  sections: [
    {
      fields: [
        {
          kind: 'textarea',
          name: 'receipt',
          label: 'Apstiprinājuma teksts',
          hint: 'Iekopējiet visu lejupielādētā apstiprinājuma tekstu, arī pēdējo rindu ar parakstu.',
          required: 'Iekopējiet apstiprinājuma tekstu.',
          maxLength: 5_000,
          rows: 10,
        },
      ],
    },
  ],
};
