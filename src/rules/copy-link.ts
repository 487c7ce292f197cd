// Where scripts run: a point's “#” also copies its address, its citation can be copied, the page can be printed.
// Without them “#” is a plain link and the browser prints.

const toast = document.querySelector<HTMLElement>('.toast');
let clearing: ReturnType<typeof setTimeout> | undefined;

/** Shows and announces how it went; the words stand in the page. */
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
    // No permission, or no secure connection: the link has put the address into the address bar all the same.
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

/** The one button stands with the citation of the point the address names. */
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
