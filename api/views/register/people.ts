// The people of the register, for administrators.
import { html } from 'hono/html';
import type { DirectoryEntry } from '../../../src/contract/desk.ts';
import type { FormDefinition } from '../../../src/forms/field.ts';
import { messagesIn } from '../../../src/forms/messages.ts';
import { type FormState, renderForm } from '../../../src/forms/render.ts';
import type { BackupState } from '../../domain/backups.ts';
import type { Person } from '../../domain/register/people.ts';
import type { StaffingRefusal } from '../../domain/register/staffing.ts';
import type { Markup } from '../page.ts';
import { backupNotice } from './backup-notice.ts';
import type { RegisterPage } from './page.ts';
import { type UnmarkedRecord, unmarkedNotice } from './unmarked-notice.ts';
import { registerWords } from './words.ts';

export const personHref = (id: string): string => `/registrs/cilveki/${id}/`;

const rolesOf = ({ roles }: Person): string => roles.map(role => registerWords.roles[role]).join(', ');

const row = (person: Person, directory: readonly DirectoryEntry[]): Markup =>
  html`<tr><th scope="row"><a href="${personHref(person.id)}">${person.name}</a>${person.active ? '' : html` <span class="tag">izslēgts</span>`}</th><td data-label="Lomas">${rolesOf(person)}</td><td data-label="Darbinieku sarakstā">${directory.find(({ id }) => id === person.directoryId)?.name ?? '–'}</td><td data-label="E-pasts">${person.email ?? '–'}</td></tr>`;

export interface PeopleView {
  readonly people: readonly Person[];
  readonly directory: readonly DirectoryEntry[];
  readonly form: FormDefinition;
  readonly state: FormState;
  readonly backups: BackupState | null;
  /** Records that don't bear the system's mark. */
  readonly unmarked: readonly UnmarkedRecord[];
}

export const peoplePage = ({
  people,
  directory,
  form,
  state,
  backups,
  unmarked,
}: PeopleView): RegisterPage => ({
  title: `${state.errors?.length ? messagesIn('lv').errorTitle : ''}Cilvēki`,
  heading: 'Cilvēki',
  lede: 'Kas reģistrā drīkst strādāt un ko katrs drīkst.',
  content: html`${unmarkedNotice(unmarked, people)}${backups?.check === 'failed' ? backupNotice(backups) : ''}<table class="work"><caption class="visually-hidden">Cilvēki reģistrā</caption><thead><tr><th scope="col">Vārds</th><th scope="col">Lomas</th><th scope="col">Darbinieku sarakstā</th><th scope="col">E-pasts</th></tr></thead><tbody>${people.map(person => row(person, directory))}</tbody></table><section class="section flow"><h2>Pievienot cilvēku</h2><p>Pēc saglabāšanas saņemsiet vienreizēju saiti, ko nodot šim cilvēkam.</p>${renderForm(form, state)}</section>${backups?.check === 'failed' ? '' : backupNotice(backups)}`,
});

const staffingWords: Readonly<Record<StaffingRefusal, string>> = {
  'last-administrator': 'Tas ir pēdējais administrators. Vispirms dodiet šo lomu citam cilvēkam.',
  'own-account':
    'Savu vārdu, lomas un ierakstu darbinieku sarakstā mainīt un sevi izslēgt nevar. Lūdziet to citam administratoram.',
  'no-role': 'Izvēlieties vismaz vienu lomu.',
  gone: 'Tāda cilvēka reģistrā nav.',
};

export interface PersonView {
  readonly person: Person;
  readonly form: FormDefinition;
  readonly state: FormState;
  readonly refusal: StaffingRefusal | null;
  /** Whether the form just sent changed anything; null where none was. */
  readonly saved: 'changed' | 'unchanged' | null;
  /** Whether it is the page of the signed-in person. */
  readonly isOwn: boolean;
  /** Name of the person's entry in the staff directory; null where there is none. */
  readonly entry: string | null;
}

/** What another administrator changes, since it decides what one sees oneself. */
const ownFacts = ({ person, entry }: PersonView): Markup =>
  html`<dl class="facts"><div><dt>Vārds un uzvārds</dt><dd>${person.name}</dd></div><div><dt>Lomas</dt><dd>${rolesOf(person)}</dd></div><div><dt>Ieraksts darbinieku sarakstā</dt><dd>${entry ?? 'nav'}</dd></div></dl><p>Šis ir Jūsu konts. ${staffingWords['own-account']}</p>`;

const button = (action: string, label: string): Markup =>
  html`<form method="post" action="${action}"><p><button class="button button--secondary" type="submit">${label}</button></p></form>`;

export function personPage(view: PersonView): RegisterPage {
  const { person, form, state, refusal, saved, isOwn } = view;
  const href = personHref(person.id);
  return {
    title: `${refusal ? 'Nav saglabāts: ' : state.errors?.length ? messagesIn('lv').errorTitle : ''}${person.name}`,
    heading: person.name,
    lede: `${rolesOf(person)}${person.active ? '' : '; izslēgts'}`,
    crumbs: [{ href: '/registrs/cilveki/', label: 'Cilvēki' }],
    content: html`${
      refusal
        ? html`<div class="notice notice--warn" role="alert" tabindex="-1" autofocus><h2>Nav saglabāts</h2><p>${staffingWords[refusal]}</p></div>`
        : saved
          ? html`<div class="notice notice--success" role="status" tabindex="-1" autofocus><p>${saved === 'changed' ? 'Saglabāts.' : 'Nekas nav mainīts: viss jau bija tā.'}</p></div>`
          : ''
    }${isOwn ? ownFacts(view) : ''}${renderForm(form, state)}<section class="section flow"><h2>Pieteikšanās</h2>${
      person.active
        ? html`<p>Jauns uzaicinājums vajadzīgs, ja piekļuves atslēga pazaudēta. Esošās sesijas tas izbeidz; ja ierīce nozagta, noņemiet arī atslēgas.</p>${button(`${href}uzaicinat/`, 'Izsniegt jaunu uzaicinājumu')}${button(`${href}uzaicinat/?atslegas=nonemt`, 'Noņemt visas atslēgas un izsniegt jaunu uzaicinājumu')}${isOwn ? '' : button(`${href}izslegt/`, 'Izslēgt no reģistra')}`
        : html`<p>Izslēgts cilvēks nevar pieteikties, un lietas viņam nodot nevar. Vārds vēsturē paliek.</p>${button(`${href}ieslegt/`, 'Atkal ielaist reģistrā')}`
    }</section>`,
  };
}

/** The link, shown once. */
export const invitedPage = (person: Person, href: string): RegisterPage => ({
  title: 'Uzaicinājums',
  heading: 'Uzaicinājums izsniegts',
  crumbs: [
    { href: '/registrs/cilveki/', label: 'Cilvēki' },
    { href: personHref(person.id), label: person.name },
  ],
  content: html`<div class="notice notice--warn"><p><strong>Nokopējiet saiti tagad: vairāk to nerādīsim.</strong> Nododiet to ${person.name} personīgi vai drošā veidā: kurš to atver pirmais, tas kļūst par šo cilvēku reģistrā. Saite der vienu reizi un trīs dienas.</p></div><p><code class="break">${href}</code></p>`,
});
