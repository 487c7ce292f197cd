// The table of kinds: every kind has one form, and what follows from it agrees with the table.
import { expect, it } from 'vitest';
import { dueFor } from '../../api/domain/due.ts';
import { KINDS, kindFacts, kindsOf, owesReply } from '../../src/contract/kinds.ts';
import { complaintForm } from '../../src/forms/complaint.ts';
import { feedbackForm } from '../../src/forms/feedback.ts';
import { fieldsOf } from '../../src/forms/field.ts';
import { testSite } from '../api/test-site.ts';

it('gives every kind to exactly one form', () => {
  expect([...kindsOf('complaint'), ...kindsOf('feedback')].toSorted()).toEqual([...KINDS].toSorted());
});

it('offers on the feedback form the kinds that it takes in', () => {
  const field = fieldsOf(feedbackForm({ services: [] })).find(({ name }) => name === 'kind');
  const offered = field && 'options' in field ? field.options.map(({ id }) => id) : [];
  expect(offered).toEqual(kindsOf('feedback'));
  expect(kindsOf('complaint')).toEqual(['complaint']);
});

it('asks how to reply where the kind says that the submitter chooses', () => {
  const names = (form: Parameters<typeof fieldsOf>[0]) => fieldsOf(form).map(({ name }) => name);
  expect(names(complaintForm({ services: [], rulePoints: [] }))).toContain('replyBy');
  expect(names(feedbackForm({ services: [] }))).not.toContain('replyBy');
  for (const kind of KINDS)
    expect(kindFacts(kind).replyBy).toBe(kindFacts(kind).form === 'complaint' ? 'chosen' : 'email');
});

it.each(KINDS)('gives a due date to %s exactly when a reply is owed', kind => {
  const { dueOn } = dueFor(testSite, kind, new Date('2026-11-24T08:00:00Z'));
  expect(dueOn !== null).toBe(owesReply(kind));
});
