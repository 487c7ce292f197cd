// A file's way over HTTP, for any server behind the address.
import { createHash } from 'node:crypto';
import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { type Ask, begin, MB, patch, pdfOf, state, token, upload } from './client.ts';
import * as sample from './samples.ts';

const sha = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Starts a PATCH, sends part of the announced bytes, and breaks the connection. */
async function breakOff(origin: string, key: string, bytes: Uint8Array, promised: number): Promise<void> {
  const { hostname, port } = new URL(origin);
  const socket = connect(Number(port), hostname);
  const head = [
    'PATCH /api/uploads HTTP/1.1',
    `Host: ${hostname}`,
    `Upload-Token: ${key}`,
    'Upload-Offset: 0',
    `Content-Length: ${promised}`,
  ];
  socket.write(`${head.join('\r\n')}\r\n\r\n`);
  await new Promise<void>(done => socket.write(bytes, () => done()));
  // The written bytes are in transit; the server must receive them before the connection is gone.
  await new Promise(done => setTimeout(done, 300));
  socket.destroy();
}

/** Asks until the server has noticed the broken connection and stored what it received. */
async function settledOffset(ask: Ask, key: string): Promise<number> {
  for (let tries = 0; ; tries++) {
    const { offset } = (await (await state(ask, key)).json()) as { offset: number };
    if (offset > 0 || tries > 50) return offset;
    await new Promise(done => setTimeout(done, 100));
  }
}

interface Served {
  origin(): string;
}

/** What every server must do with files. */
export function describeFiles(name: string, host: () => Served): void {
  describe(name, () => {
    const ask: Ask = (path, init) => fetch(`${host().origin()}${path}`, init);

    it('takes a file of 20 MB, part by part', async () => {
      const file = pdfOf(20 * MB);
      const key = await upload(ask, 'liels.pdf', file);
      expect(await (await state(ask, key)).json()).toMatchObject({ offset: 20 * MB, complete: true });
      expect((await state(ask, key, 'HEAD')).headers.get('upload-complete')).toBe('?1');
    });

    it('goes on after the line was cut in the middle', async () => {
      const file = pdfOf(3 * MB);
      const key = token();
      await begin(ask, key, 'x.pdf', file.length);
      await breakOff(host().origin(), key, file.subarray(0, 1.5 * MB), file.length);
      const offset = await settledOffset(ask, key);
      expect(offset).toBeGreaterThanOrEqual(MB);
      expect(offset).toBeLessThanOrEqual(1.5 * MB);
      let answer = await patch(ask, key, offset, file.slice(offset));
      // The last piece before the break may be stored only now: the response then gives the offset to
      // continue from.
      if (answer.status === 409) {
        const at = Number(answer.headers.get('upload-offset'));
        answer = await patch(ask, key, at, file.slice(at));
      }
      expect(answer.status).toBe(204);
      expect(await (await state(ask, key)).json()).toMatchObject({ complete: true });
    });

    it('takes files with a complaint, by token and in one piece', async () => {
      const key = await upload(ask, 'foto.jpg', sample.jpeg());
      const form = new FormData();
      form.append('text', `Ar failiem ${sha(sample.pdf)}`);
      form.append('attachments', key);
      form.append('attachments', new Blob([pdfOf(3 * MB) as BlobPart]), 'līgums.pdf');
      const sent = await ask('/api/complaints', {
        method: 'POST',
        body: form,
        headers: { accept: 'application/json' },
      });
      expect(sent.status, await sent.clone().text()).toBe(201);
      expect((await state(ask, key, 'DELETE')).status).toBe(409);
    });

    it('refuses what is not harmless', async () => {
      const key = token();
      await begin(ask, key, 'x.jpg', sample.html.length);
      expect((await patch(ask, key, 0, sample.html)).status).toBe(415);
      expect((await state(ask, key)).status).toBe(404);
    });
  });
}
