// What stands in the menus, as data: the routes in order and the name of their wording in `messages.nav`.
import { facts } from './facts.ts';
import type { Language, Messages } from './messages.ts';
import { ROUTES } from './routes.ts';

export const ENGLISH_PRIVACY = '/en/privacy/';

export interface Link {
  readonly href: string;
  readonly label: string;
  /** Language of the page behind the link, when it is not the reader's. */
  readonly lang?: Language;
}

type Entry = readonly [href: string, name: keyof Messages['nav']];

const MAIN: readonly Entry[] = [
  [ROUTES.services, 'services'],
  [ROUTES.hours, 'hours'],
  [ROUTES.staff, 'staff'],
  [ROUTES.complaint, 'complaint'],
  [ROUTES.feedback, 'feedback'],
  [ROUTES.surveys, 'surveys'],
  [ROUTES.rules, 'rules'],
  [ROUTES.about, 'about'],
];

const YOUR_SAY: readonly Entry[] = [
  [ROUTES.complaint, 'complaint'],
  [ROUTES.feedback, 'feedback'],
  [ROUTES.status, 'status'],
  [ROUTES.handling, 'handling'],
  [ROUTES.receiptCheck, 'receiptCheck'],
];

const ABOUT_SITE: readonly Entry[] = [
  [ROUTES.accessibility, 'accessibility'],
  [ROUTES.privacy, 'privacy'],
  [ROUTES.easyRead, 'easyRead'],
  [ROUTES.data, 'data'],
];

const EN_MAIN: readonly Entry[] = [
  [ROUTES.english, 'english'],
  [ENGLISH_PRIVACY, 'privacy'],
];

const ENGLISH: Link = { href: ROUTES.english, label: 'In English', lang: 'en' };

const links = (entries: readonly Entry[], { nav }: Messages, lang?: Language): readonly Link[] =>
  entries.map(([href, name]) => ({ href, label: nav[name], ...(lang && { lang }) }));

/** The main menu; the English edition has its own few pages and then the Latvian ones. */
export function mainMenu(messages: Messages, language: Language): readonly Link[] {
  if (language === 'lv') return links(MAIN, messages);
  return [...links(EN_MAIN, messages), ...links(MAIN.slice(0, 4), messages, 'lv')];
}

/** The two lists of links in the footer. */
export function footerMenus(messages: Messages, language: Language) {
  const lang = language === 'en' ? ('lv' as const) : undefined;
  const english = facts.english && language === 'lv' ? [ENGLISH] : [];
  return {
    yourSay: links(YOUR_SAY, messages, lang),
    aboutSite: [...links(ABOUT_SITE, messages, lang), ...english],
  };
}

/** Whether a menu item stands for this address: the page itself, or the section the page is in. */
export function currentMark(href: string, path: string): 'page' | 'true' | undefined {
  if (href === path) return 'page';
  return href !== ROUTES.english && path.startsWith(href) ? 'true' : undefined;
}

/** The services the home page names, by id; one that does not exist is left out. */
export const NEEDED_SERVICES: readonly string[] = [
  'dzivesvietas-deklaresana',
  'pases-un-eid-karte',
  'vsaa-pensijas-un-pabalsti',
  'sociala-palidziba',
  'nekustama-ipasuma-nodoklis',
  'bernudarza-rinda',
  'e-pakalpojumu-lietosana',
];
