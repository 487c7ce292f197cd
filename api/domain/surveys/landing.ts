// What is stored of one answered survey: choices in one row, texts separately and sealed to the office, and
// its additions to the counts. It contains no time, and nothing connects a text to the other answers (rule
// points 10, 10.1, 10.2).
import { type Answers, askedOf } from '../../../src/forms/survey/asked.ts';
import { isWritten, questionsOf, type SurveyDefinition } from '../../../src/forms/survey/definition.ts';
import { hex } from '../crypto/bytes.ts';
import { wrapKey } from '../crypto/content-key.ts';
import { place } from '../crypto/place.ts';
import type { Primitives } from '../crypto/primitives.ts';
import type { KeyWindow, SealedWindow, Windows } from '../crypto/windows.ts';
import type { Suspicion } from '../suspicions.ts';
import { type CountRow, countsOf, type SurveyChannel } from './counts.ts';

/** A text to be sealed to the office. */
interface LandingText {
  readonly id: Uint8Array;
  readonly question: string;
  /** The person's satisfaction, when the survey asks it and is not a staff survey. */
  readonly rating: number | null;
  readonly forOffice: Uint8Array;
  readonly sealed: Uint8Array;
  readonly windowId: string;
  /** The window it is sealed in, as stored. */
  readonly windows: readonly SealedWindow[];
}

export interface Landing {
  readonly survey: SurveyDefinition;
  readonly id: Uint8Array;
  /** `YYYY-MM`; empty for staff surveys. */
  readonly month: string;
  readonly channel: SurveyChannel;
  readonly flags: readonly Suspicion[];
  /** Without texts. */
  readonly answers: Answers;
  readonly texts: readonly LandingText[];
  readonly counts: readonly CountRow[];
}

export interface LandingTools {
  readonly primitives: Primitives;
  /**
   * Called for each text. When answers are stored one by one, each text has its own window: `aWindowEach`.
   */
  readonly windows: Windows;
  readonly random: (length: number) => Uint8Array;
}

export interface Answered {
  readonly survey: SurveyDefinition;
  /** Checked, by field name; answers to questions that were not asked are dropped here too. */
  readonly answers: Answers;
  /** Milliseconds; only selects the key window that seals the texts. */
  readonly at: number;
  /** `YYYY-MM`, Europe/Riga; not stored for staff surveys. */
  readonly month: string;
  readonly channel: SurveyChannel;
  readonly flags: readonly Suspicion[];
}

const ID_BYTES = 16;
const utf8 = new TextEncoder();

/** The place of this row's text; used when sealing and opening. */
export const textPlace = (id: Uint8Array): Uint8Array => place('survey_texts', 'sealed', hex(id));

/** Seals a text to the office under its own key. `id` names its row. */
async function sealText(
  { primitives }: Pick<LandingTools, 'primitives'>,
  window: KeyWindow,
  id: Uint8Array,
  text: string,
): Promise<{ readonly forOffice: Uint8Array; readonly sealed: Uint8Array }> {
  const key = primitives.random(32);
  const { forOffice } = await wrapKey(primitives, key, { reference: hex(id), window, trackingCode: null });
  return { forOffice, sealed: await primitives.seal(key, utf8.encode(text), textPlace(id)) };
}

function ratingOf({ audience, sections }: SurveyDefinition, answers: Answers): number | null {
  if (audience === 'staff') return null;
  const question = questionsOf({ sections }).find(
    ({ kind, ...of }) => kind === 'scale' && 'measure' in of && of.measure === 'csat',
  );
  const rating = Number(question && answers[question.id]);
  return Number.isInteger(rating) ? rating : null;
}

/** Prepares what is stored of one answered survey. */
export async function landingOf(tools: LandingTools, answered: Answered): Promise<Landing> {
  const { survey, at, channel, flags } = answered;
  const { asked, answers } = askedOf(survey, answered.answers);
  const month = survey.audience === 'staff' ? '' : answered.month;
  const written = new Set(
    questionsOf(survey)
      .filter(isWritten)
      .map(({ id }) => id),
  );
  const texts = Object.entries(answers).filter(([name]) => written.has(name));
  const rating = ratingOf(survey, answers);
  return {
    survey,
    id: tools.random(ID_BYTES),
    month,
    channel,
    flags,
    answers: Object.fromEntries(Object.entries(answers).filter(([name]) => !written.has(name))),
    texts: await Promise.all(
      texts.map(([question, text]) => {
        const id = tools.random(ID_BYTES);
        return tools.windows.use(at, async window => {
          const sealed = await sealText(tools, window, id, String(text));
          return { id, question, rating, ...sealed, windowId: window.id, windows: window.sealed };
        });
      }),
    ),
    counts: countsOf(survey, { answers, asked, month, channel, flagged: flags.length > 0 }),
  };
}
