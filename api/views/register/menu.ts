// The register's menu: one entry per page, shown to people with the right.
import type { Person } from '../../domain/register/people.ts';
import { type DeskRight, mayAtDesk } from '../../domain/register/rights.ts';

interface Entry {
  readonly href: string;
  readonly label: string;
  readonly right: DeskRight;
}

const MENU: readonly Entry[] = [
  { href: '/registrs/', label: 'Darbi', right: 'work' },
  { href: '/registrs/jauns/', label: 'Pierakstīt', right: 'record' },
  { href: '/registrs/meklet/', label: 'Meklēt', right: 'work' },
  { href: '/registrs/parskats/', label: 'Pārskats', right: 'figures' },
  { href: '/registrs/aptaujas/', label: 'Aptaujas', right: 'surveys' },
  { href: '/registrs/eksports/', label: 'Eksports', right: 'exportCases' },
  { href: '/registrs/personas-dati/', label: 'Personas dati', right: 'personalData' },
  { href: '/registrs/kede/', label: 'Ķēde', right: 'chain' },
  { href: '/registrs/glabasana/', label: 'Glabāšana', right: 'retention' },
  { href: '/registrs/cilveki/', label: 'Cilvēki', right: 'people' },
];

export const menuFor = (person: Person): readonly Entry[] =>
  MENU.filter(({ right }) => mayAtDesk(person, right));
