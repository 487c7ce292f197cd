// Staff saving a file of a case: never shown in the browser, each download recorded in the history, refused
// to the person it is about.
import { expect, it } from 'vitest';
import { startApp } from '../api/harness.ts';
import { bytesOf, pdfOf, upload } from '../files/client.ts';
import { staffMember } from '../support/staff.ts';
import { caseHref, eventsOf, file, get } from './desk.ts';

const LINK = /href="(\/registrs\/lietas\/[^"]+\/faili\/[^"]+)"/;

it('is saved as an attachment, whole, and recorded', async () => {
  const test = await startApp();
  const bytes = pdfOf(70_000);
  const token = await upload((path, init) => test.app.request(path, init), 'Čeks <1>.pdf', bytes);
  const filed = await file(test, {
    text: 'Skat. failu.',
    aboutStaff: 'izpilddirektors',
    attachments: [token],
  });
  const clerk = await staffMember(test);
  const director = await staffMember(test, {
    name: 'Pēteris Paraugs',
    roles: ['director'],
    directoryId: 'peteris-paraugs',
  });
  const [, href = ''] = LINK.exec(await (await get(test, caseHref(filed), clerk)).text()) ?? [];
  expect(href).toContain(filed.reference);

  expect((await get(test, href, director)).status).toBe(404);
  expect((await get(test, href, null)).status).not.toBe(200);
  expect((await get(test, `${caseHref(filed)}faili/x`, clerk)).status).toBe(404);
  const other = await file(test);
  expect((await get(test, href.replace(filed.reference, other.reference), clerk)).status).toBe(404);
  const opened = async () => (await eventsOf(test, filed)).filter(({ kind }) => kind === 'file-opened');
  expect(await opened()).toEqual([]);

  const response = await get(test, href, clerk);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename=".*\.pdf"/);
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect(response.headers.get('content-security-policy')).toContain('sandbox');
  expect(response.headers.get('cache-control')).toBe('no-store');
  if (!response.body) throw new Error('no body');
  expect(Buffer.from(await bytesOf(response.body)).equals(Buffer.from(bytes))).toBe(true);
  expect(await opened()).toMatchObject([{ actor: `staff:${clerk.person.id}`, detail: {} }]);
});
