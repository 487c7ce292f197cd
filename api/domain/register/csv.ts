// CSV (RFC 4180) that spreadsheets do not interpret as formulas. Pure.

/** What a spreadsheet may take for the start of a formula, also in full width or after skipped blanks. */
const FORMULA = /^[\s\p{Cf}\p{Cc}]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u;
/** Numbers stay numbers: a sign before digits is harmless. */
const NUMBER = /^[+-]?\d{1,15}([.,]\d{1,15})?$/;
/** A phone number in groups: spreadsheets take digits with spaces neither for a number nor for a formula. */
const PHONE = /^\+\d{1,3}( \d+)+$/;

/** The text of a cell, with an apostrophe before a possible formula; numbers and phone numbers unchanged. */
export function harmless(text: string): string {
  const clean = text.replaceAll('\0', '');
  if (NUMBER.test(clean) || PHONE.test(clean)) return clean;
  return FORMULA.test(clean) ? `'${clean}` : clean;
}

const COUNTRY = /^\+?371(\d{8})$/;

/** A phone number that stays text: `+371 29123456`; one with other characters is left as typed. */
export function phoneCell(typed: string): string {
  const bare = typed.replaceAll(/[\s().\-\u2010-\u2015]/g, '');
  const latvian = COUNTRY.exec(bare);
  if (latvian && typed.trim().startsWith('+')) return `+371 ${latvian[1]}`;
  return /^\+\d{7,15}$/.test(bare) ? `${bare.slice(0, 3)} ${bare.slice(3)}` : typed;
}

export interface Dialect {
  readonly separator: ',' | ';';
  /** Marks the file as UTF-8 for programs that would otherwise guess wrongly. */
  readonly bom: boolean;
}

export const DIALECTS = {
  csv: { separator: ',', bom: false },
  /** For Excel with Latvian settings, opened by double click. */
  excel: { separator: ';', bom: true },
} as const satisfies Record<string, Dialect>;

const NEEDS_QUOTES = /[",;\r\n]|^\s|\s$/;

function cell(value: string | number | null): string {
  if (value === null) return '';
  const text = harmless(String(value));
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One line with its end. Headers are escaped too, because they may contain user text. */
export const csvLine = (values: readonly (string | number | null)[], { separator }: Dialect): string =>
  `${values.map(cell).join(separator)}\r\n`;
