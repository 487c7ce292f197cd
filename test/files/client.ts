// Requests to the upload address as a browser script and a custom program send them.
import { randomBytes } from 'node:crypto';
import { expect } from 'vitest';

/** The app in this process or a server. */
export type Ask = (path: string, init?: RequestInit) => Response | Promise<Response>;

export const MB = 1024 * 1024;
export const token = (): string => randomBytes(32).toString('base64url');
export const noise = (length: number): Uint8Array => new Uint8Array(randomBytes(length));

/** A PDF of exactly this many bytes. */
export const pdfOf = (size: number): Uint8Array => {
  const bytes = noise(size);
  bytes.set(new TextEncoder().encode('%PDF-1.7\n'));
  return bytes;
};

export const begin = (ask: Ask, key: string, name: string, size: number) =>
  ask('/api/uploads', {
    method: 'POST',
    body: JSON.stringify({ name, size }),
    headers: { 'content-type': 'application/json', 'upload-token': key },
  });

export const patch = (ask: Ask, key: string, offset: number, body: BodyInit | Uint8Array) =>
  ask('/api/uploads', {
    method: 'PATCH',
    body: body as BodyInit,
    headers: {
      'content-type': 'application/octet-stream',
      'upload-token': key,
      'upload-offset': String(offset),
    },
    duplex: 'half',
  } as RequestInit);

export const state = (ask: Ask, key: string, method = 'GET') =>
  ask('/api/uploads', { method, headers: { 'upload-token': key } });

/** Uploads a file as the script does and returns its token. */
export async function upload(ask: Ask, name: string, bytes: Uint8Array, part = MB): Promise<string> {
  const key = token();
  const begun = await begin(ask, key, name, bytes.length);
  expect(begun.status, await begun.clone().text()).toBe(201);
  for (let at = 0; at < bytes.length; at += part) {
    const answer = await patch(ask, key, at, bytes.slice(at, at + part));
    expect(answer.status, await answer.clone().text()).toBe(204);
    expect(answer.headers.get('upload-offset')).toBe(String(Math.min(at + part, bytes.length)));
  }
  return key;
}

export async function bytesOf(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  return new Uint8Array(await new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer());
}
