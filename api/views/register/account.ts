// One's own account: credentials and sessions.
import { html } from 'hono/html';
import type { Person } from '../../domain/register/people.ts';
import type { Session } from '../../domain/register/sessions.ts';
import type { Markup } from '../page.ts';
import type { RegisterPage } from './page.ts';
import { fact, when } from './parts.ts';
import { registerWords } from './words.ts';

/** The shown data of a passkey. */
interface ShownKey {
  readonly credentialId: string;
  readonly name: string;
  readonly createdAt: string;
  readonly lastUsedAt: string | null;
  readonly backedUp: boolean;
}

const NOTICES = {
  atslega: ['success', 'Piekļuves atslēga pievienota.'],
  nosaukums: ['success', 'Nosaukums saglabāts.'],
  nonemta: ['success', 'Piekļuves atslēga noņemta: ar to vairs nevar pieteikties.'],
  sesija: ['success', 'Sesija izbeigta.'],
  sesijas: ['success', 'Citas sesijas izbeigtas.'],
  kods: [
    'warn',
    'Jūs pieteicāties ar rezerves kodu; tas vairs neder. Pievienojiet piekļuves atslēgu šajā ierīcē un, ja kodu maz, izveidojiet jaunus.',
  ],
  'passkey-failed': [
    'warn',
    'Piekļuves atslēga nav pievienota: ierīces atbilde nav derīga, vai lapa bija atvērta pārāk ilgi. Mēģiniet vēlreiz.',
  ],
  'no-name': ['warn', 'Ierakstiet nosaukumu, pēc kura atslēgu pazīsiet.'],
  'no-key': [
    'warn',
    'Tādas piekļuves atslēgas Jums nav, tāpēc nekas nav mainīts. Jūsu atslēgas redzamas šajā lapā.',
  ],
  'no-session': ['warn', 'Tādas sesijas Jums vairs nav: tā jau bija beigusies.'],
  'no-others': ['warn', 'Citu sesiju Jums nav, tāpēc nekas nav izbeigts.'],
  'last-key': [
    'warn',
    'Pēdējo piekļuves atslēgu noņemt nevar, kamēr nav rezerves kodu: Jūs vairs nevarētu pieteikties. Vispirms izveidojiet kodus.',
  ],
} as const satisfies Record<string, readonly ['success' | 'warn', string]>;

export type AccountNotice = keyof typeof NOTICES;

/** The notice for the step in the address. */
export const noticeOf = (typed: string | undefined): AccountNotice | null =>
  typed !== undefined && Object.hasOwn(NOTICES, typed) ? (typed as AccountNotice) : null;

export interface AccountView {
  readonly person: Person;
  readonly passkeys: readonly ShownKey[];
  readonly codesLeft: number;
  readonly sessions: readonly Session[];
  /** The session of this browser. */
  readonly here: string;
  /** For `parseCreationOptionsFromJSON`; null when identity must be confirmed first. */
  readonly options: string | null;
  readonly notice: AccountNotice | null;
}

function noticeBox(notice: AccountNotice): Markup {
  const [tone, text] = NOTICES[notice];
  return html`<div class="notice notice--${tone}" role="${tone === 'success' ? 'status' : 'alert'}" tabindex="-1" autofocus><p>${text}</p></div>`;
}

const key = ({ credentialId, name, createdAt, lastUsedAt, backedUp }: ShownKey, i: number): Markup =>
  html`<li class="card"><h3>${name}</h3><dl class="facts facts--stacked">${fact('Pievienota', when(createdAt))}${fact('Pēdējoreiz lietota', lastUsedAt ? when(lastUsedAt) : 'vēl nav')}${fact('Glabājas', backedUp ? 'arī Jūsu kontā pie ierīces ražotāja' : 'tikai šajā ierīcē')}</dl><form class="form" method="post" action="/registrs/konts/atslegas/nosaukums/"><input type="hidden" name="id" value="${credentialId}"><p class="field"><label class="field__label" for="atslega-${i}">Nosaukums</label><input class="input" type="text" id="atslega-${i}" name="name" value="${name}" maxlength="60"></p><p class="form__submit"><button class="button button--secondary" type="submit">Saglabāt nosaukumu</button></p></form><form method="post" action="/registrs/konts/atslegas/nonemt/"><input type="hidden" name="id" value="${credentialId}"><p><button class="button button--secondary" type="submit">Noņemt atslēgu “${name}”</button></p></form></li>`;

const adding = (options: string | null): Markup =>
  options === null
    ? html`<p><a class="button" href="/registrs/konts/apstiprinat/?uz=/registrs/konts/">Apstiprināt un pievienot atslēgu</a></p>`
    : html`<form method="post" action="/registrs/konts/atslegas/" data-passkey="create" data-options="${options}"><input type="hidden" name="response" value=""><p class="field__error" data-passkey-message role="alert" hidden></p><p><button class="button" type="submit">Pievienot piekļuves atslēgu</button></p></form>`;

function sessionRow({ id, device, createdAt, lastSeenAt }: Session, here: string): Markup {
  return html`<li><strong>${device}</strong>${id === here ? html` <span class="tag">šeit</span>` : ''}<br><span class="muted">sākta ${when(createdAt)}, pēdējoreiz lietota ${when(lastSeenAt)}</span>${
    id === here
      ? ''
      : html`<form method="post" action="/registrs/konts/sesijas/beigt/"><input type="hidden" name="id" value="${id}"><button class="link-button" type="submit">Izbeigt</button></form>`
  }</li>`;
}

export function accountPage(view: AccountView): RegisterPage {
  const { person, passkeys, codesLeft, sessions, here, options, notice } = view;
  const roles = person.roles.map(role => registerWords.roles[role]).join(', ');
  return {
    title: 'Mans konts',
    heading: 'Mans konts',
    lede: `${person.name}: ${roles}`,
    withKeys: true,
    content: html`${notice ? noticeBox(notice) : ''}<section class="flow"><h2>Piekļuves atslēgas</h2>${
      passkeys.length === 0
        ? html`<p>Piekļuves atslēgas Jums nav.</p>`
        : html`<ul class="cards">${passkeys.map(key)}</ul>`
    }${adding(options)}<p class="muted">Ieteicams vismaz divas, piemēram, darba datorā un tālrunī: ja vienu pazaudē, var pieteikties ar otru.</p></section><section class="section flow"><h2>Rezerves kodi</h2><p>Neizlietoti: <strong>${codesLeft}</strong> no 10.</p><form method="post" action="/registrs/konts/kodi/"><p><button class="button button--secondary" type="submit">Izveidot jaunus kodus (vecie vairs nederēs)</button></p></form></section><section class="section flow"><h2>Kur esat pieteicies</h2><ul class="sessions">${sessions.map(one => sessionRow(one, here))}</ul>${
      sessions.length > 1
        ? html`<form method="post" action="/registrs/konts/sesijas/beigt-citas/"><p><button class="button button--secondary" type="submit">Izbeigt visas citas</button></p></form>`
        : ''
    }<p class="muted">Sesija beidzas pēc 30 minūtēm bez darba un ne vēlāk kā pēc 12 stundām.</p></section>`,
  };
}
