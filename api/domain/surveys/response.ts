// From checked survey answers to a receipt and to the data that is stored; only the sender can connect the
// two.
import { rigaDate } from '../../../src/calendar/dates.ts';
import { formatDate } from '../../../src/calendar/format.ts';
import type { Answers } from '../../../src/forms/survey/asked.ts';
import type { SurveyDefinition } from '../../../src/forms/survey/definition.ts';
import { makeReference } from '../codes.ts';
import { aWindowEach } from '../crypto/windows.ts';
import { secondsSince } from '../form-key.ts';
import { type IntakeTools, idempotencyHashOf } from '../intake.ts';
import { contentFingerprint, KIND_NAMES, signReceipt } from '../receipt.ts';
import type { Suspicion } from '../suspicions.ts';
import type { SurveyChannel } from './counts.ts';
import { type Landing, type LandingTools, landingOf } from './landing.ts';

export interface NewResponse {
  readonly survey: string;
  /** The day only, Riga date. */
  readonly receivedOn: string;
  readonly contentDigest: Uint8Array;
  readonly idempotencyHash: Uint8Array;
  readonly reference: string;
  readonly receipt: string;
  readonly landing: Landing;
  /** Recognises the same answers on the same day; null when they are not compared. */
  readonly seen: Uint8Array | null;
  /** Marks the batch that stores it. */
  readonly turn: Uint8Array;
}

export interface SurveyArrival {
  readonly survey: SurveyDefinition;
  readonly answers: Answers;
  readonly receivedAt: Date;
  /** `YYYY-MM` in which it is counted, when that is not the month of arrival. */
  readonly month?: string | undefined;
  readonly idempotencyKey: string;
  readonly channel: SurveyChannel;
  readonly suspicions: readonly Suspicion[];
  readonly seen: Uint8Array | null;
}

const TURN_BYTES = 12;
const utf8 = new TextEncoder();

/** Nobody reads and answers a question faster; seconds. */
const SECONDS_A_QUESTION = 1;
/** With fewer answers, speed is not suspicious. */
const FEW_ANSWERS = 5;

/**
 * True when the answers came faster than anybody can read the questions. Only a key of ours tells when the
 * page was served.
 */
export function isSpeeder({
  answers,
  receivedAt,
  idempotencyKey,
}: Pick<SurveyArrival, 'answers' | 'receivedAt' | 'idempotencyKey'>): boolean {
  const given = Object.keys(answers).length;
  const seconds = secondsSince(idempotencyKey, receivedAt);
  return given >= FEW_ANSWERS && seconds !== null && seconds >= 0 && seconds < given * SECONDS_A_QUESTION;
}

/** A mark of equal answers from the same network on the same day; it reveals neither. */
export const seenMark = (
  { keyring }: Pick<IntakeTools, 'keyring'>,
  source: string,
  { survey, answers }: Pick<SurveyArrival, 'survey' | 'answers'>,
) => keyring.mac('survey-seen', `${source} ${survey.id} ${JSON.stringify(answers)}`);

/** The key of a response among those of all surveys. */
export const responseHashOf = (keyring: IntakeTools['keyring'], survey: string, idempotencyKey: string) =>
  idempotencyHashOf(keyring, `${survey} ${idempotencyKey}`);

/** Prepares a survey response for storing (rule point 10.1). `attempt` as in `prepare`. */
export async function prepareResponse(
  tools: IntakeTools & Pick<LandingTools, 'primitives' | 'random'>,
  arrival: SurveyArrival,
  attempt = 0,
): Promise<NewResponse> {
  const { keyring, site, primitives } = tools;
  const { survey, answers, receivedAt, idempotencyKey, channel, suspicions } = arrival;
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
    receivedOn,
    // Includes the key, which only the browser has, so that nobody can find out whose receipt these answers
    // belong to.
    contentDigest: await keyring.mac('content', `${survey.id} ${idempotencyKey}\n${serialised}`),
    idempotencyHash: await responseHashOf(keyring, survey.id, idempotencyKey),
    reference,
    receipt,
    seen: arrival.seen,
    turn: tools.random(TURN_BYTES),
    landing: await landingOf(
      { ...tools, windows: aWindowEach({ recipients: keyring.recipients, primitives }) },
      {
        survey,
        answers,
        at: receivedAt.getTime(),
        month: arrival.month ?? receivedOn.slice(0, 7),
        channel,
        flags: suspicions,
      },
    ),
  };
}
