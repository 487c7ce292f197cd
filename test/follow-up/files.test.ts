// Files sent with a message: they belong to the submission from the commit that stores the message, once, and
// are in its copy.
import { expect, it } from 'vitest';
import { contentOf, postJson, startApp, type TestApp } from '../api/harness.ts';
import { upload } from '../files/client.ts';
import * as sample from '../files/samples.ts';

const json = async (answer: Response | Promise<Response>) =>
  (await (await answer).json()) as Record<string, unknown>;

async function filed(test: TestApp) {
  const { trackingCode, reference } = await json(postJson(test.app, '/api/complaints', { text: 'Rinda' }));
  return { trackingCode: String(trackingCode), reference: String(reference) };
}

it('become the submission’s, are listed for whoever has the code, and stand in the copy', async () => {
  const test = await startApp();
  const { trackingCode, reference } = await filed(test);
  const key = await upload(test.app.request, 'foto.jpg', sample.jpeg());
  const body = {
    trackingCode,
    text: 'Lūdzu, attēls.',
    attachments: [key],
    idempotencyKey: 'key-step-0123456789',
  };
  const first = await postJson(test.app, '/api/status/messages', body);
  expect(first.status).toBe(200);
  // Sent again it is the same step, not a file that belongs to another submission.
  expect((await postJson(test.app, '/api/status/messages', body)).status).toBe(200);
  const status = await json(postJson(test.app, '/api/status', { trackingCode }));
  expect(status['attachments']).toMatchObject([{ name: 'foto.jpg', eSigned: false }]);
  expect(status['messages']).toHaveLength(1);
  const copy = await json(postJson(test.app, '/api/status/copy', { trackingCode }));
  expect(copy['attachments']).toMatchObject([{ name: 'foto.jpg' }]);
  expect(await contentOf(test, reference)).toEqual({ text: 'Rinda' });
});

it('of somebody else are refused, and the message is not stored', async () => {
  const test = await startApp();
  const [mine, theirs] = [await filed(test), await filed(test)];
  const key = await upload(test.app.request, 'foto.jpg', sample.jpeg());
  const send = (trackingCode: string) =>
    postJson(test.app, '/api/status/messages', { trackingCode, text: 'Attēls', attachments: [key] });
  expect((await send(theirs.trackingCode)).status).toBe(200);
  const answer = await send(mine.trackingCode);
  expect(answer.status).toBe(422);
  expect(await json(answer)).toMatchObject({ errors: [{ field: 'attachments' }] });
  const status = await json(postJson(test.app, '/api/status', { trackingCode: mine.trackingCode }));
  expect([status['messages'], status['attachments']]).toEqual([[], []]);
});
