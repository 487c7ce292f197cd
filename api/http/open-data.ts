// Which addresses are open data: read from anywhere, also by the scripts of other sites.

const OPEN_DATA = /^\/dati\/.+\.(json|jsonld|ics|csv)$|^\/parskats\/\d{4}\.(csv|json)$/;

export const isOpenData = (path: string): boolean => OPEN_DATA.test(path);

/** On every answer from such an address (Fetch standard, CORS protocol). */
export const OPEN_HEADERS = {
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
} as const;

/** Answers a browser that asks first, because a script wants to send a header of its own. */
export const PREFLIGHT_HEADERS = {
  'Access-Control-Allow-Methods': 'GET, HEAD',
  'Access-Control-Allow-Headers': '*',
  'Access-Control-Max-Age': '86400',
} as const;
