// Parts of forms on paper: boxes to tick and lines to write on.
import { html } from 'hono/html';
import type { Markup } from './field-parts.ts';
import { paperLv as say } from './messages-paper.lv.ts';

const line = html`<span class="paper__line"></span>`;
export const lines = (count: number): Markup =>
  html`<div class="paper__lines">${Array.from({ length: count }, () => line)}</div>`;

export const emptyBox = html`<span class="paper__box"></span>`;

export const box = (label: Markup | string, hint?: string): Markup =>
  html`<li class="paper__choice">${emptyBox}<span>${label}${
    hint ? html` <span class="paper__note">${hint}</span>` : ''
  }</span></li>`;

export const dateLine = html`<p class="paper__date"><span></span>. ${say.year} <span></span>. <span class="paper__month"></span></p>`;
