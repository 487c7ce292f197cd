// The page when the survey was changed while somebody was answering it.
import { html } from 'hono/html';
import type { Language } from '../../src/forms/field.ts';
import type { Notice } from './form-page.ts';

const WORDS = {
  lv: {
    title: 'Aptauja ir mainīta',
    text: 'Kamēr atbildējāt, aptaujai tika publicēta jauna redakcija. Jūsu atbildes vēl nav nosūtītas. Atbildes, kas der arī jaunajā redakcijā, ir saglabātas – pārskatiet tās un nosūtiet vēlreiz.',
  },
  en: {
    title: 'The survey has changed',
    text: 'While you were answering, a new version of the survey was published. Your answers have not been sent yet. Those that fit the new version are kept: look them over and send again.',
  },
} as const;

export const supersededNotice = (lang: Language): Notice => ({
  title: WORDS[lang].title,
  content: html`<div class="notice notice--info" role="alert"><h2>${WORDS[lang].title}</h2><p>${WORDS[lang].text}</p></div>`,
});
