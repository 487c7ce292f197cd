// Sending by hand what the register cannot send: a reply by post or e-address. It waits from the closing step
// until somebody records the day it was sent; the term is judged by that day (facts: the date of posting
// counts).

import { rigaDate } from '../../../../src/calendar/dates.ts';
import type { SiteBundle } from '../../../../src/contract/site-bundle.ts';
import { CLOSED, type Content } from '../../submission.ts';
import type { Dispatch } from '../dispatch.ts';
import { type DecideAction, textOf } from '../office-step.ts';
import { byHand, servingOf } from '../serving.ts';

/** A closing step whose reply is sent by hand leaves it waiting; a reopened case has none. */
export const awaitingDispatch =
  (site: Pick<SiteBundle, 'calendar'>, content: Content | null, decide: DecideAction): DecideAction =>
  async context => {
    const effects = await decide(context);
    if ('refused' in effects || !effects.state) return effects;
    const { standing, at } = context;
    if (!CLOSED.has(effects.state))
      return effects.state === 'reopened'
        ? { ...effects, dispatch: { toSendSince: null, sentOn: null } }
        : effects;
    if (!effects.message || !content) return effects;
    const serving = servingOf(site, { kind: standing.kind, content, sentOn: rigaDate(new Date(at)) });
    return byHand(serving) ? { ...effects, dispatch: { toSendSince: at, sentOn: null } } : effects;
  };

/** `now`: the present dispatch data; a wrong record is replaced by a new one. */
export const dispatch =
  (now: Dispatch, message: string | undefined): DecideAction =>
  ({ data, event }) => {
    const [on, way] = [textOf({ data }, 'on'), textOf({ data }, 'way')];
    if (now.toSendSince === null && now.sentOn === null) return { refused: 'nothing-to-send' };
    if (now.sentOn === on) return { refused: 'nothing-changed' };
    return {
      events: [event('letter-sent', { on, way, ...(message ? { message } : {}) })],
      dispatch: { toSendSince: null, sentOn: on },
    };
  };
