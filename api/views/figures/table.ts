// The frame of a table of figures.
import { html } from 'hono/html';
import type { Markup } from '../page.ts';

/** A table that scrolls when the screen is narrower; `heading` is the id of the heading above it. */
export const wide = (heading: string, table: Markup): Markup =>
  html`<section class="table-wrap" aria-labelledby="${heading}" tabindex="0">${table}</section>`;
