// Registers the service worker that keeps the form pages, so that they open without a network (`worker.ts`).

interface Policy {
  createScriptURL(address: string): string;
}
interface Policies {
  createPolicy(name: string, rules: Policy): Policy;
}

/** Delay in milliseconds, so that visitors who leave at once do not share their line with it. */
const CALM = 1500;

/**
 * Registers it shortly after the page has loaded; without support, the page works as before.
 * @param worker its address; it controls the pages below
 */
export function registerWorker(worker: '/sw.js' | '/kiosks/sw.js' = '/sw.js'): void {
  // In development pages change all the time.
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  // Our security policy accepts a script address only from a named policy; this one knows one address.
  const { trustedTypes } = window as { trustedTypes?: Policies };
  const policy = trustedTypes?.createPolicy('kac-worker', { createScriptURL: () => worker });
  const register = () =>
    void navigator.serviceWorker.register(policy?.createScriptURL(worker) ?? worker).catch(() => undefined);
  const soon = () => setTimeout(register, CALM);
  if (document.readyState === 'complete') soon();
  else addEventListener('load', soon);
}
