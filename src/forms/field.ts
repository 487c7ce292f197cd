// What a form is: plain data. The zod schema, the markup and the API description are all derived from it.

import type { Condition } from './conditions.ts';

/** The languages forms speak. Latvian is the first and the fallback (Valsts valodas likums). */
export type Language = 'lv' | 'en';

export interface Option {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** The label on paper, where the screen's does not fit. */
  readonly onPaper?: string;
  /** Language of the label where it is not the form's. */
  readonly lang?: Language;
}

/** Something with a Latvian name and, where somebody has translated it, an English one. */
export interface NamedOption {
  readonly id: string;
  readonly label: string;
  readonly labelEn?: string | undefined;
}

/** The options as a form of this language shows them; untranslated ones keep their Latvian name and say so. */
export const optionsIn = (lang: Language, options: readonly NamedOption[]): readonly Option[] =>
  lang === 'lv'
    ? options.map(({ id, label }) => ({ id, label }))
    : options.map(({ id, label, labelEn }) =>
        labelEn ? { id, label: labelEn } : { id, label, lang: 'lv' as const },
      );

interface Base {
  /** The name in the request: a contract (design §3). */
  readonly name: string;
  readonly label: string;
  /** Stands under the label, before the control. */
  readonly hint?: string;
  /** The hint on paper, where the screen's does not fit. */
  readonly onPaper?: string;
  /** The message when it is missing; a field without one may be left empty. */
  readonly required?: string;
  /** Asked only when all of these hold of earlier fields; an answer to what is not asked is never stored. */
  readonly showIf?: readonly Condition[];
}

export interface TextField extends Base {
  readonly kind: 'text' | 'email' | 'tel' | 'date' | 'textarea';
  /** UTF-16 units, as browsers count. Stated in the hint, never enforced while typing. */
  readonly maxLength: number;
  readonly autocomplete?: string;
  readonly rows?: number;
  /** For `date`: the latest day allowed is today. */
  readonly notAfterToday?: boolean;
  /** For `date`: the first and last day allowed, `YYYY-MM-DD`. */
  readonly from?: string;
  readonly to?: string;
}

/** A whole number, as decimal text; both ends are allowed. */
export interface NumberField extends Base {
  readonly kind: 'number';
  readonly min: number;
  readonly max: number;
  /** Stands behind the number. */
  readonly unit?: string;
}

export interface ChoiceField extends Base {
  readonly kind: 'radio' | 'select';
  readonly options: readonly Option[];
  /** For `radio`: offer "can't say", value `cant-say`. */
  readonly cantSay?: boolean;
}

export interface ChoicesField extends Base {
  readonly kind: 'checkboxes';
  readonly options: readonly Option[];
  /** Further values the schema takes although the page does not offer them. */
  readonly alsoAccepts?: readonly string[];
  /** Fold the list away under this summary line. */
  readonly folded?: string;
}

export interface ConsentField extends Base {
  readonly kind: 'checkbox';
}

export interface ScaleField extends Base {
  readonly kind: 'scale';
  readonly from: number;
  readonly to: number;
  /** What the ends mean. */
  readonly low: string;
  readonly high: string;
  /** What each point means, low to high, where each has a name. */
  readonly labels?: readonly string[];
  /** Offer "can't say", value `cant-say`. */
  readonly cantSay: boolean;
}

/** Files, within `FILE_LIMITS`. Its value is a list of upload tokens; a form post brings the files themselves. */
export interface FilesField extends Base {
  readonly kind: 'files';
  /** All files together may come in one form post, as from an office; elsewhere no more than a common line sends in time. */
  readonly inOnePost?: true;
}

/** Carried along by the page and shown to nobody: what a follow-up step needs to know again. */
export interface HiddenField extends Base {
  readonly kind: 'hidden';
  readonly maxLength: number;
  /** A yes instead of a text: `on` in a form post, true in JSON; there is no no. */
  readonly flag?: boolean;
  /** What a fresh form carries. */
  readonly value?: string;
}

export type Field =
  | TextField
  | NumberField
  | ChoiceField
  | ChoicesField
  | ConsentField
  | ScaleField
  | FilesField
  | HiddenField;

export interface Section {
  readonly legend?: string;
  /** Several scales under one name. */
  readonly kind?: 'grid';
  /** Where the form comes page by page: which page it stands on, counted from 1. */
  readonly page?: number;
  /** Paragraphs before the fields; plain text. */
  readonly intro?: readonly string[];
  /** The paragraphs on paper, where the screen's do not fit. */
  readonly onPaper?: readonly string[];
  readonly fields: readonly Field[];
  /** A button after the fields that sends the whole form for something else: the hidden flag of that name comes along. */
  readonly button?: { readonly name: string; readonly label: string };
}

export interface FormDefinition {
  /** Prefix of every element id on the page. */
  readonly id: string;
  /** The language it speaks, its messages included. */
  readonly lang: Language;
  readonly title: string;
  /** The address it posts to; it names the language where that is not Latvian. */
  readonly action: string;
  readonly submit: string;
  readonly sections: readonly Section[];
  /** False for forms that store nothing: they carry no idempotency key. */
  readonly stores: boolean;
  /** More than one page: without scripts the form comes page by page, with them as a whole. */
  readonly pages?: number;
}

/** Of a form in pages: the page it was sent from; empty where all of it was in sight. */
export const PAGE_FIELD = 'lapa';
/** Of a form in pages: asks for the page before. */
export const BACK_FIELD = 'atpakal';

/** Of a staff survey: the right to answer once (rule point 10.2). It is no question. */
export const TOKEN_FIELD = 'token';

/** Every field in the order of the form; listed once, since each request asks several times. */
export function fieldsOf(form: FormDefinition): readonly Field[] {
  const known = listed.get(form);
  if (known) return known;
  const fields = form.sections.flatMap(({ fields }) => fields);
  listed.set(form, fields);
  return fields;
}

const listed = new WeakMap<FormDefinition, readonly Field[]>();

/** The field that takes files, where the form has one. */
export const filesFieldOf = (form: FormDefinition): FilesField | undefined =>
  fieldsOf(form).find(field => field.kind === 'files');

export const CANT_SAY = 'cant-say';

/** What is offered of a choice, "can't say" last. */
export const choicesOf = ({ options, cantSay }: ChoiceField, cantSayLabel: string): readonly Option[] =>
  cantSay ? [...options, { id: CANT_SAY, label: cantSayLabel }] : options;

/** Label of a point of a scale beside its number; empty when it has none. */
export function scaleName(field: ScaleField, value: string): string {
  const step = Number(value) - field.from;
  if (field.labels) return field.labels[step] ?? '';
  return step === 0 ? field.low : Number(value) === field.to ? field.high : '';
}

/** The values of a scale from low to high, `cant-say` last when offered. */
export function scaleValues(field: ScaleField): string[] {
  const steps = Array.from({ length: field.to - field.from + 1 }, (_, step) => String(field.from + step));
  return field.cantSay ? [...steps, CANT_SAY] : steps;
}

/** The value sent for each field, unchanged: a rejected form shows them again. */
export type Values = Readonly<Record<string, string | readonly string[] | boolean | undefined>>;

export interface FieldError {
  /** Field name; an empty string for the form as a whole. */
  readonly field: string;
  readonly message: string;
}
