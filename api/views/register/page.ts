// A page of the register: what stands in it. The frame around it is the site's.
import type { Markup } from '../page.ts';

export interface RegisterPage {
  /** Plain text, before the centre's name. */
  readonly title: string;
  readonly heading: string;
  readonly lede?: Markup | string;
  /** The pages above this one. */
  readonly crumbs?: readonly { readonly href: string; readonly label: string }[];
  readonly content: Markup;
}
