// Sends one file part by part and continues after every break, until it is complete, refused, or cancelled.

const ADDRESS = '/api/uploads';
const PART_BYTES = 1024 * 1024;
/** Longer than the server's own wait for a part, so that the server times out first. */
const TIMEOUT_MS = 75_000;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;

export type TransferOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'stopped' }
  /** `detail` is the server's sentence, empty when it gave none. `again`: a later attempt may succeed. */
  | { readonly kind: 'refused'; readonly detail: string; readonly again: boolean }
  /** The browser can no longer read the file. */
  | { readonly kind: 'unreadable' };

export interface Transfer {
  readonly file: File;
  readonly token: string;
  readonly lang: string;
  /** Number of bytes sent so far, including those in transit. */
  onProgress(sent: number): void;
  onBreak(): void;
  readonly signal: AbortSignal;
}

interface Answer {
  /** 0 when there was no answer. */
  readonly status: number;
  readonly offset: number | null;
  readonly detail: string;
  /** An unexpected error on the server's side, also when its database is away: it says nothing about the file. */
  readonly isFault: boolean;
}

const NONE: Answer = { status: 0, offset: null, detail: '', isFault: false };

function toAnswer(request: XMLHttpRequest): Answer {
  const offset = request.getResponseHeader('Upload-Offset');
  let detail = '';
  let isFault = false;
  try {
    const answer = JSON.parse(request.responseText || '{}');
    detail = String(answer.detail ?? '');
    isFault = answer.requestId !== undefined;
  } catch {
    // A proxy answered in its own format; its status is enough.
  }
  return { status: request.status, offset: offset === null ? null : Number(offset), detail, isFault };
}

/** XMLHttpRequest, because `fetch` does not report upload progress. */
function ask(
  { token, lang, signal }: Transfer,
  method: string,
  headers: Readonly<Record<string, string>>,
  body: XMLHttpRequestBodyInit | null,
  onProgress: (sent: number) => void = () => {},
): Promise<Answer> {
  return new Promise(resolve => {
    const request = new XMLHttpRequest();
    request.open(method, lang === 'en' ? `${ADDRESS}?lang=en` : ADDRESS);
    request.timeout = TIMEOUT_MS;
    request.setRequestHeader('Accept', 'application/json');
    request.setRequestHeader('Upload-Token', token);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = event => onProgress(event.loaded);
    request.onload = () => resolve(toAnswer(request));
    request.onerror = request.ontimeout = request.onabort = () => resolve(NONE);
    signal.addEventListener('abort', () => request.abort());
    if (signal.aborted) resolve(NONE);
    else request.send(body);
  });
}

const begin = (transfer: Transfer): Promise<Answer> =>
  ask(
    transfer,
    'POST',
    { 'Content-Type': 'application/json' },
    JSON.stringify({ name: transfer.file.name || '?', size: transfer.file.size }),
  );

async function sendPart(transfer: Transfer, offset: number): Promise<Answer | null> {
  const part = await transfer.file
    .slice(offset, offset + PART_BYTES)
    .arrayBuffer()
    .catch(() => null);
  if (!part) return null;
  return ask(
    transfer,
    'PATCH',
    { 'Content-Type': 'application/octet-stream', 'Upload-Offset': String(offset) },
    part,
    sent => transfer.onProgress(Math.min(offset + sent, offset + part.byteLength)),
  );
}

/** Waits until the time is over, the network is back, or the file is cancelled. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    const done = () => {
      clearTimeout(timer);
      removeEventListener('online', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    addEventListener('online', done);
    signal.addEventListener('abort', done);
  });
}

/** No answer, or one that says nothing about the file. A 503 of another kind says that there is no room. */
const mayPass = ({ status, isFault }: Answer): boolean =>
  isFault || status === 0 || status === 408 || (status >= 500 && status !== 503);

/** Sends the file. Never rejects; waits through breaks of any length. */
export async function transferFile(transfer: Transfer): Promise<TransferOutcome> {
  const { file, signal } = transfer;
  let wait = FIRST_WAIT_MS;
  let offset: number | null = null;
  while (!signal.aborted) {
    // The server knows the offset; asked before the first part and after every break.
    const answer: Answer | null = offset === null ? await begin(transfer) : await sendPart(transfer, offset);
    if (signal.aborted) break;
    if (!answer) return { kind: 'unreadable' };
    const { status, detail } = answer;
    if (status === 201 || status === 204 || (status === 409 && answer.offset !== null)) {
      offset = answer.offset ?? 0;
      wait = FIRST_WAIT_MS;
      transfer.onProgress(offset);
      if (offset >= file.size) return { kind: 'done' };
    } else if (status === 404 && offset !== null) {
      offset = null;
    } else if (mayPass(answer)) {
      transfer.onBreak();
      offset = null;
      await pause(wait, signal);
      wait = Math.min(wait * 2, LONGEST_WAIT_MS);
    } else {
      return { kind: 'refused', detail, again: status === 429 || status === 503 };
    }
  }
  return { kind: 'stopped' };
}

/** Tells the server that a file was cancelled. If this request is lost, the file expires. */
export const discardFile = (token: string): void => {
  fetch(ADDRESS, { method: 'DELETE', headers: { 'Upload-Token': token }, keepalive: true }).catch(() => {});
};
