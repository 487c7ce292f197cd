// Where scripts run: “#” also copies the address of a point, citations can be copied, and the page can be
// printed. Without scripts “#” is a plain link.

const toast = document.querySelector<HTMLElement>('.toast');
let clearing: ReturnType<typeof setTimeout> | undefined;

/** Shows and announces the result; the texts are in the page. */
function say(words = ''): void {
  if (!toast) return;
  toast.textContent = words;
  clearTimeout(clearing);
  clearing = setTimeout(() => {
    toast.textContent = '';
  }, 4000);
}

async function copy(text: string, done: string | undefined): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    say(done);
  } catch {
    // Without permission or a secure connection, the link still puts the address into the address bar.
    say(toast?.dataset['failed']);
  }
}

const button = document.createElement('button');
button.type = 'button';
button.className = 'button button--secondary';
button.textContent = toast?.dataset['copy'] ?? '';
button.addEventListener('click', () => {
  const citation = button.parentElement?.firstElementChild?.textContent;
  const address = new URL(`${toast?.dataset['address']}${location.hash}`, location.href);
  void copy(`${citation}, ${address}`, toast?.dataset['citation']);
});

/** There is one button, beside the citation of the point in the address. */
function follow(): void {
  document
    .getElementById(decodeURIComponent(location.hash.slice(1)))
    ?.querySelector('.point__cite')
    ?.append(button);
}
addEventListener('hashchange', follow);
follow();

for (const link of document.querySelectorAll<HTMLAnchorElement>('.permalink'))
  link.addEventListener('click', () => void copy(link.href, toast?.dataset['link']));

document.querySelector('[data-print]')?.addEventListener('click', () => print());
