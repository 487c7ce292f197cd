// Replaces loopback addresses by "localhost". Passkeys are bound to a host name, so the register uses that
// name.

export const isLoopbackNumber = (hostname: string): boolean =>
  /^127(\.\d{1,3}){3}$/.test(hostname) || hostname === '[::1]';

/** An origin with its loopback address replaced by the name. */
export function byName(origin: string): string {
  const url = new URL(origin);
  if (!isLoopbackNumber(url.hostname)) return origin;
  url.hostname = 'localhost';
  return url.origin;
}
