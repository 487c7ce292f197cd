// Where keeping and destroying stand.
export const RETENTION = '/registrs/glabasana/';
export const actHref = (id: string): string => `${RETENTION}${id}/`;
