// KAC_HSTS, the same on Node and on the edge.
import * as z from 'zod';
import type { Hsts } from './domain/hsts.ts';

const VALUES = ['host', 'subdomains', 'off'] as const satisfies readonly Hsts[];

/** The settings' part; empty means the host of KAC_ORIGIN alone. */
export const hstsSetting = {
  KAC_HSTS: z
    .string()
    .trim()
    .default('host')
    .transform(text => (text === '' ? 'host' : text))
    .pipe(z.enum(VALUES, 'jābūt host (tikai šī adrese), subdomains (arī visi apakšdomēni) vai off'))
    .meta({
      description:
        'Which names browsers open with https only, where `KAC_ORIGIN` is https. `subdomains` includes every website below the name, so all of them need https.',
      values: '`host`, `subdomains` or `off`',
    }),
};
