// The receipt page promises an acknowledgement by e-mail only when one was queued.
import { describe, expect, it } from 'vitest';
import type { Submission } from '../../api/domain/submission.ts';
import { receiptPage } from '../../api/views/receipt.ts';
import { viewWords } from '../../api/views/words.ts';

const submission = {
  reference: 'KAC-26-7Q4W-X26',
  kind: 'question',
  receivedAt: '2026-11-23T08:30:00Z',
  dueOn: '2026-12-07',
} as unknown as Submission;
const sent = {
  submission,
  trackingCode: 'X',
  content: { email: 'anna@paraugs.example' },
  explanation: { lang: 'lv', lines: [] },
  origin: 'https://kac.example',
  qrWithCode: false,
} as const;

describe.each(['lv', 'en'] as const)('the receipt page in %s', lang => {
  const promise = viewWords(lang).receipt.mailed;
  const text = async (mailed?: boolean) =>
    String(await receiptPage({ ...sent, ...(mailed === undefined ? {} : { mailed }) }, lang).main);

  it('promises nothing by itself', async () => {
    expect(await text()).not.toContain(promise);
    expect(await text(false)).not.toContain(promise);
  });

  it('says that a letter is coming, without the address', async () => {
    expect(await text(true)).toContain(promise);
    expect(await text(true)).not.toContain('anna@');
  });
});
