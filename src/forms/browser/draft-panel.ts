// What the page shows of a draft: the notice that it was restored, and below the form where it is saved and
// what can be done.
import { ask, button, element } from './dom.ts';
import { draftFile, MAX_FILE, readDraftFile } from './draft-file.ts';
import { collect } from './fields.ts';
import type { FillingIn, Restored } from './filling-in.ts';
import { KEEP_DAYS, type Pairs } from './kept.ts';
import { formWords, say } from './words.ts';

export interface Panel {
  /** Says at the top of the form that a draft was restored. */
  restored(restored: Restored): void;
  /** Shows a message at the top of the form. */
  tell(text: string): void;
  /** Removes the notice: its text is no longer in the form. */
  hush(): void;
  /** Shows the present state of the draft. */
  update(): void;
}

interface Actions {
  readonly forget: () => void;
  /** Puts the answers of a file into the form; returns those that have no field. */
  readonly load: (fields: Pairs) => Pairs;
}

const { draft } = say;

const leftText = (left: Pairs): string => draft.left(left.map(([, value]) => `“${value}”`).join('; '));

/** A message for screen readers: the live region is added first, its text afterwards. */
function speak(region: HTMLElement, text: string): void {
  region.textContent = '';
  requestAnimationFrame(() => {
    region.textContent = text;
  });
}

/** The notice above the form; created for each message. */
function noticeAbove(form: HTMLFormElement) {
  let shown: HTMLElement | undefined;
  const hide = () => shown?.remove();
  const show = (text: string, more: readonly Node[] = []) => {
    hide();
    const region = element('p', { role: 'status', tabindex: '-1' });
    shown = element('div', { class: 'notice notice--info draft-notice no-print' }, region, ...more);
    form.before(shown);
    speak(region, text);
    return region;
  };
  return { show, hide };
}

function download(filling: FillingIn): void {
  const now = new Date();
  const text = draftFile(filling.action, collect(filling.form), now.toISOString());
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map(part =>
    String(part).padStart(2, '0'),
  );
  const href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  element('a', { href, download: `${formWords(filling.action).file}-${day.join('-')}.json` }).click();
  // Safari reads it only after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
}

async function read(file: File, filling: FillingIn, { load }: Actions): Promise<string | Node> {
  const { fileErrors } = draft;
  if (file.size > MAX_FILE) return fileErrors.large(file.name);
  const content = await file.text().catch(() => '');
  const found = readDraftFile(content, filling.action);
  if (!found.ok && found.reason === 'other') {
    const { name, page } = formWords(found.form);
    return element('span', {}, fileErrors.other(file.name), ' ', element('a', { href: page }, name));
  }
  if (!found.ok) return fileErrors[found.reason](file.name);
  if (!filling.isEmpty && !(await ask(draft.replaceQuestion, draft.replaceYes, say.cancel))) return '';
  const left = load(found.fields);
  return left.length > 0 ? `${draft.loaded(file.name)} ${leftText(left)}` : draft.loaded(file.name);
}

function fileControls(filling: FillingIn, actions: Actions, report: (news: string | Node) => void) {
  // Outside the form and without a name, so it is never sent.
  const picker = element('input', { type: 'file', accept: '.json,application/json', hidden: '' });
  picker.addEventListener('change', () => {
    const file = picker.files?.[0];
    if (file) void read(file, filling, actions).then(report);
    // Selecting the same file again must also count as a change.
    picker.value = '';
  });
  return [
    button(draft.save, () => download(filling)),
    button(draft.load, () => picker.click()),
    picker,
  ] as const;
}

/** Builds both parts around the form. */
export function draftPanel(filling: FillingIn, actions: Actions): Panel {
  const { form } = filling;
  const notice = noticeAbove(form);
  const id = `${form.id}-draft`;
  const state = element('p');
  const news = element('p', { role: 'status' });
  const forget = async () => {
    if (!(await ask(draft.forgetQuestion, draft.forgetYes, say.cancel))) return;
    notice.show(draft.forgotten).focus();
    actions.forget();
    update();
  };
  const report = (what: string | Node) => {
    news.replaceChildren();
    requestAnimationFrame(() => news.replaceChildren(what));
    update();
  };
  const forgetHere = button(draft.forget, () => void forget());
  const [save, load, picker] = fileControls(filling, actions, report);
  form.after(
    element(
      'section',
      { class: 'draft flow no-print', 'aria-labelledby': id },
      element('h2', { id }, draft.title),
      state,
      element('p', {}, `${draft.how(KEEP_DAYS)} ${draft.shared}`),
      element('p', { class: 'actions' }, forgetHere, save, load, picker),
      news,
    ),
  );
  function update(): void {
    const { isEmpty, saved, savedAt } = filling;
    const text = saved && savedAt !== null ? draft.saved(say.clock(new Date(savedAt))) : draft.nothing;
    state.textContent = saved ? text : draft.unsaved;
    for (const control of [forgetHere, save]) control.hidden = isEmpty;
  }
  const restored = ({ from, left }: Restored) => {
    const texts = [draft.restored(say.moment(new Date(from.at))), draft.shared];
    if (left.length > 0) texts.push(leftText(left));
    const controls = [button(draft.forget, () => void forget()), button(draft.hide, notice.hide)];
    notice.show(texts.join(' '), [element('p', { class: 'actions' }, ...controls)]);
  };
  return { restored, tell: text => notice.show(text).focus(), hush: notice.hide, update };
}
