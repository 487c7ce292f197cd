// The page for a missing case and for one the person may not see: identical, so that nobody learns of a case
// about them.
import { html } from 'hono/html';
import type { RegisterPage } from './page.ts';

export const noCasePage = (): RegisterPage => ({
  title: 'Lietas nav',
  heading: 'Tādas lietas nav',
  crumbs: [{ href: '/registrs/', label: 'Darbi' }],
  content: html`<p>Reģistrā nav lietas ar šādu numuru, tā ir iznīcināta, vai tā Jums nav pieejama. Pārbaudiet numuru un <a href="/registrs/meklet/">meklējiet vēlreiz</a>.</p>`,
});

/** Signed in, but without a role for this page. */
export const noRightPage = (): RegisterPage => ({
  title: 'Nav atļauts',
  heading: 'Šī lapa Jūsu lomai nav pieejama',
  content: html`<p>Ja tā Jums vajadzīga darbam, lūdziet reģistra administratoram mainīt lomu. <a href="/registrs/konts/">Mans konts</a></p>`,
});
