// A browser and a program as HTTP clients.

const HTML = 'text/html,application/xhtml+xml,*/*;q=0.8';
const KEY_LENGTH = 20;

/** An unused idempotency key. */
export const freshKey = (): string => `key-${crypto.randomUUID().replaceAll('-', '').slice(0, KEY_LENGTH)}`;

/** Opens a page; `cookie` as the browser stored it. */
export const getPage = (url: string, cookie = ''): Promise<Response> =>
  fetch(url, { headers: { accept: HTML, cookie }, redirect: 'manual' });

/** Posts a form as a browser does. */
export const postForm = (url: string, fields: Record<string, string>): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { accept: HTML },
    redirect: 'manual',
  });

/** Posts JSON as a program does. */
export const postJson = (url: string, body: object, key?: string): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    },
  });

/** The cookie set by a response, as the browser would send it back. */
export const cookieOf = (response: Response): string =>
  (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';

export interface Receipt {
  readonly reference: string;
  readonly trackingCode: string;
  readonly receivedAt: string;
  readonly dueOn: string | null;
  readonly receipt: string;
}

/** Files a complaint as a program does; fails unless it is accepted. */
export async function file(origin: string, text: string, key = freshKey()): Promise<Receipt> {
  const response = await postJson(`${origin}/api/complaints`, { text }, key);
  if (response.status !== 201) throw new Error(`${response.status}: ${await response.text()}`);
  return (await response.json()) as Receipt;
}
