// The rate limit settings for Node and the edge: maximum numbers per hour and network.
import * as z from 'zod';
import type { Limit, Limits } from './domain/limits.ts';

const FIGURE = /^[1-9]\d{0,5}$/;
const figure = (preset: string) =>
  z
    .string()
    .default(preset)
    .refine(text => FIGURE.test(text), 'jābūt skaitlim no 1 līdz 999999')
    .transform((text): Limit => ({ ask: null, refuse: Number(text) }));
const figures = (preset: string) =>
  z
    .string()
    .default(preset)
    .refine(isPair, 'jābūt diviem skaitļiem kā 10/60, un pirmais nedrīkst būt lielāks par otro')
    .transform((text): Limit => {
      const [ask = 0, refuse = 0] = text.split('/').map(Number);
      return { ask, refuse };
    });

function isPair(text: string): boolean {
  const [ask = '', refuse = '', ...more] = text.split('/');
  return FIGURE.test(ask) && FIGURE.test(refuse) && more.length === 0 && Number(ask) <= Number(refuse);
}

const FIGURE_VALUES = '1 to 999999, per hour and network';
const PAIR = '`a/b` with a ≤ b, each 1 to 999999, per hour and network';

/** The settings of the rate limits, the same on the edge. `meta` is their row in `docs/settings.md`. */
export const limitSettings = {
  KAC_LIMITS: z.enum(['on', 'off'], 'jābūt “on” vai “off”').default('on').meta({
    description: 'Rate limits and proof of work. `off` is for load tests, and only with a loopback `HOST`.',
    values: '`on`, `off`',
  }),
  KAC_LIMIT_SUBMIT: figures('10/60').meta({
    description:
      'Submissions: above the first number a proof of work is asked for, above the second they are refused.',
    values: PAIR,
  }),
  KAC_LIMIT_SURVEY: figures('60/600').meta({
    description:
      'Survey answers: above the first number they are flagged, above the second refused. A kiosk is one network.',
    values: PAIR,
  }),
  KAC_LIMIT_LOOKUP: figure('30').meta({ description: 'Look-ups by tracking code.', values: FIGURE_VALUES }),
  KAC_LIMIT_SIGNIN: figure('10').meta({
    description: 'Attempts to sign in to the register.',
    values: FIGURE_VALUES,
  }),
  KAC_LIMIT_UPLOAD: figure('300').meta({
    description: 'File uploads that are begun; a submission has up to 10 files.',
    values: FIGURE_VALUES,
  }),
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
