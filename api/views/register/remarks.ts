// A remark above a form: a legal requirement or a warning.
import { html } from 'hono/html';
import type { Markup } from '../page.ts';

export const remark = (tone: 'info' | 'warn', text: string): Markup =>
  html`<div class="notice notice--${tone}"><p>${text}</p></div>`;
