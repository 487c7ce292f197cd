// Addresses as they are printed and put into QR codes. Pure.

export interface PrintedAddress {
  /** What the QR code opens: `https://kac.example/sudziba/` */
  readonly url: string;
  /** What a person types: `kac.example/sudziba` */
  readonly text: string;
}

/** The public address of a path; throws when the site's origin is not known, because paper cannot be corrected. */
export function printedAddress(path: string, site: URL | undefined): PrintedAddress {
  if (!site) throw new Error('astro.config.mjs: site');
  const { href, host, pathname } = new URL(path, site);
  return { url: href, text: `${host}${pathname.replace(/\/$/, '')}` };
}
