// The rate limit settings for Node and the edge: maximum numbers per hour and network.
// The `mini` form of zod, because the edge reads them too, where its size counts.
import * as z from 'zod/mini';
import type { Limit, Limits } from './domain/limits.ts';

const FIGURE = /^[1-9]\d{0,5}$/;
const FIGURE_VALUES = '1 to 999999, per hour and network';
const PAIR = '`a/b` with a ≤ b, each 1 to 999999, per hour and network';

const figure = (preset: string, description: string) =>
  z
    .pipe(
      z._default(
        z.string().check(z.refine(text => FIGURE.test(text), 'jābūt skaitlim no 1 līdz 999999')),
        preset,
      ),
      z.transform((text: string): Limit => ({ ask: null, refuse: Number(text) })),
    )
    .check(z.meta({ description, values: FIGURE_VALUES }));
const figures = (preset: string, description: string) =>
  z
    .pipe(
      z._default(
        z
          .string()
          .check(
            z.refine(isPair, 'jābūt diviem skaitļiem kā 10/60, un pirmais nedrīkst būt lielāks par otro'),
          ),
        preset,
      ),
      z.transform((text: string): Limit => {
        const [ask = 0, refuse = 0] = text.split('/').map(Number);
        return { ask, refuse };
      }),
    )
    .check(z.meta({ description, values: PAIR }));

function isPair(text: string): boolean {
  const [ask = '', refuse = '', ...more] = text.split('/');
  return FIGURE.test(ask) && FIGURE.test(refuse) && more.length === 0 && Number(ask) <= Number(refuse);
}

/** The settings of the rate limits, the same on the edge. The descriptions are their rows in `docs/settings.md`. */
export const limitSettings = {
  KAC_LIMITS: z._default(z.enum(['on', 'off'], 'jābūt “on” vai “off”'), 'on').check(
    z.meta({
      description: 'Rate limits and proof of work. `off` is for load tests, and only with a loopback `HOST`.',
      values: '`on`, `off`',
    }),
  ),
  KAC_LIMIT_SUBMIT: figures(
    '10/60',
    'Submissions: above the first number a proof of work is asked for, above the second they are refused.',
  ),
  KAC_LIMIT_SURVEY: figures(
    '60/600',
    'Survey answers: above the first number they are flagged, above the second refused. A kiosk is one network.',
  ),
  KAC_LIMIT_LOOKUP: figure('30', 'Look-ups by tracking code.'),
  KAC_LIMIT_SIGNIN: figure('10', 'Attempts to sign in to the register.'),
  KAC_LIMIT_UPLOAD: figure('300', 'File uploads that are begun; a submission has up to 10 files.'),
};

/** The limits from the settings; null when they are off. */
export const limitsOf = (given: {
  readonly KAC_LIMITS: 'on' | 'off';
  readonly KAC_LIMIT_SUBMIT: Limit;
  readonly KAC_LIMIT_SURVEY: Limit;
  readonly KAC_LIMIT_LOOKUP: Limit;
  readonly KAC_LIMIT_SIGNIN: Limit;
  readonly KAC_LIMIT_UPLOAD: Limit;
}): Limits | null =>
  given.KAC_LIMITS === 'off'
    ? null
    : {
        submit: given.KAC_LIMIT_SUBMIT,
        survey: given.KAC_LIMIT_SURVEY,
        'look-up': given.KAC_LIMIT_LOOKUP,
        'sign-in': given.KAC_LIMIT_SIGNIN,
        upload: given.KAC_LIMIT_UPLOAD,
      };
