// The survey on the kiosk: a tap on a face starts an answer, further questions follow one at a time, then
// thanks, then the faces again. Each tap is stored at once (`queue.ts`), so that neither a break nor a person
// who leaves can lose it.
import { freshKey } from '../../forms/browser/key.ts';
import type { Condition } from '../../forms/conditions.ts';
import { nextQuestion } from './flow.ts';
import { hurryIn } from './hurry.ts';
import type { KioskAnswers } from './queue.ts';
import { pauseFor, stillCounting } from './rate.ts';
import { queue, send, store } from './sender.ts';
import { viewsIn } from './views.ts';

/** Long enough to read two lines; milliseconds. */
const THANKS_MS = 5_000;
/** The note that one may complain (rule point 5.1.2) is shown for this face and worse ones. */
const LOW = 2;
const LOW_THANKS_MS = 15_000;
/** Name of the record with the times of answers on this screen. */
const RECENT = 'recent';

/** `YYYY-MM-DD`; the calendar's own function brings a library along. */
const riga = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Riga' });

const recent = (): readonly number[] => {
  const found = store.get(RECENT);
  return Array.isArray(found) ? found.filter(time => typeof time === 'number') : [];
};
const pauseNow = (): number => pauseFor(recent(), Date.now());
const countNow = (): void => store.put(RECENT, [...stillCounting(recent(), Date.now()), Date.now()]);

const questionsIn = (root: HTMLElement) =>
  [...root.querySelectorAll<HTMLElement>('[data-question]')].map(({ dataset }) => ({
    name: dataset['question'] ?? '',
    showIf: JSON.parse(dataset['showIf'] ?? '[]') as readonly Condition[],
  }));

/** Shows on the further questions which face was chosen. */
function showChosen(root: HTMLElement, face: Element): void {
  for (const place of root.querySelectorAll('[data-chosen]'))
    place.replaceChildren(...face.cloneNode(true).childNodes);
}

function start(root: HTMLElement, survey: string, { closes = '', carried = '{}' }: DOMStringMap): void {
  const views = viewsIn(root, () => performance.now());
  const hurry = hurryIn(root);
  const questions = questionsIn(root);
  const refusedBefore = queue.refused();
  const [faces] = questions;
  let key: string | null = null;
  let answers: KioskAnswers = {};
  let at = 0;

  /** Shows the faces, or why there are none now. */
  function rest(move: boolean): void {
    // The survey has probably changed since this page was opened.
    if (queue.refused() > refusedBefore) {
      location.reload();
      return;
    }
    const wait = pauseNow();
    const isClosed = riga.format(new Date()) > closes;
    const shown = views.show(isClosed ? 'none' : wait > 0 ? 'pause' : (faces?.name ?? ''), move);
    if (isClosed || wait === 0) return;
    const left = shown?.querySelector('[data-pause]');
    if (left) left.textContent = String(wait);
    setTimeout(() => rest(pauseNow() === 0), 1000);
  }

  function end(): void {
    hurry.stop();
    if (key) queue.finish(key);
    key = null;
    const isLow = Number(answers[faces?.name ?? '']) <= LOW;
    const hint = views.show('thanks', true)?.querySelector<HTMLElement>('[data-low]');
    if (hint) hint.hidden = !isLow;
    setTimeout(() => rest(true), isLow ? LOW_THANKS_MS : THANKS_MS);
    void send();
  }

  function goOn(): void {
    const next = nextQuestion(questions, answers, at);
    if (next === null) {
      end();
      return;
    }
    at = next;
    views.show(questions[at]?.name ?? '', true);
    hurry.start(end);
  }

  function choose(button: HTMLElement): void {
    if (!key) {
      countNow();
      key = freshKey();
      answers = JSON.parse(carried) as KioskAnswers;
      at = 0;
      showChosen(root, button);
    }
    answers = { ...answers, [questions[at]?.name ?? '']: button.dataset['value'] ?? '' };
    queue.keep(key, survey, answers);
    goOn();
  }

  /** The person chose another face: the answer so far is withdrawn and does not count. */
  function change(): void {
    if (key) queue.withdraw(key);
    store.put(RECENT, recent().slice(0, -1));
    key = null;
    hurry.stop();
    views.show(faces?.name ?? '', true);
  }

  root.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('button') : null;
    if (!button || !views.isOpen()) return;
    if (button.dataset['value']) choose(button);
    else if ('skip' in button.dataset) goOn();
    else if ('change' in button.dataset) change();
  });
  // A person who leaves in the middle has answered all the same.
  addEventListener('pagehide', () => key && queue.finish(key));
  addEventListener('pageshow', ({ persisted }) => persisted && location.reload());
  rest(false);
}

const root = document.querySelector<HTMLElement>('[data-survey]');
if (root) start(root, root.dataset['survey'] ?? '', root.dataset);
