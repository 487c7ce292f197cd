// Assigns a case to somebody, or to nobody.

import { type DecideAction, textOf } from '../office-step.ts';
import type { Person } from '../people.ts';
import { denialOf } from '../rights.ts';
import { opening } from './take.ts';

/** `colleagues`: everybody it may be assigned to, by directory entry. */
export const assign =
  (colleagues: readonly Person[]): DecideAction =>
  context => {
    const { standing, event } = context;
    const to = textOf(context, 'assignee');
    if (to === '') return { events: [event('released')], set: { assignee: null } };
    const chosen = colleagues.find(({ id }) => id === to);
    // A person who may not open it cannot be assigned: a conflict of interest, or a role without cases.
    if (!chosen || denialOf(chosen, 'open', standing)) return { refused: 'not-for-them' };
    const opened = opening(context);
    return {
      ...opened,
      events: [event('assigned', { to }), ...opened.events],
      set: { assignee: to },
    };
  };
