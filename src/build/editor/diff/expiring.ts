// Facts that expire soon or have expired: unchecked services, opening hours, surveys, the calendar. Pure.
import { addDays } from '../../../calendar/dates.ts';
import { FRESH_DAYS } from '../../../services/freshness.ts';
import type { ContentDocument } from '../../check/document.ts';
import { numberAt } from '../../check/survey/read.ts';
import { dateAt } from '../../check/values.ts';
import type { Path } from '../../check/yaml.ts';

/** Number of days to look ahead. */
export const AHEAD_DAYS = 60;

export interface Expiring {
  readonly file: string;
  readonly line: number;
  /** Last valid day, `YYYY-MM-DD`. */
  readonly through: string;
  readonly text: string;
  readonly isPast: boolean;
}

/**
 * What ends within the next days or has ended, the earliest first. Facts that ended long ago and need no
 * action are left out.
 */
export function expiring(documents: readonly ContentDocument[], today: string): readonly Expiring[] {
  const horizon = addDays(today, AHEAD_DAYS);
  return documents
    .flatMap(document => ends(document).map(end => ({ document, ...end })))
    .filter(({ through, isOver }) => through <= horizon && (!isOver || through >= today))
    .map(({ document, path, through, text }) => ({
      file: document.file,
      line: document.yaml.lineOf(path),
      through,
      text,
      isPast: through < today,
    }))
    .toSorted((a, b) => a.through.localeCompare(b.through) || a.file.localeCompare(b.file));
}

interface End {
  readonly path: Path;
  readonly through: string;
  readonly text: string;
  /** True when nothing can be done after the end. */
  readonly isOver?: boolean;
}

function ends({ kind, data }: ContentDocument): readonly End[] {
  const on = (path: Path, text: string): readonly End[] => {
    const through = dateAt(data, path);
    return through === undefined ? [] : [{ path, through, text, isOver: true }];
  };
  switch (kind) {
    case 'services': {
      const checked = dateAt(data, ['checked', 'on']);
      if (checked === undefined) return [];
      const text = `pārbaudīts ${checked}; pēc ${FRESH_DAYS} dienām lapa brīdina, ka ziņas var būt novecojušas`;
      return [{ path: ['checked', 'on'], through: addDays(checked, FRESH_DAYS), text }];
    }
    case 'hours':
      return on(['validThrough'], 'beidzas darba laiks');
    case 'surveys':
      return on(['closes'], 'beidzas aptauja');
    case 'rules':
      return on(['repealed'], 'redakcija zaudē spēku');
    case 'calendar': {
      const year = numberAt(data, ['through']);
      return year === undefined
        ? []
        : [{ path: ['through'], through: `${year}-12-31`, text: 'beidzas kalendārs' }];
    }
    default:
      return [];
  }
}
