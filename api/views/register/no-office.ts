// A server without the office's key takes in submissions but cannot read them: it has no register.
import { html } from 'hono/html';
import type { RegisterPage } from './page.ts';

export const noOfficePage = (): RegisterPage => ({
  title: 'Reģistra šeit nav',
  heading: 'Šajā serverī reģistra nav',
  content: html`<p>Šis serveris iesniegumus tikai pieņem: biroja atslēgas, ar ko tos lasa, šeit nav. Atveriet reģistru serverī, kurā tā glabājas.</p>`,
});
