// The menu entries as data: the routes in order and the key of each label in `messages.nav`.
import { facts } from './facts.ts';
import type { Language, Messages } from './messages.ts';
import { ROUTES } from './routes.ts';
import { EN_ROUTES } from './routes-en.ts';

export interface Link {
  readonly href: string;
  readonly label: string;
  /** Language of the linked page, when it differs from that of the current page. */
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
  [ROUTES.figures, 'figures'],
  [ROUTES.receiptCheck, 'receiptCheck'],
];

const ABOUT_SITE: readonly Entry[] = [
  [ROUTES.accessibility, 'accessibility'],
  [ROUTES.privacy, 'privacy'],
  [ROUTES.easyRead, 'easyRead'],
  [ROUTES.data, 'data'],
];

const EN_MAIN: readonly Entry[] = [
  [EN_ROUTES.home, 'english'],
  [EN_ROUTES.services, 'services'],
  [EN_ROUTES.hours, 'hours'],
  [EN_ROUTES.contact, 'contact'],
  [EN_ROUTES.complaint, 'complaint'],
  [EN_ROUTES.feedback, 'feedback'],
  [EN_ROUTES.surveys, 'surveys'],
  [EN_ROUTES.status, 'status'],
];

const EN_YOUR_SAY: readonly Entry[] = [
  [EN_ROUTES.complaint, 'complaint'],
  [EN_ROUTES.feedback, 'feedback'],
  [EN_ROUTES.status, 'status'],
  [EN_ROUTES.figures, 'figures'],
  [EN_ROUTES.receiptCheck, 'receiptCheck'],
];

/** Latvian-only pages that the English edition links to. */
const LATVIAN_ONLY_RIGHTS: readonly Entry[] = [
  [ROUTES.handling, 'handling'],
  [ROUTES.rules, 'rules'],
  [ROUTES.staff, 'staff'],
];
const LATVIAN_ONLY_SITE: readonly Entry[] = [
  [ROUTES.accessibility, 'accessibility'],
  [ROUTES.easyRead, 'easyRead'],
];

const ENGLISH: Link = { href: ROUTES.english, label: 'In English', lang: 'en' };

const links = (entries: readonly Entry[], { nav }: Messages, lang?: Language): readonly Link[] =>
  entries.map(([href, name]) => ({ href, label: nav[name], ...(lang && { lang }) }));

/** The main menu; the English edition has its own few pages. */
export function mainMenu(messages: Messages, language: Language): readonly Link[] {
  return links(language === 'lv' ? MAIN : EN_MAIN, messages);
}

/** The two lists of links in the footer. */
export function footerMenus(messages: Messages, language: Language) {
  if (language === 'en')
    return {
      yourSay: [...links(EN_YOUR_SAY, messages), ...links(LATVIAN_ONLY_RIGHTS, messages, 'lv')],
      aboutSite: [
        ...links([[EN_ROUTES.privacy, 'privacy']], messages),
        ...links(LATVIAN_ONLY_SITE, messages, 'lv'),
      ],
    };
  return {
    yourSay: links(YOUR_SAY, messages),
    aboutSite: [...links(ABOUT_SITE, messages), ...(facts.english ? [ENGLISH] : [])],
  };
}

/** Marks a menu item that links to this address or to the section that contains it. */
export function currentMark(href: string, path: string): 'page' | 'true' | undefined {
  if (href === path) return 'page';
  return href !== ROUTES.english && path.startsWith(href) ? 'true' : undefined;
}

/** Ids of the services named on the home page; an id that does not exist is omitted. */
export const NEEDED_SERVICES: readonly string[] = [
  'dzivesvietas-deklaresana',
  'pases-un-eid-karte',
  'vsaa-pensijas-un-pabalsti',
  'sociala-palidziba',
  'nekustama-ipasuma-nodoklis',
  'bernudarza-rinda',
  'e-pakalpojumu-lietosana',
];
