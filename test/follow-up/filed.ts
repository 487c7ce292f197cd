// A filed submission to follow up, and POSTs about it.
import { randomBytes } from 'node:crypto';
import { postForm, postJson, startApp, type TestApp } from '../api/harness.ts';

export interface Filed {
  readonly test: TestApp;
  readonly reference: string;
  readonly trackingCode: string;
  /** Posts as a program. */
  json(address: string, data?: object, key?: string): Promise<Response>;
  /** Posts as a browser form; English with `?lang=en` in the address. */
  form(address: string, data?: Record<string, string>, key?: string): Promise<Response>;
  /** The page of the submission. */
  look(english?: boolean): Promise<Response>;
  /** The status as a program reads it. */
  status(): Promise<Status>;
}

export interface Status {
  readonly state: string;
  readonly history: readonly { readonly kind: string; readonly text: string }[];
  readonly messages: readonly {
    readonly at: string;
    readonly author: string;
    readonly kind: string;
    readonly text: string | null;
  }[];
  readonly answer: string | null;
  readonly requests: Record<'review' | 'erasure', { requestedAt: string; dueOn: string } | null>;
  readonly rating: { readonly satisfaction: number; readonly effort: number | null; comment: string | null };
  readonly allowed: readonly string[];
}

export const newKey = (): string => randomBytes(12).toString('hex');

/** Files a complaint in `test`, or in a separate app. */
export async function file(given?: TestApp, content: object = { text: 'Rinda bija gara.' }): Promise<Filed> {
  const test = given ?? (await startApp());
  const sent = await postJson(test.app, '/api/complaints', content);
  const { reference, trackingCode } = (await sent.json()) as { reference: string; trackingCode: string };
  const path = (address: string) => `/api/status${address}`;
  return {
    test,
    reference,
    trackingCode,
    json: async (address, data = {}, key = newKey()) =>
      postJson(test.app, path(address), { trackingCode, idempotencyKey: key, ...data }),
    form: async (address, data = {}, key = newKey()) =>
      postForm(test.app, path(address), { trackingCode, idempotencyKey: key, ...data }),
    look: async (english = false) => postForm(test.app, path(english ? '?lang=en' : ''), { trackingCode }),
    status: async () => (await (await postJson(test.app, '/api/status', { trackingCode })).json()) as Status,
  };
}

/** The minimal data of each step. */
export const LEAST: Readonly<Record<string, { readonly address: string; readonly data: object }>> = {
  message: { address: '/messages', data: { text: 'Ziņa' } },
  review: { address: '/review', data: { text: 'Nepiekrītu' } },
  rating: { address: '/rating', data: { satisfaction: 4 } },
  withdraw: { address: '/withdraw', data: { confirmed: true } },
  copy: { address: '/copy', data: {} },
  erasure: { address: '/erasure', data: {} },
};
