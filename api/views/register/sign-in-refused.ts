// Why nothing was done for a person who is not, or no longer, signed in. What they typed is shown.
import { html } from 'hono/html';
import { words } from '../conversation.ts';
import type { RegisterPage } from './page.ts';

/** The form came from another site. */
export const forgedPage = (): RegisterPage => ({
  title: 'Nav pieņemts',
  heading: 'Pieprasījums nav pieņemts',
  content: html`<p>Pieprasījums nenāca no šīs vietnes lapas, tāpēc nekas nav darīts. Atveriet <a href="/registrs/">reģistru</a> un mēģiniet vēlreiz tur.</p>`,
});

const kept = (typed: readonly string[]) => typed.map(text => html`<div class="card">${words(text)}</div>`);

/** A change to credentials was sent too long after the last confirmation of identity. */
export const unconfirmedPage = (typed: readonly string[], confirm: string): RegisterPage => ({
  title: 'Nav saglabāts: apstipriniet, ka tas esat Jūs',
  heading: 'Nav saglabāts: apstipriniet, ka tas esat Jūs',
  content: html`<div class="notice notice--warn" role="alert"><p>Kopš pieteikšanās vai pēdējā apstiprinājuma pagājis vairāk nekā 10 minūšu.</p></div><p>Ierakstītais nav saglabāts, bet ir šeit. Nokopējiet to, apstipriniet un ielīmējiet.</p>${kept(typed)}<p><a class="button" href="${confirm}">Apstiprināt</a></p>`,
});

/** The session ended before the form was sent. */
export const expiredPage = (typed: readonly string[], signIn: string): RegisterPage => ({
  title: 'Nav saglabāts: jāpiesakās no jauna',
  heading: 'Nav saglabāts: jāpiesakās no jauna',
  content: html`<div class="notice notice--warn" role="alert"><p>Darba sesija ir beigusies, jo pusstundu nekas netika darīts, pagājušas 12 stundas vai tā izbeigta citur.</p></div>${
    typed.length > 0
      ? html`<p>Ierakstītais nav saglabāts, bet ir šeit. Nokopējiet to, piesakieties un ielīmējiet.</p>${kept(typed)}`
      : ''
  }<p><a class="button" href="${signIn}">Pieteikties</a></p>`,
});
