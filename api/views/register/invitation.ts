// The page of an invitation link.
import { html } from 'hono/html';
import type { Person } from '../../domain/register/people.ts';
import { formatTime } from '../words.ts';
import type { RegisterPage } from './page.ts';
import { registerWords } from './words.ts';

/** Why an invitation is refused. */
export type InvitationRefusal = 'unknown' | 'used' | 'expired' | 'often';

export interface InvitationView {
  readonly refusal: InvitationRefusal | null;
  /** When the next attempt is possible, after too many. */
  readonly again?: Date;
  readonly invited?: {
    readonly person: Person;
    readonly token: string;
    /** For `parseCreationOptionsFromJSON`. */
    readonly options: string;
    readonly failed: boolean;
  };
}

const REFUSALS: Readonly<Record<Exclude<InvitationRefusal, 'often'>, string>> = {
  unknown:
    'Šāda uzaicinājuma nav. Pārbaudiet, vai saite nokopēta pilnībā, vai lūdziet administratoram jaunu.',
  used: 'Uzaicinājums jau ir izmantots. Ja to nedarījāt Jūs, tūlīt sakiet administratoram.',
  expired: 'Uzaicinājuma laiks ir beidzies. Lūdziet administratoram jaunu.',
};

const textOf = (refusal: InvitationRefusal, again = new Date(0)): string =>
  refusal === 'often'
    ? `Pēdējā stundā no šī tīkla bijis pārāk daudz mēģinājumu. Mēģiniet vēlreiz pēc ${formatTime(again, 'lv')}.`
    : REFUSALS[refusal];

const notice = (title: string, text: string) =>
  html`<div class="notice notice--warn" role="alert" tabindex="-1" autofocus><h2>${title}</h2><p>${text}</p></div>`;

const waiting = html`<p>Lapa atver uzaicinājumu. Ja nekas nenotiek, pārbaudiet, vai saite nokopēta pilnībā.</p><noscript><p>Lai izveidotu piekļuves atslēgu, pārlūkā jābūt ieslēgtam JavaScript.</p></noscript>`;

function invitedPart({ person, token, options, failed }: NonNullable<InvitationView['invited']>) {
  const roles = person.roles.map(role => registerWords.roles[role]).join(', ');
  return html`${failed ? notice('Atslēga nav izveidota', 'Ierīces atbilde nav derīga, vai lapa bija atvērta pārāk ilgi. Mēģiniet vēlreiz.') : ''}<p>Sveicināti, ${person.name}! Jūsu loma reģistrā: ${roles}.</p><section class="card sign-in"><h2>Izveidojiet piekļuves atslēgu</h2><p>Ar to turpmāk pieteiksieties: ierīce lūgs pirkstu, seju vai PIN. Atslēga paliek ierīcē, paroles nav.</p><form method="post" action="/registrs/ieiet/uzaicinajums/atslega/" data-passkey="create" data-options="${options}"><input type="hidden" name="token" value="${token}"><input type="hidden" name="response" value=""><p class="field__error" data-passkey-message role="alert" hidden></p><p><button class="button" type="submit">Izveidot piekļuves atslēgu</button></p></form></section>`;
}

export const invitationPage = ({ refusal, invited, again }: InvitationView): RegisterPage => ({
  title: refusal ? 'Uzaicinājums neder' : 'Uzaicinājums',
  heading: refusal ? 'Uzaicinājums neder' : 'Uzaicinājums reģistrā',
  withKeys: true,
  content: refusal
    ? html`${notice('Nevar atvērt', textOf(refusal, again))}<p><a href="/registrs/ieiet/">Pieteikties</a></p>`
    : invited
      ? invitedPart(invited)
      : waiting,
});
