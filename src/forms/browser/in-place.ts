// A multi-page form where scripts run: everything is visible at once, each question appears as soon as it is
// asked, and the number of answers is shown. Without scripts the server turns the pages
// (`api/http/survey-turn.ts`).
import { type Condition, shownNames } from '../conditions.ts';
import { PAGE_FIELD, TOKEN_FIELD } from '../field.ts';
import { surveyWords } from '../words-survey.ts';

interface Question {
  readonly name: string;
  readonly box: HTMLElement;
  readonly showIf: readonly Condition[];
}

/** The elements of the questions with the names of their controls, in order. */
const questionsIn = (form: HTMLFormElement): Question[] =>
  [...form.querySelectorAll<HTMLElement>('.form__page .field')].flatMap(box => {
    const name = box.querySelector<HTMLInputElement>('input, textarea, select')?.name;
    return name && name !== TOKEN_FIELD
      ? [{ name, box, showIf: JSON.parse(box.dataset['showIf'] ?? '[]') as Condition[] }]
      : [];
  });

/** A single answer is a text, as on the server; several are a list. */
function answersIn(form: HTMLFormElement): Record<string, string | string[]> {
  const given = [...new FormData(form)].flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' && value.trim() !== '' ? [[name, value]] : [],
  );
  const grouped = Map.groupBy(given, ([name]) => name);
  return Object.fromEntries(
    [...grouped].map(([name, pairs]) => [
      name,
      pairs.length === 1 ? (pairs[0]?.[1] ?? '') : pairs.map(([, value]) => value),
    ]),
  );
}

/** Shows the questions that the answers so far require, and the progress. */
function follow(form: HTMLFormElement, questions: readonly Question[]): void {
  const answers = answersIn(form);
  const shown = shownNames(questions, answers);
  for (const { name, box } of questions) box.hidden = !shown.has(name);
  const asked = questions.filter(({ name }) => shown.has(name));
  const answered = asked.filter(({ name }) => answers[name]).length;
  const say = surveyWords[document.documentElement.lang === 'en' ? 'en' : 'lv'];
  const progress = form.querySelector('[data-answered]');
  const [text, bar] = [progress?.querySelector('span'), progress?.querySelector('progress')];
  if (text) text.textContent = say.answered(answered, asked.length);
  if (bar) {
    bar.max = asked.length;
    bar.value = answered;
  }
}

/** Shows all pages of the form. Must run before typed values are restored. */
export function unfold(form: HTMLFormElement): void {
  const page = form.elements.namedItem(PAGE_FIELD);
  if (!(page instanceof HTMLInputElement) || !form.querySelector('.form__page')) return;
  page.value = '';
  for (const part of form.querySelectorAll<HTMLElement>('.form__page')) part.hidden = false;
  const row = form.querySelector<HTMLElement>('.form__submit');
  const [send, back] = row?.querySelectorAll('button') ?? [];
  if (send && row?.dataset['send']) send.textContent = row.dataset['send'];
  back?.remove();
  const questions = questionsIn(form);
  const now = () => follow(form, questions);
  form.addEventListener('input', now);
  form.addEventListener('change', now);
  // Drafts are restored later, and browsers restore form values later too.
  addEventListener('pageshow', now);
  setTimeout(now);
  now();
}
