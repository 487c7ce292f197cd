// Where a case stands.
export const caseHref = (reference: string): string => `/registrs/lietas/${reference}/`;
