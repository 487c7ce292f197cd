// Takes a case over: from nobody, or from a colleague.
import { CLOSED } from '../../submission.ts';
import type { DecideAction, OfficeContext } from '../office-step.ts';

/** The first person to take a case opens its examination. */
export const opening = ({ standing, event }: OfficeContext) =>
  standing.state === 'received' && !CLOSED.has(standing.state)
    ? { state: 'in-review' as const, events: [event('in-review')] }
    : { events: [] };

export const take: DecideAction = context => {
  const { event, person } = context;
  const opened = opening(context);
  return {
    ...opened,
    events: [event('assigned', { to: person.id }), ...opened.events],
    set: { assignee: person.id },
  };
};
