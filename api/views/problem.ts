// A refusal as a page: what is wrong, what to do, and whom to turn to (rule point 5.1.2).
import { html } from 'hono/html';
import { body, type PageContent } from './page.ts';

export const problemPage = ({ title, detail }: { title: string; detail: string }): PageContent => ({
  title,
  main: body({
    heading: title,
    lede: detail,
    content: html`<p>Ja tas atkārtojas, Jums ir tiesības <a href="/sudziba/">iesniegt sūdzību</a> vai zvanīt centram.</p><p><a href="/">Uz sākumlapu</a></p>`,
  }),
});
