// Limits of attachments, in one place for the form, the browser script and the API.

/** Bytes; "MB" as file managers count them. */
const MB = 1024 * 1024;

export const FILE_LIMITS = {
  /** Files of one submission. */
  count: 10,
  /** Bytes of one file. */
  each: 20 * MB,
  /** Bytes of all files of one submission. */
  total: 40 * MB,
  /** Bytes of all files in one form post, when no script sends them one by one. */
  post: 10 * MB,
  /** Hours that an uploaded file is kept until its form is sent. */
  hours: 24,
} as const;

export const FILE_EXTENSIONS =
  'jpg jpeg png webp pdf docx xlsx pptx doc xls ppt odt ods odp asice edoc sce bdoc asics scs'.split(' ');

/**
 * For the file chooser. A picture format is listed and HEIC is not, so that an iPhone converts photos to
 * JPEG; the last three are the types that Android assigns to signed containers.
 */
export const FILE_ACCEPT = [
  ...FILE_EXTENSIONS.map(extension => `.${extension}`),
  'image/jpeg',
  'image/png',
  'image/webp',
  'application/vnd.etsi.asic-e+zip',
  'application/zip',
  'application/octet-stream',
].join(',');

/** A readable size: `640 B`, `12 KB`, `1,2 MB`. */
export function sizeText(bytes: number, lang: 'lv' | 'en'): string {
  if (bytes < 1024) return `${bytes} B`;
  const [amount, unit] = bytes < MB ? [bytes / 1024, 'KB'] : [bytes / MB, 'MB'];
  const digits = amount < 10 && unit === 'MB' ? 1 : 0;
  const locale = lang === 'en' ? 'en-GB' : 'lv-LV';
  return `${amount.toLocaleString(locale, { maximumFractionDigits: digits })} ${unit}`;
}
