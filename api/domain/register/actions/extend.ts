// Extends the term, once, for a reason in the law (Iesniegumu likums 5(3)); the submitter is always told.
import { rigaDate } from '../../../../src/calendar/dates.ts';
import type { SiteBundle } from '../../../../src/contract/site-bundle.ts';
import type { Case } from '../../case.ts';
import { type DecideAction, type OfficeContext, textOf } from '../office-step.ts';
import { type Extension, extendedDue, extensionOf } from '../term.ts';
import { paragraphs, told } from '../told.lv.ts';
import { tell } from './tell.ts';

/** The event of an extension. `ground` is the number of the policy's reason, from 1. */
export const extendedEvent = ({ event, standing }: OfficeContext, { dueOn }: Extension, reason: number) =>
  event('due-extended', { from: standing.dueOn, to: dueOn, ground: String(reason + 1) });

export const extend =
  (site: SiteBundle, of: Case): DecideAction =>
  async context => {
    const extension = extensionOf(site, of, rigaDate(new Date(context.at)));
    if ('refused' in extension) return extension;
    const index = Number(textOf(context, 'reason')) - 1;
    const reason = extension.reasons[index];
    if (reason === undefined) return { refused: 'no-extension' };
    const { dueOn, law } = extension;
    const text = paragraphs(told.extended(dueOn, reason, law), textOf(context, 'text'));
    const effects = await tell(context, { event: 'message-sent', text });
    if ('refused' in effects) return effects;
    return {
      ...effects,
      events: [...effects.events, extendedEvent(context, extension, index)],
      due: extendedDue(extension, reason),
    };
  };
