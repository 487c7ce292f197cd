// What browsers are told to open by https only (RFC 6797), by the setting KAC_HSTS.

const YEAR = 'max-age=31536000';

/** The header's value. Other sites under the same name may have no encryption: they are included only if told so. */
export const HSTS = { host: YEAR, subdomains: `${YEAR}; includeSubDomains`, off: null } as const;

export type Hsts = keyof typeof HSTS;
