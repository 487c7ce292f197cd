// The forms for a person of the register.
import type { Field, FormDefinition, Option } from '../../../src/forms/field.ts';
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

const NAME: Field = {
  kind: 'text',
  name: 'name',
  label: 'Vārds un uzvārds',
  required: 'Ierakstiet vārdu un uzvārdu.',
  maxLength: 200,
  autocomplete: 'off',
};

const ROLE: Field = {
  kind: 'checkboxes',
  name: 'roles',
  label: 'Lomas',
  required: 'Izvēlieties vismaz vienu lomu.',
  options: roles,
};

const ENTRY: Field = {
  kind: 'text',
  name: 'directoryId',
  label: 'Ieraksts darbinieku sarakstā',
  hint: 'Pēc tā reģistrs zina, ka sūdzība ir par šo cilvēku, un lietu viņam nerāda. Ja ierakstu maina vai noņem, lietas, kas šim cilvēkam jau slēgtas, paliek slēgtas.',
  maxLength: 100,
};

const EMAIL: Field = {
  kind: 'email',
  name: 'email',
  label: 'E-pasts atgādinājumiem',
  hint: 'Ja to neraksta, atgādinājumus nesūta.',
  maxLength: 254,
  autocomplete: 'off',
};

const formOf = (...fields: readonly Field[]): FormDefinition => ({
  id: 'cilveks',
  lang: 'lv',
  title: 'Cilvēks reģistrā',
  action: '/registrs/cilveki/',
  submit: 'Saglabāt',
  stores: true,
  sections: [{ fields }],
});

export const personForm = formOf(NAME, ROLE, ENTRY, EMAIL);

/** On one's own page: nobody decides on what they see themselves. Who has no full name yet may give it. */
export const ownForm = formOf(EMAIL);
export const ownFormWithName = formOf(NAME, EMAIL);

const optional = ({ required: _, ...field }: Field): Field => field as Field;

/** What is taken from one's own page: also what a page does not offer, to be refused with a reason. */
export const ownFormTaken = formOf(optional(NAME), optional(ROLE), ENTRY, EMAIL);
