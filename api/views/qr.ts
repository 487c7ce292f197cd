// The QR code of the look-up page, for use with a phone.
import { html } from 'hono/html';
import { qrCode } from '../../src/print/qr.ts';
import type { Markup } from './page.ts';

/** The target of the code, and its text alternative. */
export interface LookUpCode {
  readonly address: string;
  readonly label: string;
}

/** The address of the look-up page; a code is placed after `#`, which no browser sends to a server. */
export const lookUpAddress = (origin: string, page: string, trackingCode?: string): string =>
  `${origin}${page}${trackingCode ? `#kods=${trackingCode}` : ''}`;

/** Dark on white in every colour scheme, because readers need it. */
export function qrImage({ address, label }: LookUpCode): Markup {
  const { size, path } = qrCode(address);
  return html`<svg class="qr" viewBox="0 0 ${size} ${size}" role="img" aria-label="${label}" shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="#fff"></rect><path d="${path}" fill="#000"></path></svg>`;
}
