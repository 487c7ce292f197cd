// What is sent: a complaint of 1.5 KB as a program and as a browser form sends it, and a look-up of a code.
import type { Load } from './load.ts';

type Request = Pick<Load, 'headers' | 'requests' | 'status'> & { readonly path: string };

const SENTENCE = 'Rindā pie trešā lodziņa gaidīju četrdesmit minūtes, kaut arī biju pieteicies iepriekš. ';

export const COMPLAINT = {
  text: SENTENCE.repeat(14),
  wish: 'Lūdzu paskaidrot, kādēļ pierakstu neievēro.',
  name: 'Ilze Bērziņa',
  email: 'ilze.berzina@example.lv',
  phone: '+371 20000000',
  replyBy: 'status-page',
};

const JSON_TYPE = { 'content-type': 'application/json', accept: 'application/json' };

/** Without an idempotency key each request is a separate submission. */
export const jsonPost: Request = {
  path: '/api/complaints',
  headers: JSON_TYPE,
  requests: [{ body: JSON.stringify(COMPLAINT) }],
  status: 201,
};

export const formPost: Request = {
  path: '/api/complaints',
  headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
  requests: [{ body: new URLSearchParams(COMPLAINT).toString() }],
  status: 303,
};

export const lookUps = (codes: readonly string[]): Request => ({
  path: '/api/status',
  headers: JSON_TYPE,
  requests: codes.map(trackingCode => ({ body: JSON.stringify({ trackingCode }) })),
  status: 200,
});

/** The request as a load on a server. */
export const loadOf = (
  origin: string,
  { path, ...request }: Request,
  connections: number,
  duration: number,
): Load => ({
  url: origin + path,
  ...request,
  connections,
  duration,
});
