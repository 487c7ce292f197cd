// The form by which staff record a submission: how it came, then the fields of the public form.

import { KINDS } from '../../../src/contract/kinds.ts';
import type { SiteBundle } from '../../../src/contract/site-bundle.ts';
import { complaintForm } from '../../../src/forms/complaint.ts';
import { feedbackForm } from '../../../src/forms/feedback.ts';
import { type Field, type FormDefinition, fieldsOf, type Section } from '../../../src/forms/field.ts';
import { CHANNELS } from '../../domain/register/channels.ts';
import { officeFiles } from './action-forms.ts';
import { registerWords } from './words.ts';
import { counterWords as say } from './words-counter.ts';

export const COUNTER = '/registrs/jauns/';

const how: Section = {
  legend: say.sections.how,
  fields: [
    {
      kind: 'radio',
      name: 'channel',
      ...say.channel,
      options: CHANNELS.filter(id => id !== 'web').map(id => ({ id, label: registerWords.channels[id] })),
    },
    { kind: 'date', name: 'receivedOn', ...say.receivedOn, maxLength: 10, notAfterToday: true },
    { kind: 'text', name: 'receivedAt', ...say.receivedAt, maxLength: 5 },
    {
      kind: 'radio',
      name: 'kind',
      ...say.kind,
      options: KINDS.map(id => ({ id, label: say.kinds[id] })),
    },
  ],
};

/** What the page sends that is not stored: go back to writing, or store. */
const stages: readonly Field[] = ['edit', 'send'].map(name => ({
  kind: 'hidden',
  name,
  label: name,
  maxLength: 2,
  flag: true,
}));

const coSigners: Field = { kind: 'textarea', name: 'coSigners', ...say.coSigners, maxLength: 1_000, rows: 2 };

/** A scanned letter or shown document; under the name of the public form's field. */
const scans = officeFiles(say.attachments);

function build(site: SiteBundle): FormDefinition {
  const [what, who, reply] = complaintForm(site).sections;
  const page = fieldsOf(feedbackForm(site)).find(({ name }) => name === 'page');
  const typed = (what?.fields ?? []).filter(({ kind }) => kind !== 'files');
  const [name, ...contact] = who?.fields ?? [];
  return {
    id: 'jauns',
    lang: 'lv',
    title: say.title,
    action: COUNTER,
    submit: say.next,
    stores: true,
    sections: [
      how,
      { legend: say.sections.what, fields: [...typed, ...(page ? [page] : []), scans] },
      { legend: say.sections.who, fields: [...(name ? [name] : []), coSigners, ...contact] },
      { legend: say.sections.reply, fields: [...(reply?.fields ?? []), ...stages] },
    ],
  };
}

/** One form per site, because its schema is cached by it. */
const built = new WeakMap<SiteBundle, FormDefinition>();

export function counterForm(site: SiteBundle): FormDefinition {
  const form = built.get(site) ?? build(site);
  built.set(site, form);
  return form;
}
