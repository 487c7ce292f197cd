// The findings of `npm run register -- verify` in words.

import type { Head, StoredEvent } from '../domain/chain.ts';
import { headText, parseHead } from '../domain/chain.ts';
import type { ChainDamage } from '../domain/verify-chain.ts';
import { harmless } from './terminal.ts';
import { formatInstant } from './words.ts';

type Named = Extract<ChainDamage, { what: 'changed' }>['event'];

/** Stored text may contain anything after tampering. */
const named = ({ seq, reference, at }: Named): string => {
  const when = Number.isNaN(Date.parse(at)) ? at : formatInstant(at, 'lv');
  return harmless(`notikums Nr. ${seq} (${reference}, ${when})`);
};

/** One sentence that names the first damage. */
export function damageText(damage: ChainDamage): string {
  switch (damage.what) {
    case 'removed':
      return damage.from === damage.to
        ? `Notikums Nr. ${damage.from} ir izdzēsts.`
        : `Notikumi no Nr. ${damage.from} līdz Nr. ${damage.to} ir izdzēsti.`;
    case 'removed-before':
      return `Ir izdzēsts kas tāds, kas bijis tieši pirms notikuma, kurš tagad ir Nr. ${damage.event.seq}, un pārējie ir pārnumurēti: ${named(damage.event)}.`;
    case 'inserted':
      return `Ķēdē ir iesprausts svešs ieraksts: ${named(damage.event)}.`;
    case 'moved':
      return `Notikumi ir pārkārtoti: Nr. ${damage.belongs} vietā pienākas tam, kas tagad ir ${named(damage.event)}.`;
    case 'changed':
      return `Ir mainīts ${named(damage.event)}.`;
    case 'last-does-not-follow':
      return `Pēdējais ieraksts neturpina ķēdi – tas ir mainīts vai pielikts, vai pirms tā kas izdzēsts: ${named(damage.event)}.`;
    case 'malformed':
      return `Nav lasāms, ko stāsta ${named(damage.event)}.`;
  }
}

/** State of a kept head. `lost`: the chain ends before it; `other`: another event is there. */
export type KeptHead = 'stands' | 'lost' | 'other';

export function keptHeadText(kept: KeptHead, { seq }: Head, head: Head): string {
  if (kept === 'stands') return `Uzrādītais ķēdes gals Nr. ${seq} ķēdē ir.`;
  if (kept === 'lost')
    return `Ķēdei ir nogriezts gals: uzrādītais notikums ir Nr. ${seq}, bet ķēde beidzas ar Nr. ${head.seq}.`;
  return `Ķēde ir pārrakstīta: notikums Nr. ${seq} nav tas, kas uzrādīts.`;
}

/**
 * Why a kept head may be missing without tampering; null when this restore cannot be the reason. It proves
 * nothing: a holder of the keys could have written it.
 */
export function restoredText(restored: Pick<StoredEvent, 'at' | 'detail'>, kept: Head): string | null {
  const { after, replaced } = factsIn(restored.detail);
  if (typeof after !== 'number' || kept.seq <= after) return null;
  const gone = parseHead(typeof replaced === 'string' ? replaced : '');
  if (gone && kept.seq > gone.seq) return null;
  const until = gone ? ` līdz Nr. ${gone.seq}` : '';
  return (
    `Reģistrs ${formatInstant(restored.at, 'lv')} ir atjaunots no rezerves kopijas: notikumu no Nr. ${after + 1}${until}, kas bija ` +
    'pirms tam, ķēdē vairs nav. Ja par atjaunošanu zinājāt, tas to izskaidro; ja ne, noskaidrojiet, kas to darīja un kāpēc.'
  );
}

function factsIn(detail: string): { readonly after?: unknown; readonly replaced?: unknown } {
  try {
    return JSON.parse(detail) as object;
  } catch {
    return {};
  }
}

/** The end of a whole chain, and what only a kept head can show. */
export function wholeText(head: Head, submissions: number): string {
  if (head.seq === 0) return 'Ķēdē notikumu vēl nav.';
  return [
    `Ķēde ir vesela no pirmā līdz pēdējam notikumam. Notikumu skaits: ${head.seq}, iesniegumu skaits reģistrā: ${submissions}.`,
    `Ķēdes gals: ${headText(head)}`,
    'Ja beigās kas ir nogriezts, to var pamanīt tikai pēc apliecinājuma (--receipt FAILS) vai agrāk pierakstīta gala (--head GALS).',
    'Tāpēc pierakstiet šo galu un glabājiet to citur.',
  ].join('\n');
}
