// Recovery codes, shown once.
import { html } from 'hono/html';
import type { RegisterPage } from './page.ts';

export const codesPage = (
  codes: readonly string[],
  { first }: { readonly first: boolean },
): RegisterPage => ({
  title: 'Rezerves kodi',
  heading: 'Jūsu rezerves kodi',
  lede: first ? 'Piekļuves atslēga ir izveidota, un Jūs esat pieteicies.' : 'Iepriekšējie kodi vairs neder.',
  content: html`<div class="notice notice--warn"><p><strong>Izdrukājiet vai pierakstiet tos tagad: vairāk tos nerādīsim.</strong> Ar katru var pieteikties vienu reizi, ja ierīces ar piekļuves atslēgu nav pie rokas. Glabājiet tos tāpat kā atslēgas.</p></div><ol class="codes">${codes.map(code => html`<li><code>${code}</code></li>`)}</ol><p><a class="button" href="/registrs/">Uz reģistru</a></p>`,
});
