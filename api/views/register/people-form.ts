// The form for a person of the register.
import type { FormDefinition, Option } from '../../../src/forms/field.ts';
import { ROLES } from '../../domain/register/people.ts';
import { registerWords } from './words.ts';

const HINTS: Readonly<Record<(typeof ROLES)[number], string>> = {
  clerk: 'strādā ar lietām',
  director: 'izskata sūdzības (noteikumu 13. punkts)',
  deputy: 'izskata sūdzības izpilddirektora vietā',
  auditor: 'redz rādītājus un notikumu ķēdi, lietu saturu ne',
  administrator: 'pārvalda cilvēkus, lietu saturu neredz',
};

const roles: readonly Option[] = ROLES.map(id => ({
  id,
  label: `${registerWords.roles[id]} – ${HINTS[id]}`,
}));

export const personForm: FormDefinition = {
  id: 'cilveks',
  lang: 'lv',
  title: 'Cilvēks reģistrā',
  action: '/registrs/cilveki/',
  submit: 'Saglabāt',
  stores: true,
  sections: [
    {
      fields: [
        {
          kind: 'text',
          name: 'name',
          label: 'Vārds un uzvārds',
          required: 'Ierakstiet vārdu un uzvārdu.',
          maxLength: 200,
          autocomplete: 'off',
        },
        {
          kind: 'checkboxes',
          name: 'roles',
          label: 'Lomas',
          required: 'Izvēlieties vismaz vienu lomu.',
          options: roles,
        },
        {
          kind: 'text',
          name: 'directoryId',
          label: 'Ieraksts darbinieku sarakstā',
          hint: 'Pēc tā reģistrs zina, ka sūdzība ir par šo cilvēku, un lietu viņam nerāda.',
          maxLength: 100,
        },
        {
          kind: 'email',
          name: 'email',
          label: 'E-pasts atgādinājumiem',
          hint: 'Ja to neraksta, atgādinājumus nesūta.',
          maxLength: 254,
          autocomplete: 'off',
        },
      ],
    },
  ],
};
