// Addresses of the retention pages.
export const RETENTION = '/registrs/glabasana/';
export const actHref = (id: string): string => `${RETENTION}${id}/`;
