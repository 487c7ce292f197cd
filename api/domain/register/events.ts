// Events of the register itself, such as sign-ins and rights. They are in the same chain as case events,
// under this reference.
import { type EventDetail, type NewEvent, staffActor } from '../chain.ts';
import type { Person } from './people.ts';

export const REGISTER = 'REGISTRS';

const REGISTER_EVENTS = [
  'signed-in',
  'signed-out',
  'sign-in-failed',
  'session-ended',
  'recovery-codes-made',
  'passkey-added',
  'passkey-removed',
  'person-added',
  'person-changed',
  'person-invited',
  'person-deactivated',
  'person-activated',
  'exported',
  'searched',
  'person-looked-up',
  'person-exported',
  'act-made',
  'act-dropped',
  'act-begun',
  'act-done',
  'chain-checked',
  'restored',
  'records-marked',
  'survey-sheet-entered',
  'survey-sheet-checked',
  'survey-sheet-withdrawn',
  'survey-text-viewed',
  'survey-texts-viewed',
  'survey-text-redacted',
  'survey-text-cleared',
  'survey-text-withheld',
  'survey-text-returned',
  'survey-text-tagged',
  'survey-texts-searched',
  'survey-invited',
  'survey-landed',
  'survey-dropped',
  'survey-destroyed',
  'survey-hold-set',
  'survey-hold-lifted',
] as const;
export type RegisterEvent = (typeof REGISTER_EVENTS)[number];

/** An event in a person's name; its detail contains only codes and ids. */
export const registerEvent = (
  kind: RegisterEvent,
  by: Pick<Person, 'id'> | 'system',
  at: string,
  detail: EventDetail = {},
): NewEvent => ({
  reference: REGISTER,
  at,
  kind,
  actor: by === 'system' ? by : staffActor(by.id),
  detail,
});

/** An event as shown to people who audit the chain. */
export interface LoggedEvent {
  readonly seq: number;
  readonly at: string;
  readonly kind: string;
  readonly actor: string;
  readonly reference: string;
}
