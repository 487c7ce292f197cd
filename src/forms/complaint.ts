// The complaint form (rule points 5.1.2, 10.1, 13; Iesniegumu likums s. 3). Only the text is required.
import { type FormDefinition, type Language, type NamedOption, type Option, optionsIn } from './field.ts';
import type { Words } from './words.lv.ts';
import { actionIn, wordsIn } from './words.ts';

const REPLY_CHANNELS = ['email', 'post', 'e-address', 'status-page', 'none'] as const;
export type ReplyChannel = (typeof REPLY_CHANNELS)[number];

/** Labels of the ways of replying. */
export const replyLabels = (lang: Language): Readonly<Record<ReplyChannel, string>> =>
  wordsIn(lang).complaint.replyBy;

export interface ComplaintOptions {
  readonly services: readonly NamedOption[];
  /** All points of the rules in force; only in Latvian. */
  readonly rulePoints: readonly NamedOption[];
}

/** Points that promise something to a client: the leaf points of chapters II and III. */
const offered = (points: readonly Option[]): Option[] =>
  points.filter(
    ({ id }) => /^(5\.|[6-9]$|10\.)/.test(id) && !points.some(other => other.id.startsWith(`${id}.`)),
  );

type Section = FormDefinition['sections'][number];

const whatHappened = (
  { sections, fields, chooseRulePoints }: Words['complaint'],
  services: readonly Option[],
  rulePoints: readonly Option[],
): Section => ({
  legend: sections.what,
  fields: [
    { kind: 'textarea', name: 'text', ...fields.text, maxLength: 10_000, rows: 9 },
    { kind: 'textarea', name: 'wish', ...fields.wish, maxLength: 2_000, rows: 3 },
    { kind: 'text', name: 'subject', ...fields.subject, maxLength: 200 },
    { kind: 'date', name: 'occurredOn', ...fields.occurredOn, maxLength: 10, notAfterToday: true },
    { kind: 'select', name: 'service', ...fields.service, options: services },
    { kind: 'text', name: 'aboutStaff', ...fields.aboutStaff, maxLength: 200 },
    {
      kind: 'checkboxes',
      name: 'rulePoints',
      ...fields.rulePoints,
      folded: chooseRulePoints,
      options: offered(rulePoints),
      alsoAccepts: rulePoints.map(({ id }) => id),
    },
    { kind: 'files', name: 'attachments', ...fields.attachments },
  ],
});

const aboutYou = ({ sections, youIntro, fields }: Words['complaint']): Section => ({
  legend: sections.you,
  intro: youIntro,
  fields: [
    { kind: 'text', name: 'name', ...fields.name, autocomplete: 'name', maxLength: 200 },
    {
      kind: 'textarea',
      name: 'address',
      ...fields.address,
      rows: 2,
      autocomplete: 'street-address',
      maxLength: 300,
    },
    { kind: 'email', name: 'email', ...fields.email, autocomplete: 'email', maxLength: 254 },
    { kind: 'tel', name: 'phone', ...fields.phone, autocomplete: 'tel', maxLength: 40 },
  ],
});

const replyAndData = ({ sections, fields, replyBy, statusPageOnPaper }: Words['complaint']): Section => ({
  legend: sections.reply,
  fields: [
    {
      kind: 'radio',
      name: 'replyBy',
      ...fields.replyBy,
      options: REPLY_CHANNELS.map(id => ({
        id,
        label: replyBy[id],
        ...(id === 'status-page' ? { onPaper: statusPageOnPaper } : {}),
      })),
    },
    { kind: 'checkbox', name: 'keepFactsPrivate', ...fields.keepFactsPrivate },
    { kind: 'checkbox', name: 'consentToForward', ...fields.consentToForward },
  ],
});

/** The complaint form for the current services and rule points. */
export function complaintForm(
  { services, rulePoints }: ComplaintOptions,
  lang: Language = 'lv',
): FormDefinition {
  const { complaint: say } = wordsIn(lang);
  return {
    id: 'sudziba',
    lang,
    title: say.title,
    action: actionIn(lang, '/api/complaints'),
    submit: say.submit,
    stores: true,
    sections: [
      whatHappened(say, optionsIn(lang, services), optionsIn(lang, rulePoints)),
      aboutYou(say),
      replyAndData(say),
    ],
  };
}
