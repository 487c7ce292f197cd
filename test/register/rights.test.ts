// Who may do what, cell by cell: role × state × action × relation to the case × kind, compared with a table
// written by hand.
import { describe, expect, it } from 'vitest';
import { type Person, ROLES, type Role } from '../../api/domain/register/people.ts';
import {
  CASE_ACTIONS,
  type CaseAction,
  DESK_RIGHTS,
  denialOf,
  may,
  mayAtDesk,
  type Rightful,
  relationOf,
} from '../../api/domain/register/rights.ts';
import { CLOSED, STATES } from '../../api/domain/submission.ts';
import { KINDS } from '../../src/contract/kinds.ts';

/**
 * For each action who may take it, by the case's owner: `o` one's own, `f` free, `c` a colleague's. Columns:
 * a clerk and a head (director, deputy) on an open case, then on a closed one. A second row is for complaints
 * where they differ.
 */
const TABLE = `
  action              clerk  head | clerk  head
  open                ofc    ofc    ofc    ofc
  note                ofc    ofc    ofc    ofc
  take                fc     fc     -      -
  assign              ofc    ofc    -      -
  recuse              ofc    ofc    ofc    ofc
  exclude             -      ofc    -      ofc
  lift-conflict       -      ofc    -      ofc
  message             ofc    ofc    ofc    ofc
  add-document        ofc    ofc    ofc    ofc
  read                ofc    ofc    ofc    ofc
  ask                 of     of     -      -
  extend              of     of     -      -
  draft               ofc    ofc    -      -
  forward             of     of     -      -
  answer              of     of     -      -
  answer!             -      of     -      -
  take-note           of     of     -      -
  take-note!          -      of     -      -
  leave-unexamined    of     of     -      -
  leave-unexamined!   -      of     -      -
  withdraw            ofc    ofc    -      -
  clear-spam          ofc    ofc    ofc    ofc
  confirm-spam        ofc    ofc    -      -
  mark-whistleblower  ofc    ofc    ofc    ofc
  unmark-whistleblower -     ofc    -      ofc
  link                ofc    ofc    ofc    ofc
  unlink              ofc    ofc    ofc    ofc
  classify            ofc    ofc    ofc    ofc
  dispatch            -      -      ofc    ofc
  reopen              -      -      ofc    ofc
  reopen!             -      -      -      ofc
  decline-review      -      -      -      ofc
  answer-erasure      -      ofc    -      ofc
  rectify             ofc    ofc    ofc    ofc
  redact              -      ofc    -      ofc
  publish             -      -      -      ofc
  hold                -      ofc    -      ofc
  print               ofc    ofc    ofc    ofc
`;

const rows = new Map(
  TABLE.trim()
    .split('\n')
    .slice(1)
    .map(line => line.trim().split(/\s+/))
    .map(([name = '', ...cells]) => [name, cells]),
);

const ME = 'p-me';
const person = (...roles: Role[]): Person => ({
  id: ME,
  name: 'Anna Parauga',
  roles,
  directoryId: 'anna-parauga',
  email: null,
  active: true,
});
const RELATIONS = { o: ME, f: null, c: 'p-other' } as const;

function expected(role: Role, action: CaseAction, of: Rightful, relation: string): boolean {
  if (role === 'auditor' || role === 'administrator') return false;
  const cells = (of.kind === 'complaint' && rows.get(`${action}!`)) || rows.get(action);
  const column = (CLOSED.has(of.state) ? 2 : 0) + (role === 'clerk' ? 0 : 1);
  return cells?.[column]?.includes(relation) ?? false;
}

