// Looking up a submission by its tracking code, and checking a receipt. Neither stores anything.
import type { FormDefinition, Language } from './field.ts';
import { actionIn, wordsIn } from './words.ts';

function buildStatusForm(lang: Language): FormDefinition {
  const { title, submit, trackingCode } = wordsIn(lang).status;
  return {
    id: 'gaita',
    lang,
    title,
    action: actionIn(lang, '/api/status'),
    submit,
    stores: false,
    sections: [
      {
        fields: [
          { kind: 'text', name: 'trackingCode', ...trackingCode, autocomplete: 'off', maxLength: 100 },
        ],
      },
    ],
  };
}

function buildVerifyForm(lang: Language): FormDefinition {
  const { title, submit, receipt } = wordsIn(lang).check;
  return {
    id: 'parbaude',
    lang,
    title,
    action: actionIn(lang, '/api/receipts/verify'),
    submit,
    stores: false,
    sections: [{ fields: [{ kind: 'textarea', name: 'receipt', ...receipt, maxLength: 5_000, rows: 10 }] }],
  };
}

const STATUS = { lv: buildStatusForm('lv'), en: buildStatusForm('en') };
const VERIFY = { lv: buildVerifyForm('lv'), en: buildVerifyForm('en') };

/**
 * Looks up a submission by its tracking code. Returns the same object each time, because its schema is cached
 * by it.
 */
export const statusForm = (lang: Language = 'lv'): FormDefinition => STATUS[lang];

/** Checking a receipt. */
export const verifyForm = (lang: Language = 'lv'): FormDefinition => VERIFY[lang];
