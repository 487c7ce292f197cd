// Drafts on the page: saves while the person types, restores when the page opens, and reports what was done.
import { draftPanel, type Panel } from './draft-panel.ts';
import { fill, hasFiles } from './fields.ts';
import { FillingIn } from './filling-in.ts';
import { announce, CHANGED, read, remove } from './kept.ts';
import { isDone, markPosted, sentHere } from './posted.ts';
import { formWords, say } from './words.ts';

/** After the last key stroke, milliseconds. */
const PAUSE = 400;

/** A page of the API shows what was sent to the server, which is newer than any draft. */
const isAnswer = location.pathname.startsWith('/api/');

function restore(filling: FillingIn, panel: Panel, posted: string | null): void {
  if (isAnswer) {
    // Refused with another key than the one it was sent with (an unusable key): the old record is the same
    // text.
    if (posted && posted !== filling.key) remove(posted);
    filling.save();
    return;
  }
  const restored = filling.restore();
  // The outbox reports what was sent and got no answer.
  if (restored?.from.state === 'draft') panel.restored(restored);
}

/**
 * Back on a form whose receipt has been shown: the browser restores the old text, which would then be sent
 * twice.
 */
function emptyIfDone(filling: FillingIn, panel: Panel): void {
  const shown = FillingIn.shownBefore();
  if (isAnswer || !shown || !isDone(shown)) {
    filling.assertKey();
    return;
  }
  filling.empty();
  panel.tell(say.draft.done);
}

function saveWhileTyping(filling: FillingIn, panel: Panel): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const save = () => {
    if (timer === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    filling.save();
    panel.update();
    announce();
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(save, PAUSE);
  };
  for (const type of ['input', 'change']) filling.form.addEventListener(type, soon);
  // Saves on leaving the page, so that the last keystrokes are kept.
  addEventListener('pagehide', save);
  document.addEventListener('visibilitychange', save);
  filling.form.addEventListener('submit', save);
}

/** Without a network the form is not posted but added to the outbox. */
function queue(filling: FillingIn, panel: Panel, event: SubmitEvent): void {
  event.preventDefault();
  // The guard against a second request must not block the next send.
  delete filling.form.dataset['sent'];
  event.submitter?.removeAttribute('aria-disabled');
  const files = hasFiles(filling.form);
  if (files || !filling.save('waiting')) {
    panel.tell(files ? say.outbox.noFiles : say.outbox.noRoom);
    return;
  }
  sentHere.add(filling.key);
  filling.empty();
  panel.hush();
  panel.update();
  announce();
  document.querySelector<HTMLElement>('.outbox h2')?.focus();
}

function watchSubmit(filling: FillingIn, panel: Panel): void {
  // Listens on the document, after the form's own listeners, because one of them may have stopped the event
  // or sent the form itself.
  document.addEventListener('submit', event => {
    if (event.target !== filling.form || event.defaultPrevented) return;
    if (!navigator.onLine) return queue(filling, panel, event);
    // Records contain no files, so a form with files is not a full copy of what is sent and stays a draft.
    filling.save(hasFiles(filling.form) ? 'draft' : 'sent');
    markPosted(filling.key);
  });
}

/** Keeps drafts of one form; null for a form that stores nothing. */
export function keepDraft(form: HTMLFormElement, posted: string | null): FillingIn | null {
  const filling = FillingIn.of(form);
  if (!filling) return null;
  const panel = draftPanel(filling, {
    forget: () => {
      filling.forget();
      // The page of a refusal refers to a text that no longer exists.
      if (isAnswer) location.replace(formWords(filling.action).page);
      const next = filling.restore();
      if (next) panel.restored(next);
      announce();
    },
    load: fields => {
      const left = fill(form, fields);
      filling.save();
      announce();
      return left;
    },
  });
  restore(filling, panel, posted);
  panel.update();
  saveWhileTyping(filling, panel);
  watchSubmit(filling, panel);
  addEventListener('pageshow', () => emptyIfDone(filling, panel));
  document.addEventListener(CHANGED, () => {
    // The outbox sent it while the text was being changed: the changed text becomes the next filling-in.
    if (filling.isOvertaken && read(filling.key)?.state === 'received' && !filling.isAsKept) filling.save();
    panel.update();
  });
  return filling;
}
