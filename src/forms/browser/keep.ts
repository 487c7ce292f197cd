// Everything a browser with scripts does so that nothing typed is lost and nothing is sent twice (docs/decisions/0018).
import { keepDraft } from './draft-page.ts';
import { removeExpired } from './kept.ts';
import { startOutbox } from './outbox-page.ts';
import { settlePosted, takePosted } from './posted.ts';
import { registerWorker } from './register-worker.ts';

/** Starts with the forms of this page and what earlier pages left in the outbox. */
export function keep(forms: readonly HTMLFormElement[]): void {
  const posted = takePosted();
  removeExpired(Date.now());
  settlePosted(posted);
  const fillings = forms.flatMap(form => keepDraft(form, posted) ?? []);
  startOutbox(posted, fillings);
  if (fillings.length > 0) registerWorker();
}
