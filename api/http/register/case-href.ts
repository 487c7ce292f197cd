// The address of a case.
export const caseHref = (reference: string): string => `/registrs/lietas/${reference}/`;
