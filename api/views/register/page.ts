// A page of the register, put into the frame made by the site's build.
import { html } from 'hono/html';
import type { DeskData } from '../../../src/contract/desk.ts';
import type { Person } from '../../domain/register/people.ts';
import type { Markup } from '../page.ts';
import { menuFor } from './menu.ts';

export interface RegisterPage {
  /** Plain text, before the centre's name. */
  readonly title: string;
  readonly heading: string;
  readonly lede?: Markup | string;
  /** The pages above this one. */
  readonly crumbs?: readonly { readonly href: string; readonly label: string }[];
  readonly content: Markup;
  /** The page needs the script for passkeys. */
  readonly withKeys?: true;
  /** The page needs the script for entering paper sheets. */
  readonly withEntry?: true;
}

/** Markers of `src/site/RegisterLayout.astro`. */
const TITLE_MARKER = 'kac:title';
const MAIN_MARKER = '<!--kac:main-->';
const MENU_MARKER = '<!--kac:menu-->';
const PERSON_MARKER = '<!--kac:person-->';

const menu = (person: Person, path: string): Markup =>
  html`<nav class="register-menu no-print" aria-label="Reģistra izvēlne"><div class="wrap"><ul>${menuFor(
    person,
  ).map(
    ({ href, label }) =>
      html`<li><a href="${href}"${isWithin(path, href) ? html` aria-current="${path === href ? 'page' : 'true'}"` : ''}>${label}</a></li>`,
  )}</ul></div></nav>`;

/** Cases belong to the worklist. */
const isWithin = (path: string, href: string): boolean =>
  href === '/registrs/' ? path === href || path.startsWith('/registrs/lietas/') : path.startsWith(href);

const whoIs = ({ name }: Person): Markup =>
  html`<div class="register-person no-print"><a href="/registrs/konts/">${name}</a><form method="post" action="/registrs/iziet/"><button class="link-button" type="submit">Iziet</button></form></div>`;

const crumbsOf = ({ crumbs = [], heading }: RegisterPage): Markup | string =>
  crumbs.length === 0
    ? ''
    : html`<nav class="crumbs no-print" aria-label="Atrašanās vieta"><ol class="crumbs__list">${crumbs.map(
        ({ href, label }) => html`<li><a href="${href}">${label}</a></li>`,
      )}<li><span aria-current="page">${heading}</span></li></ol></nav>`;

const mainOf = (page: RegisterPage): Markup =>
  html`${crumbsOf(page)}<div class="page-head"><h1>${page.heading}</h1>${
    page.lede ? html`<p class="lede">${page.lede}</p>` : ''
  }</div><div class="flow">${page.content}</div>`;

/** The whole page. Replaced by a function, so that a `$` in user text stays a `$`. */
export async function renderRegisterPage(
  { shells }: Pick<DeskData, 'shells'>,
  page: RegisterPage,
  /** Null when nobody is signed in. */
  by: { readonly person: Person; readonly path: string } | null,
): Promise<string> {
  const parts = await Promise.all([
    html`${page.title}`,
    mainOf(page),
    by ? menu(by.person, by.path) : '',
    by ? whoIs(by.person) : '',
  ]);
  const [title, main, menuPart, person] = parts.map(String) as [string, string, string, string];
  const shell = page.withKeys ? shells.withKeys : page.withEntry ? shells.withEntry : shells.plain;
  return shell
    .replaceAll(TITLE_MARKER, () => title)
    .replace(MENU_MARKER, () => menuPart)
    .replace(PERSON_MARKER, () => person)
    .replace(MAIN_MARKER, () => main);
}
