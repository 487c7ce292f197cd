// The proof of work in the browser: ALTCHA's widget from our own server, loaded only on a page that requires
// it.
import 'altcha/external';
import widgetCss from 'altcha/altcha.css?url';
import workerUrl from 'altcha/workers/pbkdf2?url';
import ourCss from './proof-of-work.css?url';
import { proofWordsIn } from './proof-words.ts';

/** Under Trusted Types a worker starts only from a trusted address. This policy trusts one. */
interface Policy {
  createScriptURL(url: string): string;
}
interface Types {
  createPolicy(name: string, rules: Policy): Policy;
}
const { trustedTypes } = globalThis as { trustedTypes?: Types };
const policy = trustedTypes?.createPolicy('kac-proof', { createScriptURL: () => workerUrl });

function loadStyle(href: string): void {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = href;
  document.head.append(link);
}

/**
 * While the check runs, the form waits; an expired proof is computed again by this send. After a failure the
 * next send goes without a proof.
 */
function guardSend(widget: HTMLElementTagNameMap['altcha-widget']): void {
  widget.addEventListener('statechange', () => {
    if (widget.getState() === 'error') void widget.configure({ auto: 'off' });
  });
  // Runs before the widget's own listener on the form.
  document.addEventListener(
    'submit',
    event => {
      if (event.target !== widget.closest('form')) return;
      if (widget.getState() === 'verifying') event.preventDefault();
      if (widget.getState() === 'expired') widget.reset();
    },
    { capture: true },
  );
}

const { $altcha } = globalThis;
const lang = document.documentElement.lang === 'en' ? 'en' : 'lv';
loadStyle(widgetCss);
loadStyle(ourCss);
$altcha.algorithms.set('PBKDF2/SHA-256', () => new Worker(policy?.createScriptURL(workerUrl) ?? workerUrl));
$altcha.i18n.set(lang, { ...$altcha.i18n.get('en'), ...proofWordsIn(lang) });
$altcha.defaults.set({
  // Pointer and scroll events must not be collected.
  humanInteractionSignature: false,
  hideLogo: true,
  hideFooter: true,
  minDuration: 0,
});
for (const widget of document.querySelectorAll('altcha-widget')) guardSend(widget);
