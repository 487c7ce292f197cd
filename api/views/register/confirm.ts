// Confirmation of identity, required before any change to credentials.
import { html } from 'hono/html';
import type { RegisterPage } from './page.ts';

export interface ConfirmView {
  /** For `parseRequestOptionsFromJSON`. */
  readonly options: string;
  readonly back: string;
  readonly failed: boolean;
  /** False for a person who signed in by a recovery code and has no passkey left. */
  readonly hasKeys: boolean;
}

export const confirmPage = ({ options, back, failed, hasKeys }: ConfirmView): RegisterPage => ({
  title: 'Apstipriniet, ka tas esat Jūs',
  heading: 'Apstipriniet, ka tas esat Jūs',
  crumbs: [{ href: '/registrs/konts/', label: 'Mans konts' }],
  withKeys: true,
  content: html`${
    failed
      ? html`<div class="notice notice--warn" role="alert" tabindex="-1" autofocus><h2>Neizdevās</h2><p>Piekļuves atslēga nav Jūsu, vai lapa bija atvērta pārāk ilgi. Mēģiniet vēlreiz.</p></div>`
      : ''
  }<p>Lai mainītu, kas un kā drīkst pieteikties, pieteikšanās nedrīkst būt vecāka par 10 minūtēm.</p>${
    hasKeys
      ? html`<form method="post" action="/registrs/konts/apstiprinat/" data-passkey="get" data-options="${options}"><input type="hidden" name="response" value=""><input type="hidden" name="uz" value="${back}"><p class="field__error" data-passkey-message role="alert" hidden></p><p><button class="button" type="submit">Apstiprināt ar piekļuves atslēgu</button></p></form>`
      : html`<p>Jums nav piekļuves atslēgas. Izejiet un piesakieties no jauna ar rezerves kodu.</p>`
  }`,
});
