// The forms on the page of a submission. Each sends the tracking code in its body, because it must not appear
// in an address.
import type { Field, FormDefinition, HiddenField, Language } from './field.ts';
import { actionIn, wordsIn } from './words.ts';
import { followUpEn } from './words-follow-up.en.ts';
import { type FollowUpWords, followUpLv } from './words-follow-up.lv.ts';

const WORDS: Readonly<Record<Language, FollowUpWords>> = { lv: followUpLv, en: followUpEn };

export const followUpWords = (lang: Language): FollowUpWords => WORDS[lang];

/** `information` answers a question of the office: other words, the same address and fields. */
export type FollowUpForm = keyof FollowUpWords;

export const COPY_FORMATS = ['html', 'json'] as const;

const ADDRESSES: Readonly<Record<FollowUpForm, string>> = {
  message: 'messages',
  information: 'messages',
  review: 'review',
  rating: 'rating',
  withdraw: 'withdraw',
  copy: 'copy',
  erasure: 'erasure',
};
/** Prefixes of the element ids; Latvian, like addresses. */
const IDS: Readonly<Record<FollowUpForm, string>> = {
  message: 'zina',
  information: 'papildinat',
  review: 'parskatit',
  rating: 'vertejums',
  withdraw: 'atsaukt',
  copy: 'kopija',
  erasure: 'dzest',
};

const words = (kind: 'message' | 'information' | 'review', lang: Language): readonly Field[] => [
  { kind: 'textarea', name: 'text', ...WORDS[lang][kind].text, maxLength: 10_000, rows: 6 },
];

/** The text field and the files field. */
const withFiles = (kind: 'message' | 'information', lang: Language): readonly Field[] => {
  const { label, hint } = wordsIn(lang).complaint.fields.attachments;
  return [...words(kind, lang), { kind: 'files', name: 'attachments', label, hint }];
};

function rating(lang: Language): readonly Field[] {
  const { satisfaction, effort, comment } = WORDS[lang].rating;
  const scale = { kind: 'scale', from: 1, to: 5, cantSay: false } as const;
  return [
    { ...scale, name: 'satisfaction', ...satisfaction },
    { ...scale, name: 'effort', ...effort },
    { kind: 'textarea', name: 'comment', ...comment, maxLength: 1_000, rows: 3 },
  ];
}

const FIELDS: Readonly<Record<FollowUpForm, (lang: Language) => readonly Field[]>> = {
  message: lang => withFiles('message', lang),
  information: lang => withFiles('information', lang),
  review: lang => words('review', lang),
  rating,
  withdraw: lang => [
    { kind: 'hidden', name: 'confirmed', flag: true, maxLength: 4, ...WORDS[lang].withdraw.confirmed },
  ],
  copy: lang => {
    const { format: label, formats } = WORDS[lang].copy;
    const options = COPY_FORMATS.map(id => ({ id, label: formats[id] }));
    return [{ kind: 'select', name: 'format', label, options }];
  },
  erasure: lang => [
    { kind: 'textarea', name: 'text', ...WORDS[lang].erasure.text, maxLength: 2_000, rows: 3 },
  ],
};

function build(form: FollowUpForm, lang: Language): FormDefinition {
  const { label, required } = wordsIn(lang).status.trackingCode;
  const code: HiddenField = { kind: 'hidden', name: 'trackingCode', label, required, maxLength: 100 };
  const { title, submit } = WORDS[lang][form];
  return {
    id: IDS[form],
    lang,
    title,
    action: actionIn(lang, `/api/status/${ADDRESSES[form]}`),
    submit,
    stores: true,
    sections: [{ fields: [code, ...FIELDS[form](lang)] }],
  };
}

const all = (lang: Language) =>
  Object.fromEntries(
    (Object.keys(ADDRESSES) as FollowUpForm[]).map(form => [form, build(form, lang)]),
  ) as Readonly<Record<FollowUpForm, FormDefinition>>;
const FORMS = { lv: all('lv'), en: all('en') };

/** Returns the same object each time, because its schema is cached by it. */
export const followUpForm = (form: FollowUpForm, lang: Language = 'lv'): FormDefinition => FORMS[lang][form];
