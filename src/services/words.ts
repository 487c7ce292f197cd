// What a service takes and costs, in words. Pure.
import { euros } from '../site/format.ts';
import type { Messages } from '../site/messages.ts';
import type { CONFIRMABLE, Service } from './schema.ts';

/** The longest time it takes, in words; null when only a note is known. */
export function timeText({ processingTime }: Service, { services: say }: Messages): string | null {
  const { workingDays, note } = processingTime;
  if (workingDays === null) return note ? null : say.timeUnknown;
  return workingDays === 0 ? say.atOnce : say.workingDays(workingDays);
}

/** The price in words; null when only a note is known. */
export function costText({ cost }: Service, { services: say }: Messages): string | null {
  if (cost.amount === null) return cost.note ? null : say.costUnknown;
  return cost.amount === 0 ? say.free : euros(cost.amount);
}

/** Price, time and ways to get it in one line for a list; what is not known is left out. */
export function shortFacts(service: Service, messages: Messages): string {
  const { amount } = service.cost;
  const { workingDays } = service.processingTime;
  const channels = [...new Set(service.channels.map(({ kind }) => messages.services.channelNames[kind]))];
  return [
    ...(amount === null ? [] : [costText(service, messages)]),
    ...(workingDays === null ? [] : [timeText(service, messages)]),
    channels.map(name => name.toLocaleLowerCase('lv')).join(', '),
  ].join(' · ');
}

export const isToConfirm = (service: Service, field: (typeof CONFIRMABLE)[number]): boolean =>
  service.toConfirm.includes(field);
