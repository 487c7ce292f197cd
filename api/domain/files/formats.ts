// The accepted kinds of files. The content decides the kind, never the name or type given by a client.

interface FormatFacts {
  /** The media type it is served as. */
  readonly mediaType: string;
  /** Fitting extensions; a name with another one gets the first. */
  readonly extensions: readonly [string, ...string[]];
  /** A container with signed documents and their electronic signatures. */
  readonly eSigned?: true;
}

const OOXML = 'application/vnd.openxmlformats-officedocument';
const ODF = 'application/vnd.oasis.opendocument';

export const FORMATS = {
  jpeg: { mediaType: 'image/jpeg', extensions: ['jpg', 'jpeg'] },
  png: { mediaType: 'image/png', extensions: ['png'] },
  webp: { mediaType: 'image/webp', extensions: ['webp'] },
  pdf: { mediaType: 'application/pdf', extensions: ['pdf'] },
  docx: { mediaType: `${OOXML}.wordprocessingml.document`, extensions: ['docx'] },
  xlsx: { mediaType: `${OOXML}.spreadsheetml.sheet`, extensions: ['xlsx'] },
  pptx: { mediaType: `${OOXML}.presentationml.presentation`, extensions: ['pptx'] },
  doc: { mediaType: 'application/msword', extensions: ['doc'] },
  xls: { mediaType: 'application/vnd.ms-excel', extensions: ['xls'] },
  ppt: { mediaType: 'application/vnd.ms-powerpoint', extensions: ['ppt'] },
  odt: { mediaType: `${ODF}.text`, extensions: ['odt'] },
  ods: { mediaType: `${ODF}.spreadsheet`, extensions: ['ods'] },
  odp: { mediaType: `${ODF}.presentation`, extensions: ['odp'] },
  // eDOC 2.0 is ASiC-E under another name (ETSI EN 319 162-1; eParaksts).
  asice: {
    mediaType: 'application/vnd.etsi.asic-e+zip',
    extensions: ['asice', 'edoc', 'sce', 'bdoc'],
    eSigned: true,
  },
  asics: { mediaType: 'application/vnd.etsi.asic-s+zip', extensions: ['asics', 'scs'], eSigned: true },
  // eDOC 1.0 is older than ASiC and has no media type of its own.
  edoc: { mediaType: 'application/zip', extensions: ['edoc'], eSigned: true },
} as const satisfies Record<string, FormatFacts>;

export type Format = keyof typeof FORMATS;

export const factsOf = (format: Format): FormatFacts => FORMATS[format];
