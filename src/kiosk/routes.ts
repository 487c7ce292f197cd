// Addresses inside the kiosk. Every link on its pages is one of these, so the screen cannot leave the kiosk.
import { ROUTES } from '../site/routes.ts';

const under = (path: string): string => `${ROUTES.kiosk}${path}/`;

export const KIOSK = {
  home: ROUTES.kiosk,
  services: under('pakalpojumi'),
  staff: under('darbinieki'),
  hours: under('darba-laiks'),
  complain: under('ka-sudzeties'),
  survey: under('aptauja'),
  /** Shown by the kiosk's service worker for a page it does not keep; no page links to it. */
  offline: under('bezsaiste'),
} as const;

/** The services of one life event: `/kiosks/situacija/gimene/` */
export const kioskEventRoute = (id: string): string => under(`situacija/${id}`);
export const kioskServiceRoute = (id: string): string => `${KIOSK.services}${id}/`;
export const kioskPersonRoute = (id: string): string => `${KIOSK.staff}${id}/`;
