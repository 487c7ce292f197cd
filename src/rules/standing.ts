// The status of an edition on a day in words; nothing more than is known. Pure.
import { rulesLv as say } from '../site/messages-rules.lv.ts';
import { type Force, forceOf } from './editions.ts';
import type { RuleEdition } from './schema.ts';

/** `unconfirmed`: in force by its dates, but not yet confirmed by the institution. */
type Standing = Force | 'unconfirmed';

function standingOf(data: RuleEdition, today: string): Standing {
  const force = forceOf(data, today);
  return force === 'in-force' && data.toConfirm.includes('status') ? 'unconfirmed' : force;
}

const TONES: Readonly<Record<Standing, 'success' | 'info' | 'warn'>> = {
  'in-force': 'success',
  coming: 'info',
  repealed: 'warn',
  unconfirmed: 'warn',
};

export interface Banner {
  readonly tone: 'success' | 'info' | 'warn';
  readonly title: string;
  readonly dates: string;
}

/** The banner above the text of an edition. */
export function bannerOf(data: RuleEdition, today: string): Banner {
  const standing = standingOf(data, today);
  return { tone: TONES[standing], title: say.force[standing], dates: datesOf(data, standing) };
}

function datesOf({ inForce, repealed }: RuleEdition, standing: Standing): string {
  if (standing === 'repealed') return `${say.since(inForce)} ${say.until(repealed ?? inForce)}`;
  const begins = standing === 'coming' ? say.from(inForce) : say.since(inForce);
  return repealed === undefined ? begins : `${begins} ${say.ends(repealed)}`;
}

/** One line about an edition for lists: `spēkā no 2017. gada 6. novembra`. */
export function standingText(data: RuleEdition, today: string): string {
  const standing = standingOf(data, today);
  return say.short[standing](standing === 'repealed' ? (data.repealed ?? data.inForce) : data.inForce);
}
