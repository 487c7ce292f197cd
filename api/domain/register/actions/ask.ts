// Asks the submitter for missing information. The term continues: the law has no pause, only an extension for
// information that has to be obtained (Iesniegumu likums 5(3)), which may be combined with this step.
import { rigaDate } from '../../../../src/calendar/dates.ts';
import type { SiteBundle } from '../../../../src/contract/site-bundle.ts';
import type { Case } from '../../case.ts';
import { type DecideAction, textOf } from '../office-step.ts';
import { type Extension, extendedDue, extensionOf } from '../term.ts';
import { paragraphs, told } from '../told.lv.ts';
import { extendedEvent } from './extend.ts';
import { tell } from './tell.ts';

/** Index of the policy's reason that information has to be obtained (“jāiegūst …”); -1 when there is none. */
export const informationReason = ({ reasons }: Pick<Extension, 'reasons'>): number =>
  reasons.findIndex(reason => reason.includes('iegū'));

export const ask =
  (site: SiteBundle, of: Case): DecideAction =>
  async context => {
    const { data, at } = context;
    const question = { event: 'needs-information', kind: 'information-request' } as const;
    if (data['extend'] !== true) {
      const asked = await tell(context, { ...question, text: textOf(context, 'text') });
      return 'refused' in asked ? asked : { ...asked, state: 'needs-information' };
    }
    const extension = extensionOf(site, of, rigaDate(new Date(at)));
    if ('refused' in extension) return extension;
    const index = informationReason(extension);
    const reason = extension.reasons[index];
    if (reason === undefined) return { refused: 'no-extension' };
    const { dueOn, law } = extension;
    const text = paragraphs(textOf(context, 'text'), told.extended(dueOn, reason, law));
    const asked = await tell(context, { ...question, text });
    if ('refused' in asked) return asked;
    return {
      ...asked,
      state: 'needs-information',
      events: [...asked.events, extendedEvent(context, extension, index)],
      due: extendedDue(extension, reason),
    };
  };
