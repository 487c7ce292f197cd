// This machine under its own number. Passkeys are bound to a name, so the register goes by "localhost" there.

export const isLoopbackNumber = (hostname: string): boolean =>
  /^127(\.\d{1,3}){3}$/.test(hostname) || hostname === '[::1]';

/** An origin whose number of this machine became its name. */
export function byName(origin: string): string {
  const url = new URL(origin);
  if (!isLoopbackNumber(url.hostname)) return origin;
  url.hostname = 'localhost';
  return url.origin;
}
