// A whole case for print: everything expanded, no controls.
import { html } from 'hono/html';
import { answerIn } from '../../domain/messages.ts';
import { viewWords } from '../words.ts';
import { factsOf } from './case.ts';
import { history, innerNotes } from './case-history.ts';
import { files, rulePoints, talk, written } from './case-text.ts';
import type { CaseView } from './case-view.ts';
import type { RegisterPage } from './page.ts';
import { when } from './parts.ts';

type PrintView = Omit<CaseView, 'actions' | 'idempotencyKey' | 'notice'> & {
  /** ISO 8601; when it was printed. */
  readonly at: string;
};

export function printPage(view: PrintView): RegisterPage {
  const { of, explanation, person, at } = view;
  const { submission, messages } = of.of;
  return {
    title: `${submission.reference}, izdruka`,
    heading: `Lieta ${submission.reference}`,
    lede: viewWords('lv').states[submission.state].name,
    crumbs: [
      { href: '/registrs/', label: 'Darbi' },
      { href: `/registrs/lietas/${submission.reference}/`, label: submission.reference },
    ],
    content: html`<p class="no-print">Izdrukājiet šo lapu vai saglabājiet to kā PDF ar pārlūka drukas izvēlni. Lietas vēsturē ir ieraksts, ka to sagatavojāt.</p><p class="muted small">Sagatavoja ${person.name} ${when(at)}. Ierobežotas pieejamības informācija: iesniedzēja identitāti neizpauž (Iesniegumu likuma 9. pants).</p>${factsOf(view)}<section class="section flow"><h2>Kā aprēķināts termiņš</h2><ul>${explanation.lines.map(line => html`<li>${line}</li>`)}</ul></section><div class="section">${written(view)}</div>${files(of)}${rulePoints(view)}${talk(of, answerIn(messages))}${innerNotes(of)}${history(of, true)}`,
  };
}
