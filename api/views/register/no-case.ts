// No such case, or none of theirs: the same page, so that nobody learns of a case that is about them.
import { html } from 'hono/html';
import type { RegisterPage } from './page.ts';

export const noCasePage = (): RegisterPage => ({
  title: 'Lietas nav',
  heading: 'Tādas lietas nav',
  crumbs: [{ href: '/registrs/', label: 'Darbi' }],
  content: html`<p>Reģistrā nav lietas ar šādu numuru, tā ir iznīcināta, vai tā Jums nav pieejama. Pārbaudiet numuru un <a href="/registrs/meklet/">meklējiet vēlreiz</a>.</p>`,
});
