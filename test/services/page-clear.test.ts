// One click on “was this page clear?” is one piece of feedback, with and without scripts, however often it is sent.
import { describe, expect, it } from 'vitest';
import { servicesLv } from '../../src/site/messages-services.lv.ts';
import { postForm, startApp } from '../api/harness.ts';

const { clear } = servicesLv;
const answer = (text: string) => ({
  idempotencyKey: 'Vq3xT9mZ2pLk7WbR4sYn8HcD',
  kind: 'site',
  service: 'suna-registracija',
  page: '/pakalpojumi/suna-registracija/',
  text,
});

describe('an answer', () => {
  it.each([clear.yesText, clear.noText])('“%s” leads a browser to the receipt', async text => {
    const { app } = await startApp();
    const response = await postForm(app, '/api/feedback', answer(text));
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe('/sanemts/');
  });

  it('sent twice is one, and another answer with the same key is refused', async () => {
    const { app } = await startApp();
    const send = (text: string) =>
      postForm(app, '/api/feedback', answer(text), { accept: 'application/json' });
    const [one, two] = await Promise.all([send(clear.yesText), send(clear.yesText)]);
    expect([one.status, two.status]).toEqual([201, 201]);
    expect(await one.json()).toEqual(await two.json());
    expect((await send(clear.noText)).status).toBe(409);
  });
});
