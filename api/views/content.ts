// The person's content as labels and values: for the register, the person and the copy of their data.

import { type Kind, kindFacts } from '../../src/contract/kinds.ts';
import type { NamedOption } from '../../src/contract/site-bundle.ts';
import { complaintForm, type ReplyChannel, replyLabels } from '../../src/forms/complaint.ts';
import { feedbackForm } from '../../src/forms/feedback.ts';
import { fieldsOf, type Language } from '../../src/forms/field.ts';
import type { Content } from '../domain/submission.ts';
import { dateIn } from './words.ts';
import { followUpView } from './words-follow-up.ts';

export interface WrittenLine {
  readonly name: string;
  readonly label: string;
  readonly value: string;
}

const labels = (lang: Language) => ({
  complaint: new Map(
    fieldsOf(complaintForm({ services: [], rulePoints: [] }, lang)).map(f => [f.name, f.label]),
  ),
  feedback: new Map(fieldsOf(feedbackForm({ services: [] }, lang)).map(f => [f.name, f.label])),
});
const LABELS = { lv: labels('lv'), en: labels('en') };

interface Reading {
  readonly lang: Language;
  /** Names of services; without them the id is shown. */
  readonly services?: readonly NamedOption[];
}

const isDate = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);

function valueText(name: string, value: unknown, { lang, services = [] }: Reading): string {
  const { yes, no } = followUpView(lang);
  if (typeof value === 'boolean') return value ? yes : no;
  if (name === 'replyBy') return replyLabels(lang)[value as ReplyChannel] ?? String(value);
  if (name === 'occurredOn' && isDate(value)) return dateIn(value, lang);
  if (name === 'service') {
    const service = services.find(({ id }) => id === value);
    return (lang === 'en' ? (service?.labelEn ?? service?.label) : service?.label) ?? String(value);
  }
  // Files are shown by their names.
  if (Array.isArray(value)) return value.map(item => (item as { name?: string })?.name ?? item).join(', ');
  return String(value);
}

/** Asked only of staff who record a joint submission. */
const beside = (name: string, lang: Language): string =>
  name === 'coSigners' ? followUpView(lang).coSigners : name;

/** Every filled-in field, in stored order. */
export function writtenLines(kind: Kind, content: Content, reading: Reading): WrittenLine[] {
  const known = LABELS[reading.lang][kindFacts(kind).form];
  return Object.entries(content).map(([name, value]) => ({
    name,
    label: known.get(name) ?? LABELS[reading.lang].complaint.get(name) ?? beside(name, reading.lang),
    value: valueText(name, value, reading),
  }));
}
