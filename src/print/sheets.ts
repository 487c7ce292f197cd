// The printables as data: address, paper, rule points, and the public page that is up to date.
import { printLv } from '../site/messages-print.lv.ts';
import { ROUTES } from '../site/routes.ts';

export interface Sheet {
  readonly title: string;
  readonly purpose: string;
  /** `/drukai/pakalpojumi-a4/` */
  readonly route: string;
  readonly paper: 'A4' | 'A3';
  readonly rulePoints: readonly string[];
}

const sheet = (
  name: keyof typeof printLv.sheets,
  id: string,
  rulePoints: readonly string[],
  paper: Sheet['paper'] = 'A4',
): Sheet => ({ ...printLv.sheets[name], route: `${ROUTES.print}${id}/`, paper, rulePoints });

/** Every printable by its name in the code. */
export const SHEETS = {
  wallA4: sheet('wallA4', 'pakalpojumi-a4', ['8', '9']),
  wallA3: sheet('wallA3', 'pakalpojumi-a3', ['8', '9'], 'A3'),
  door: sheet('door', 'durvju-zime', ['6']),
  plates: sheet('plates', 'amata-plaksnites', ['7']),
  cards: sheet('cards', 'galda-kartites', ['7']),
  complain: sheet('complain', 'ka-sudzeties', ['5.1.2', '10.1', '13']),
  complaintForm: sheet('complaintForm', 'sudzibas-veidlapa', ['5.2.2', '10.1']),
  feedbackForm: sheet('feedbackForm', 'ierosinajuma-veidlapa', ['10.1']),
} as const satisfies Record<string, Sheet>;

/** In the order of the list on `/drukai/`. */
export const sheetList: readonly Sheet[] = Object.values(SHEETS);
