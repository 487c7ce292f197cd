// Helpers for elements that scripts create. Text is always set as text, never as markup.

export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

/** Class of the primary button of a page; the others are secondary. */
export const MAIN = 'button';
const SECONDARY = 'button button--secondary';

/**
 * A button that does not submit. `about` is the id of the element it acts on, when its label does not say so.
 */
export function button(label: string, act: () => void, look = SECONDARY, about = ''): HTMLButtonElement {
  const node = element('button', { type: 'button', class: look }, label);
  if (about) node.setAttribute('aria-describedby', about);
  node.addEventListener('click', act);
  return node;
}

/** Asks before an irreversible step. Escape and closing mean no. */
export function ask(question: string, yes: string, no: string): Promise<boolean> {
  const dialog = element('dialog', { class: 'ask card', 'aria-labelledby': 'kac-ask' });
  const close = (answer: string) => () => dialog.close(answer);
  dialog.append(
    element('p', { id: 'kac-ask' }, question),
    element('p', { class: 'actions' }, button(yes, close('yes'), MAIN), button(no, close(''))),
  );
  document.body.append(dialog);
  dialog.showModal();
  return new Promise(resolve =>
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes');
    }),
  );
}
