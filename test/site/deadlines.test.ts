// The table at /ka-izskatam/ is generated from the policy and the calendar that the register uses: a change
// of either shows.
import { expect, it } from 'vitest';
import { dueFor } from '../../api/domain/due.ts';
import { deadlineTable } from '../../src/site/deadlines.ts';
import { messagesFor } from '../../src/site/messages.ts';
import { testSite } from '../api/test-site.ts';

const RECEIVED = '2026-11-23';
const table = (site: Pick<typeof testSite, 'calendar' | 'policies'>) =>
  deadlineTable(site, RECEIVED, messagesFor('lv'));
const [policy] = testSite.policies.slice(-1);

it('counts the day that a complaint received then gets, and says why in the same sentences', () => {
  const { rows, explanation, inForce } = table(testSite);
  const due = dueFor(testSite, 'complaint', new Date(`${RECEIVED}T08:30:00Z`));
  expect(rows[0]).toMatchObject({ dueOn: due.dueOn, law: policy?.reply.law });
  const plain = explanation.map(line => line.replaceAll('\u00a0', ' '));
  expect(due.dueExplanation).toEqual(expect.arrayContaining(plain));
  expect(inForce).toBe(policy?.inForce);
  expect(rows).toHaveLength(3);
});

it('follows a policy that was changed', () => {
  if (!policy) throw new Error('no policy');
  const longer = {
    ...policy,
    reply: { ...policy.reply, term: { workingDays: 15 } },
    extendedReply: undefined,
  };
  const { rows } = table({ ...testSite, policies: [longer] });
  expect(rows.map(({ dueOn }) => dueOn)).toEqual(['2026-12-14', table(testSite).rows.at(-1)?.dueOn]);
  expect(rows[0]?.within.replaceAll('\u00a0', ' ')).toContain('15 darba');
});
