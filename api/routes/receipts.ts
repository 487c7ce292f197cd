// The receipt page after sending (/sanemts/), its file, and the public check of a receipt.
import { Hono } from 'hono';
import type { Language } from '../../src/forms/field.ts';
import { verifyForm } from '../../src/forms/status.ts';
import type { AppEnv } from '../deps.ts';
import { keyByCode } from '../domain/crypto/content-key.ts';
import { explanationOf } from '../domain/due.ts';
import { idempotencyHashOf, trackingCodeOf } from '../domain/intake.ts';
import { checkReceipt } from '../domain/receipt.ts';
import type { ReceiptPointer } from '../domain/receipt-pointer.ts';
import { type Content, openContent, type Submission } from '../domain/submission.ts';
import { responseHashOf } from '../domain/surveys/response.ts';
import { acknowledgedAt } from '../http/acknowledge.ts';
import { countAttempt, refuseAttempt } from '../http/attempt.ts';
import { languageOf } from '../http/language.ts';
import { forgetReceipt, rememberedReceipt } from '../http/receipt-cookie.ts';
import { type AppContext, json, page, wantsJson } from '../http/reply.ts';
import { accept } from '../http/submit.ts';
import { noReceiptPage, receiptPage, surveyReceiptPage } from '../views/receipt.ts';
import { verificationPage } from '../views/verification.ts';
import { viewWords } from '../views/words.ts';

interface Sent {
  readonly submission: Submission;
  readonly trackingCode: string;
  /** The content, opened by the code. */
  readonly content: Content;
}

/** The submission that was sent with this key, or null. */
async function sentWith(c: AppContext, { idempotencyKey }: ReceiptPointer): Promise<Sent | null> {
  const { keyring, primitives, submissions } = c.var.deps;
  const submission = await submissions.findByIdempotency(await idempotencyHashOf(keyring, idempotencyKey));
  if (!submission) return null;
  const trackingCode = await trackingCodeOf(keyring, idempotencyKey);
  const key = await keyByCode(primitives, submission, trackingCode);
  const content = key && (await openContent(primitives, key, submission));
  return { submission, trackingCode, content: content ?? {} };
}

async function surveyReceipt(c: AppContext, pointer: ReceiptPointer): Promise<Response | null> {
  const { keyring, responses, site } = c.var.deps;
  const hash = await responseHashOf(keyring, pointer.survey ?? '', pointer.idempotencyKey);
  const response = await responses.findByIdempotency(hash);
  const named = ({ id }: { readonly id: string }) => id === pointer.survey;
  const translation = site.surveysEn.find(named);
  const lang = translation ? languageOf(c) : 'lv';
  const { thanks = '' } = (lang === 'en' ? translation : site.surveys.find(named)) ?? {};
  const answered = { thanks, reference: response?.reference ?? '', isTranslated: translation !== undefined };
  return response && page(c, surveyReceiptPage(answered, lang));
}

async function submissionReceipt(c: AppContext, pointer: ReceiptPointer): Promise<Response | null> {
  const sent = await sentWith(c, pointer);
  if (!sent) return null;
  const explanation = explanationOf(c.var.deps.site, sent.submission, languageOf(c));
  const origin = c.var.deps.settings.origin ?? new URL(c.req.url).origin;
  const qrWithCode = c.req.query('qr') === 'ar-kodu';
  const mailed = acknowledgedAt(c.var.deps, sent.submission, sent.content) !== null;
  return page(c, receiptPage({ ...sent, explanation, origin, qrWithCode, mailed }, languageOf(c)));
}

async function receiptFile(c: AppContext, pointer: ReceiptPointer): Promise<Response | null> {
  const sent = pointer.kind === 'submission' ? await sentWith(c, pointer) : null;
  if (!sent) return null;
  // The signed text itself is the official record and always Latvian.
  const { receipt, reference } = sent.submission;
  const withCode = c.req.query('ar-kodu') === '1';
  const text = withCode ? codeHeader(sent.trackingCode, languageOf(c)) + receipt : receipt;
  return c.body(text, 200, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Disposition': `attachment; filename="${reference}.txt"`,
    'Cache-Control': 'no-store',
  });
}

/** Answers by this browser's pointer. A forged one, and one to nothing, is a guess and counts as a look-up. */
async function byPointer(
  c: AppContext,
  answer: (c: AppContext, pointer: ReceiptPointer) => Promise<Response | null>,
): Promise<Response> {
  const pointer = await rememberedReceipt(c);
  const found = pointer && pointer !== 'forged' ? await answer(c, pointer) : null;
  if (found) return found;
  const stopped = pointer && (await countAttempt(c, 'look-up'));
  return stopped ? refuseAttempt(c, stopped) : page(c, noReceiptPage(languageOf(c)), 404);
}

const codeHeader = (trackingCode: string, lang: Language): string =>
  `${viewWords(lang).receipt.codeInFile}: ${trackingCode}\n\n`;

export const receivedRoutes = new Hono<AppEnv>()
  .get('/', c =>
    byPointer(c, (_, pointer) =>
      pointer.kind === 'survey' ? surveyReceipt(c, pointer) : submissionReceipt(c, pointer),
    ),
  )
  .get('/apstiprinajums.txt', c => byPointer(c, receiptFile))
  .post('/aizmirst', c => {
    forgetReceipt(c);
    return c.redirect(viewWords(languageOf(c)).home.href, 303);
  });

export const receiptRoutes = new Hono<AppEnv>()
  .get('/keys', c => json(c, { algorithm: 'Ed25519', keys: c.var.deps.keyring.publicKeys }))
  .post('/verify', async c => {
    const lang = languageOf(c);
    const accepted = await accept(c, verifyForm(lang), { attempt: 'attempt' });
    if ('response' in accepted) return accepted.response;
    const text = String(accepted.data['receipt']);
    const check = await checkReceipt(c.var.deps.keyring, text);
    return wantsJson(c) ? json(c, check) : page(c, verificationPage(check, text, lang));
  });
