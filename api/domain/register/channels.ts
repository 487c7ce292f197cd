// How a submission came in: by the site, or recorded by staff (rule points 5.2.2, 10.1; Iesniegumu likums 3(3)).
export const CHANNELS = ['web', 'counter', 'phone', 'letter', 'email', 'e-address'] as const;
export type Channel = (typeof CHANNELS)[number];
