// Has the browser keep the form pages, so that they open without a network (`worker.ts`).

interface Policy {
  createScriptURL(address: string): string;
}
interface Policies {
  createPolicy(name: string, rules: Policy): Policy;
}

/** Whoever leaves at once shall not share the line with it; milliseconds. */
const CALM = 1500;

/**
 * A moment after the page itself has loaded; where it is not possible, the page works as before.
 * @param worker its address; it speaks for the pages below
 */
export function registerWorker(worker: '/sw.js' | '/kiosks/sw.js' = '/sw.js'): void {
  // In development pages change all the time.
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  // Our security policy takes the address of a script from a named policy only; this one knows one address.
  const { trustedTypes } = window as { trustedTypes?: Policies };
  const policy = trustedTypes?.createPolicy('kac-worker', { createScriptURL: () => worker });
  const register = () =>
    void navigator.serviceWorker.register(policy?.createScriptURL(worker) ?? worker).catch(() => undefined);
  const soon = () => setTimeout(register, CALM);
  if (document.readyState === 'complete') soon();
  else addEventListener('load', soon);
}
