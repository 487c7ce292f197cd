// Messages for a value in the wrong format, with a corrected value where one can be derived. Pure.
import { quoted, slug } from './wording.ts';

interface Format {
  readonly message: string;
  readonly fix: (found: string) => string;
}

/** By the code that a schema gives its refinement, or by zod's name of the format. */
const FORMATS: Readonly<Record<string, Format>> = {
  'time-range': {
    message: 'laiks nav uzrakstīts pareizi',
    fix: found =>
      `Rakstiet "${guessTime(found) ?? '08:30-12:30'}": stundas un minūtes ar diviem cipariem, vidū defise bez atstarpēm.`,
  },
  'time-order': {
    message: 'laika beigas nav pēc sākuma',
    fix: found => {
      const [from, to] = found.split('-');
      const example = from === to ? '08:30-12:30' : `${to}-${from}`;
      return `Vispirms rakstiet sākumu, tad beigas, piemēram, "${example}".`;
    },
  },
  'time-overlap': {
    message: 'laiki pārklājas vai nav secībā',
    fix: () => 'Sakārtojiet tos pēc kārtas un bez pārklāšanās, piemēram, ["08:30-12:30", "13:00-17:00"].',
  },
  roman: {
    message: 'jābūt nodaļas numuram ar romiešu cipariem',
    fix: () => 'Rakstiet to bez punkta kā virsrakstā, piemēram, II.',
  },
  'no-reception': {
    message: 'nav neviena pieņemšanas laika',
    fix: () => 'Ierakstiet vismaz vienu dienu, piemēram, monday: ["09:00-12:00"].',
  },
  'no-topic': {
    message: 'darbinieks nav atrodams ne pie viena jautājuma',
    fix: () => 'Sarakstā “topics” ierakstiet vismaz vienu jautājumu, ar kuru pie viņa vērsties.',
  },
  'photo-name': {
    message: 'attēla faila nosaukums nav uzrakstīts pareizi',
    fix: found =>
      `Rakstiet ${guessPhoto(found)}: mazie burti bez garumzīmēm, cipari un defises, beigās .jpg, .png, .webp vai .avif.`,
  },
  phone: {
    message: 'tālruņa numurs nav uzrakstīts pareizi',
    fix: found =>
      `Rakstiet "${guessPhone(found) ?? '+371 60000001'}": valsts kods, atstarpe un astoņi cipari kopā.`,
  },
  'postal-code': {
    message: 'pasta indekss nav uzrakstīts pareizi',
    fix: found => `Rakstiet ${guessPostalCode(found) ?? 'LV-4125'}: “LV”, defise un četri cipari.`,
  },
  slug: {
    message: 'kods nav uzrakstīts pareizi',
    fix: found =>
      `Rakstiet ${guessSlug(found)}: mazie burti bez garumzīmēm, cipari un defises, sākumā burts.`,
  },
  email: {
    message: 'e-pasta adrese nav uzrakstīta pareizi',
    fix: () => 'Rakstiet bez atstarpēm un garumzīmēm, piemēram, vards.uzvards@iestade.lv.',
  },
  url: {
    message: 'tīmekļa adrese nav uzrakstīta pareizi',
    fix: found => `Rakstiet pilnu adresi, piemēram, ${guessUrl(found) ?? 'https://likumi.lv/ta/id/164501'}.`,
  },
  date: {
    message: 'tāda datuma nav vai tas nav uzrakstīts pareizi',
    fix: found => `Rakstiet gadu, mēnesi un dienu ar defisēm, piemēram, ${guessDate(found) ?? '2026-11-22'}.`,
  },
};

/** The message and the fix for a format listed here. */
export function formatFault(code: string, found: string): { message: string; fix: string } | undefined {
  const format = FORMATS[code];
  return (
    format && { message: `${format.message}${found ? `: ${quoted(found)}` : ''}`, fix: format.fix(found) }
  );
}

function guessTime(found: string): string | undefined {
  const match = /^\D*(\d{1,2})[:.](\d{2})\s*[-–—]\s*(\d{1,2})[:.](\d{2})\D*$/.exec(found);
  if (match === null) return undefined;
  const [, fromHour = '', fromMinute, toHour = '', toMinute] = match;
  if (Number(fromHour) > 23 || Number(toHour) > 23) return undefined;
  return `${fromHour.padStart(2, '0')}:${fromMinute}-${toHour.padStart(2, '0')}:${toMinute}`;
}

function guessPhone(found: string): string | undefined {
  const digits = found.replace(/\D/g, '').replace(/^(00)?371(?=\d{8}$)/, '');
  return digits.length === 8 ? `+371 ${digits}` : undefined;
}

function guessPostalCode(found: string): string | undefined {
  const digits = found.replace(/\D/g, '');
  return digits.length === 4 ? `LV-${digits}` : undefined;
}

function guessSlug(found: string): string {
  const guess = slug(found).replace(/^[^a-z]+/, '');
  return guess === '' ? 'darba-laiks' : guess;
}

const guessPhoto = (found: string): string => {
  const name = found.slice(found.lastIndexOf('/') + 1);
  const [, stem = '', ending = ''] = /^(.*)\.(jpe?g|png|webp|avif)$/i.exec(name) ?? [];
  return stem === '' ? 'anna-parauga.jpg' : `${slug(stem)}.${ending.toLowerCase()}`;
};

const guessUrl = (found: string): string | undefined =>
  /^(www\.)?[a-z0-9-]+(\.[a-z0-9-]+)+(\/\S*)?$/i.test(found) ? `https://${found}` : undefined;

function guessDate(found: string): string | undefined {
  const match =
    /^(\d{1,2})[./](\d{1,2})[./](\d{4})\.?$/.exec(found) ??
    /^(\d{4})[./](\d{1,2})[./](\d{1,2})\.?$/.exec(found);
  if (match === null) return undefined;
  const [, first = '', month = '', last = ''] = match;
  const [year, day] = first.length === 4 ? [first, last] : [last, first];
  const guess = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return Number(month) <= 12 && Number(day) <= 31 ? guess : undefined;
}
