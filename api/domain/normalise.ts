// Unicode normalisation in linear time.

/** UAX #15, 13 (stream-safe text): no language needs more marks on a letter. */
const MANY_MARKS = /(\p{M}{30})\p{M}+/gu;

/**
 * The text in a normalisation form; of more than 30 marks in a row the first 30. Putting marks in their order takes
 * quadratic time: half a megabyte of them would hold the server for a quarter of a minute.
 */
export const normalise = (text: string, form: 'NFC' | 'NFD' | 'NFKC'): string =>
  text.replaceAll(MANY_MARKS, '$1').normalize(form);
