// Texts that are slow to read for a pattern that reads them more than once.

/** A text of about `n` characters. */
export type Shape = (n: number) => string;

const repeated =
  (unit: string, end = ''): Shape =>
  n =>
    unit.repeat(Math.max(0, Math.floor((n - end.length) / unit.length))) + end;

/** By what they are slow for. */
export const SHAPES: Readonly<Record<string, Shape>> = {
  'one word': repeated('a'),
  'capital letters': repeated('A'),
  'vowels before a consonant': repeated('a', 'b'),
  'consonants and an ending': repeated('t', 'aj!'),
  digits: repeated('1'),
  'digits before a letter': repeated('1 ', 'a'),
  'opened numbers': repeated('+(1'),
  blanks: repeated(' ', 'x'),
  'no-break spaces': repeated('\u00a0', 'x'),
  tabs: repeated('\t', '='),
  'line ends': repeated('\r\n', 'x'),
  'empty lines': repeated('\n', 'x'),
  'at signs': repeated('@'),
  'addresses without an end': repeated('a@'),
  'short words': repeated('a '),
  'names in a row': repeated('Aa '),
  'names with a full stop': repeated('Aa.'),
  sentences: repeated('Aa. '),
  quotes: repeated('"'),
  'opening quotes': repeated('„A'),
  'less-than signs': repeated('<a'),
  ampersands: repeated('&'),
  'percent signs': repeated('%'),
  dots: repeated('.', 'x'),
  hyphens: repeated('-', 'x'),
  'joined words': repeated('a-'),
  commas: repeated(','),
  colons: repeated(": '"),
  brackets: repeated('['),
  places: repeated('[a'),
  braces: repeated('{'),
  'comments in braces': repeated('{/*'),
  backslashes: repeated('\\'),
  asterisks: repeated('*a'),
  underscores: repeated('_a'),
  backticks: repeated('`a'),
  hashes: repeated('# '),
  bars: repeated('|a'),
  marks: repeated('\u0301'),
  'marks out of order': repeated('\u0301\u0316'),
  'letters with marks': repeated('a\u0301'),
  'invisible signs': repeated('\u200b'),
  'long letters': repeated('\ufdfa'),
  emoji: repeated('👩‍👩‍👧'),
  'covered passages': repeated('█'),
};
