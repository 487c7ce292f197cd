// From checked survey answers to a row that says nothing about who answered: no time of day, no code to look it up by.
import { rigaDate } from '../../src/calendar/dates.ts';
import { formatDate } from '../../src/calendar/format.ts';
import type { SurveyDefinition } from '../../src/forms/survey/definition.ts';
import { makeReference } from './codes.ts';
import { type IntakeTools, idempotencyHashOf } from './intake.ts';
import { contentFingerprint, KIND_NAMES, signReceipt } from './receipt.ts';
import type { Content } from './submission.ts';

export interface NewResponse {
  readonly survey: string;
  readonly version: number;
  /** The day only, Riga date. */
  readonly receivedOn: string;
  readonly answers: Content;
  readonly contentDigest: Uint8Array;
  readonly idempotencyHash: Uint8Array;
  readonly reference: string;
  readonly receipt: string;
  /** Why it may be spam, as code words; empty for most. */
  readonly suspicions: readonly string[];
}

export interface SurveyArrival {
  readonly survey: SurveyDefinition;
  readonly answers: Content;
  readonly receivedAt: Date;
  readonly idempotencyKey: string;
  readonly suspicions: readonly string[];
}

const utf8 = new TextEncoder();

/** Prepares a survey response for storing (rule point 10.1). `attempt` as in `prepare`. */
export async function prepareResponse(
  tools: IntakeTools,
  arrival: SurveyArrival,
  attempt = 0,
): Promise<NewResponse> {
  const { keyring, site, primitives } = tools;
  const { survey, answers, receivedAt, idempotencyKey, suspicions } = arrival;
  const serialised = JSON.stringify(answers);
  const receivedOn = rigaDate(receivedAt);
  const reference = makeReference(
    receivedOn.slice(0, 4),
    await keyring.mac('reference', `${survey.id} ${idempotencyKey} ${attempt}`),
  );
  const receipt = await signReceipt(keyring, {
    centre: site.centre.name,
    reference,
    kind: KIND_NAMES.survey,
    receivedAt: formatDate(receivedOn),
    dueOn: 'nav noteikts',
    digest: await contentFingerprint(primitives, idempotencyKey, utf8.encode(serialised)),
  });
  return {
    survey: survey.id,
    version: survey.version,
    receivedOn,
    answers,
    contentDigest: await keyring.mac('content', `${survey.id}\n${serialised}`),
    idempotencyHash: await idempotencyHashOf(keyring, `${survey.id} ${idempotencyKey}`),
    reference,
    receipt,
    suspicions,
  };
}