describe('rights on a case', () => {
  it('names every action there is', () => {
    expect([...rows.keys()].filter(name => !name.endsWith('!'))).toEqual(CASE_ACTIONS);
  });

  it.each(ROLES)('are as in the table for %s', role => {
    let cells = 0;
    for (const action of CASE_ACTIONS)
      for (const kind of KINDS)
        for (const state of STATES)
          for (const [relation, assignee] of Object.entries(RELATIONS)) {
            const of: Rightful = { kind, state, assignee, handling: 'ordinary', conflicts: [] };
            const name = `${role} ${action} ${kind} ${state} ${relation}`;
            expect([name, may(person(role), action, of)]).toEqual([
              name,
              expected(role, action, of, relation),
            ]);
            cells += 1;
          }
    expect(cells).toBe(CASE_ACTIONS.length * KINDS.length * STATES.length * 3);
  });

  it('leave nothing to whom the case is about, whatever they are and whoever has it', () => {
    for (const conflicts of [[ME], ['anna-parauga'], ['x', 'anna-parauga']])
      for (const role of ROLES)
        for (const action of CASE_ACTIONS)
          for (const state of STATES)
            for (const assignee of Object.values(RELATIONS)) {
              const of: Rightful = { kind: 'complaint', state, assignee, handling: 'ordinary', conflicts };
              expect(denialOf(person(role), action, of)).toBe('conflicted');
            }
  });

  it('add up where somebody has two roles', () => {
    const of: Rightful = {
      kind: 'complaint',
      state: 'in-review',
      assignee: ME,
      handling: 'ordinary',
      conflicts: [],
    };
    expect(may(person('administrator', 'clerk'), 'note', of)).toBe(true);
    expect(may(person('administrator', 'clerk'), 'answer', of)).toBe(false);
    expect(may(person('auditor', 'deputy'), 'answer', of)).toBe(true);
  });

  it('leave nothing to who has left', () => {
    const of: Rightful = {
      kind: 'question',
      state: 'received',
      assignee: null,
      handling: 'ordinary',
      conflicts: [],
    };
    expect(may({ ...person('director'), active: false }, 'open', of)).toBe(false);
    expect(mayAtDesk({ ...person('director'), active: false }, 'work')).toBe(false);
  });

  it('keep a whistleblower’s report to those who are trusted with it', () => {
    const of: Rightful = {
      kind: 'complaint',
      state: 'received',
      assignee: null,
      handling: 'whistleblower',
      conflicts: [],
    };
    expect(denialOf(person('clerk'), 'open', of)).toBe('whistleblower');
    expect(denialOf(person('director'), 'open', of)).toBe(null);
  });

  it('say why not', () => {
    const of: Rightful = {
      kind: 'complaint',
      state: 'answered',
      assignee: 'p-other',
      handling: 'ordinary',
      conflicts: [],
    };
    expect(denialOf(person('clerk'), 'answer', of)).toBe('role');
    expect(denialOf(person('director'), 'answer', of)).toBe('state');
    expect(denialOf(person('director'), 'answer', { ...of, state: 'in-review' })).toBe('not-yours');
  });
});

describe('rights at the desk', () => {
  it.each([
    ['work', ['clerk', 'director', 'deputy']],
    ['record', ['clerk', 'director', 'deputy']],
    ['figures', ['clerk', 'director', 'deputy', 'auditor']],
    ['chain', ['director', 'deputy', 'auditor']],
    ['exportCases', ['director', 'deputy']],
    ['publications', ['director', 'deputy']],
    ['retention', ['director', 'deputy']],
    ['personalData', ['clerk', 'director', 'deputy']],
    ['surveys', ['clerk', 'director', 'deputy', 'auditor']],
    ['surveyEntry', ['clerk', 'director', 'deputy']],
    ['whistleblower', ['director', 'deputy']],
    ['surveyInvitations', ['director', 'deputy']],
    ['people', ['administrator']],
    ['surveyTexts', ['clerk', 'director', 'deputy']],
    ['staffSurveyTexts', ['director', 'deputy']],
    ['surveyClearing', ['director', 'deputy']],
  ] as const)('%s: %j', (right, roles) => {
    expect(ROLES.filter(role => mayAtDesk(person(role), right))).toEqual(
      ROLES.filter(role => (roles as readonly Role[]).includes(role)),
    );
  });

  it('are all in the test above', () => expect(Object.keys(DESK_RIGHTS)).toHaveLength(16));
});

it('a relation is told by person and by directory entry', () => {
  const of: Rightful = {
    kind: 'question',
    state: 'received',
    assignee: ME,
    handling: 'ordinary',
    conflicts: [],
  };
  expect(relationOf(person('clerk'), of)).toBe('assignee');
  expect(relationOf({ ...person('clerk'), directoryId: null }, { ...of, conflicts: ['anna-parauga'] })).toBe(
    'assignee',
  );
  expect(relationOf(person('clerk'), { ...of, assignee: null })).toBe('free');
});
