// Messages for respondents of a staff survey (rule point 10.2).
import { html } from 'hono/html';
import type { FormDefinition, Language } from '../../src/forms/field.ts';
import type { Notice } from './form-page.ts';
import { body, type PageContent } from './page.ts';

const lv = {
  mistyped: 'Kodā ir kļūda. Pārbaudiet, vai visas 17 zīmes ir ierakstītas tā, kā uz ielūguma.',
  unknown:
    'Šāda koda šai aptaujai nav. Pārbaudiet, vai tas ierakstīts tā, kā uz ielūguma, un vai ielūgums ir uz šo aptauju.',
  empty: 'Nav atbildēts ne uz vienu jautājumu. Kods vēl nav izmantots: atbildiet un nosūtiet.',
  used: {
    title: 'Ar šo kodu atbildes jau ir saņemtas',
    text: 'Ja tās nosūtījāt Jūs, viss ir kārtībā un vairs nekas nav jādara. Ja neesat atbildējis vai atbildējusi, palūdziet jaunu ielūgumu un ierakstiet tā kodu; atbildes šajā lapā ir saglabātas.',
  },
  often: {
    title: 'Pārāk daudz nederīgu kodu',
    text: 'No šī tīkla pēdējā stundā ievadīts pārāk daudz kodu, kādu nav. Pēc stundas mēģiniet vēlreiz; atbildes šajā lapā ir saglabātas.',
  },
  title: 'Paldies par atbildēm',
  sealed:
    'Atbilde ir anonīma: kodu ar to nesasaistījām, un laiku nesaglabājām. Kods ir izmantots, un atbildi vairs nevar ne redzēt, ne mainīt.',
  close: 'Šajā ierīcē no atbildēm nekas nav saglabāts. Ielūgumu varat iznīcināt.',
  home: 'Uz sākumlapu',
};

const en: typeof lv = {
  mistyped: 'There is a mistake in the code. Check that all 17 characters are as on the invitation.',
  unknown:
    'This survey has no such code. Check that it is as on the invitation, and that the invitation is for this survey.',
  empty: 'No question has been answered. The code has not been used yet: answer and send.',
  used: {
    title: 'Answers with this code have been received already',
    text: 'If you sent them, all is well and there is nothing left to do. If you have not answered, ask for another invitation and enter its code; your answers are on this page.',
  },
  often: {
    title: 'Too many wrong codes',
    text: 'Too many codes that do not exist came from this network within the last hour. Try again in an hour; your answers are on this page.',
  },
  title: 'Thank you for your answers',
  sealed:
    'Your answer is anonymous: we did not tie the code to it and kept no time. The code is used up, and the answer can be neither seen nor changed any more.',
  close: 'Nothing of your answers is kept on this device. You may destroy the invitation.',
  home: 'To the start page',
};

export const staffSurveyWords: Readonly<Record<Language, typeof lv>> = { lv, en };

/** Why it was refused, when the typed values are valid. */
export function staffSurveyNotice({ id, lang }: FormDefinition, why: 'used' | 'often'): Notice {
  const { title, text } = staffSurveyWords[lang][why];
  return {
    title,
    content: html`<div class="notice notice--warn" tabindex="-1" autofocus aria-labelledby="${id}-notice"><div class="flow" role="alert"><h2 id="${id}-notice">${title}</h2><p>${text}</p></div></div>`,
  };
}

/** After sending; its address contains only the survey. */
export function staffThanksPage(thanks: string, lang: Language): PageContent {
  const say = staffSurveyWords[lang];
  return {
    lang,
    title: say.title,
    main: body(
      {
        heading: say.title,
        lede: thanks,
        content: html`<div class="receipt flow"><p>${say.sealed}</p><p>${say.close}</p></div><p><a href="${lang === 'en' ? '/en/' : '/'}">${say.home}</a></p>`,
      },
      lang,
    ),
  };
}
