// KAC_HSTS, the same on Node and on the edge.
import * as z from 'zod/mini';
import type { Hsts } from './domain/hsts.ts';

const VALUES = ['host', 'subdomains', 'off'] as const satisfies readonly Hsts[];

/** The settings' part; empty means the host of KAC_ORIGIN alone. */
export const hstsSetting = {
  KAC_HSTS: z
    .pipe(
      z.pipe(
        z._default(z.string().check(z.trim()), 'host'),
        z.transform((text: string) => (text === '' ? 'host' : text)),
      ),
      z.enum(VALUES, 'jābūt host (tikai šī adrese), subdomains (arī visi apakšdomēni) vai off'),
    )
    .check(
      z.meta({
        description:
          'Which names browsers open with https only, where `KAC_ORIGIN` is https. `subdomains` includes every website below the name, so all of them need https.',
        values: '`host`, `subdomains` or `off`',
      }),
    ),
};
