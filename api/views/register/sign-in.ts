// The way into the register.
import { html } from 'hono/html';
import { formatTime } from '../words.ts';
import type { RegisterPage } from './page.ts';

/** Why a sign-in failed. The exact reason is not revealed. */
export type SignInRefusal = 'passkey' | 'code' | 'often';

export interface SignInView {
  /** For `parseRequestOptionsFromJSON`. */
  readonly options: string;
  /** The page to open afterwards, within the register. */
  readonly back: string;
  readonly refusal?: SignInRefusal | undefined;
  /** When the next attempt is possible, after too many. */
  readonly again: Date;
}

const REFUSALS: Readonly<Record<Exclude<SignInRefusal, 'often'>, string>> = {
  passkey:
    'Piekļuves atslēga nav derīga šim reģistram, vai lapa bija atvērta pārāk ilgi. Mēģiniet vēlreiz; ja neizdodas, lietojiet rezerves kodu vai lūdziet administratoram jaunu uzaicinājumu.',
  code: 'Šāda neizlietota rezerves koda nav. Pārbaudiet, vai kods ierakstīts pareizi un vai tas nav jau izmantots: katrs der vienu reizi.',
};

/** The same for a limit by network and for an existing or unknown person. */
const textOf = (refusal: SignInRefusal, again: Date): string =>
  refusal === 'often'
    ? `Pēdējā stundā no šī tīkla vai ar šo atslēgu vai kodu bijis pārāk daudz mēģinājumu. Mēģiniet vēlreiz pēc ${formatTime(again, 'lv')}. Derīgu piekļuves atslēgu pieņem arī tagad.`
    : REFUSALS[refusal];

export const signInPage = ({ options, back, refusal, again }: SignInView): RegisterPage => ({
  title: `${refusal ? 'Neizdevās: ' : ''}Pieteikties`,
  heading: 'Pieteikties reģistrā',
  withKeys: true,
  content: html`${
    refusal
      ? html`<div class="notice notice--warn" role="alert" tabindex="-1" autofocus><h2>Neizdevās pieteikties</h2><p>${textOf(refusal, again)}</p></div>`
      : ''
  }<section class="card sign-in"><h2>Ar piekļuves atslēgu</h2><p>Ierīce lūgs pirkstu, seju vai PIN. Paroles reģistram nav.</p><form method="post" action="/registrs/ieiet/atslega/" data-passkey="get" data-options="${options}"><input type="hidden" name="response" value=""><input type="hidden" name="uz" value="${back}"><p class="field__error" data-passkey-message role="alert" hidden></p><p><button class="button" type="submit">Pieteikties</button></p></form><noscript><p>Piekļuves atslēgai pārlūkā jābūt ieslēgtam JavaScript. Bez tā piesakieties ar rezerves kodu.</p></noscript></section><details class="more"${refusal === 'code' ? html` open` : ''}><summary>Pieteikties ar rezerves kodu</summary><form class="form" method="post" action="/registrs/ieiet/kods/"><input type="hidden" name="uz" value="${back}"><div class="field"><label for="kods">Rezerves kods</label><p class="field__hint" id="kods-hint">Viens no desmit kodiem, ko saņēmāt, veidojot piekļuves atslēgu. Katrs der vienu reizi.</p><input type="text" id="kods" name="code" autocomplete="off" spellcheck="false" autocapitalize="characters" aria-describedby="kods-hint" required></div><p><button class="button button--secondary" type="submit">Pieteikties ar kodu</button></p></form></details><p>Nav ne atslēgas, ne koda? Jaunu uzaicinājumu dod reģistra administrators.</p>`,
});
