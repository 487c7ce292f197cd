// The QR code of the look-up page, for whoever looks from a telephone.
import { html } from 'hono/html';
import { qrCode } from '../../src/print/qr.ts';
import type { Markup } from './page.ts';

/** Where the code leads, and what it is called for those who can't see it. */
export interface LookUpCode {
  readonly address: string;
  readonly label: string;
}

/** The address of the look-up page; a code goes behind `#`, which no browser sends to a server. */
export const lookUpAddress = (origin: string, page: string, trackingCode?: string): string =>
  `${origin}${page}${trackingCode ? `#kods=${trackingCode}` : ''}`;

/** Dark on white in every colour scheme, or readers miss it. */
export function qrImage({ address, label }: LookUpCode): Markup {
  const { size, path } = qrCode(address);
  return html`<svg class="qr" viewBox="0 0 ${size} ${size}" role="img" aria-label="${label}" shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="#fff"></rect><path d="${path}" fill="#000"></path></svg>`;
}
