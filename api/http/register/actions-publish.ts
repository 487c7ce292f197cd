// “You said, we did”: staff write the text, content identifying a person is refused, and a second review
// precedes publication.
import { rigaDate } from '../../../src/calendar/dates.ts';
import type { FieldError } from '../../../src/forms/field.ts';
import { hex } from '../../domain/crypto/bytes.ts';
import { publish } from '../../domain/register/actions/publish.ts';
import type { OfficeCase } from '../../domain/register/office-case.ts';
import { telltales } from '../../domain/register/publications.ts';
import { publishAbove, publishForm, publishPreview } from '../../views/register/publish.ts';
import { publishWords } from '../../views/register/words-figures.ts';
import type { ActionEntry, Sent } from './action-entry.ts';
import type { RegisterContext } from './env.ts';

const FIELDS = ['said', 'changed'] as const;
const textOf = (sent: Sent, field: string): string => (typeof sent[field] === 'string' ? sent[field] : '');

/** Passages in the texts that would identify a person, each at its field. */
function faults(c: RegisterContext, { of }: OfficeCase, sent: Sent): FieldError[] {
  const directory = c.var.deps.site.desk?.directory ?? [];
  return FIELDS.flatMap(field => {
    const found = telltales(textOf(sent, field), of.content, directory);
    if (found.length === 0) return [];
    const what = found.map(({ what, found }) => `“${found}” (${publishWords.found[what]})`).join(', ');
    return [{ field, message: publishWords.refused(what) }];
  });
}

export const publishing: ActionEntry = {
  form: publishForm,
  // The change may already be noted with the answer.
  start: (_, { notes }) => ({ changed: notes.findLast(({ kind }) => kind === 'change')?.text ?? '' }),
  above: async (c, { of }) =>
    publishAbove(c.var.deps.site.figuresCss, await c.var.deps.publications.ofCase(of.submission.reference)),
  check: faults,
  preview: (c, _, sent) =>
    publishPreview(c.var.deps.site.figuresCss, {
      said: textOf(sent, 'said'),
      changed: textOf(sent, 'changed'),
      publishedOn: rigaDate(c.var.deps.now()),
    }),
  decide: async (c, { of }) => {
    const { random, now, publications } = c.var.deps;
    const { kind, rulePoints, reference } = of.submission;
    return publish({
      id: hex(random(16)),
      publishedOn: rigaDate(now()),
      kind,
      rulePoints,
      already: (await publications.ofCase(reference)) !== null,
      isChecked: of.content !== null,
    });
  },
  alongside:
    (c, { of }) =>
    async ({ publication }) =>
      publication ? c.var.deps.publications.add({ ...publication, reference: of.submission.reference }) : [],
};
