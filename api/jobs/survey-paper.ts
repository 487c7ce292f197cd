// Paper sheets entered by staff: once, or twice by two people. Each turn stores the sheet, the key that marks
// it as stored and the event with the person who entered it, in one batch; the event contains no answer.

import { sameBytes, withLine } from '../domain/crypto/bytes.ts';
import { aWindowEach } from '../domain/crypto/windows.ts';
import { idempotencyHashOf, toInstant } from '../domain/intake.ts';
import type { Keyring } from '../domain/keyring.ts';
import type { Office } from '../domain/office.ts';
import { registerEvent } from '../domain/register/events.ts';
import type { Person } from '../domain/register/people.ts';
import { type Landing, type LandingTools, landingOf } from '../domain/surveys/landing.ts';
import {
  dayOf,
  type Entered,
  type NoSecond,
  openSheet,
  rememberedFrom,
  sealSheet,
  type TypedSheet,
  type WaitingSheet,
} from '../domain/surveys/paper.ts';
import type { Statement } from '../store/database.ts';
import type { Append, Journal } from '../store/journal.ts';
import {
  insertSaved,
  insertWaiting,
  removeWaiting,
  type SavedSheet,
  type SurveyPaperStore,
} from '../store/register/survey-paper.ts';
import { landStatements } from '../store/surveys/land.ts';

export interface SurveyPaper extends Pick<SurveyPaperStore, 'versions' | 'waiting'> {
  /** How many sheets of a survey the person entered today. */
  today(survey: string, by: Person): Promise<number>;
  /** Stores a sheet: finally, or until another person has read it again. */
  enter(sheet: TypedSheet, options: { readonly twice: boolean }): Promise<Entered>;
  /** A waiting sheet with its first reading, for a person other than the one who made that reading. */
  open(
    survey: string,
    serial: number,
    by: Person,
  ): Promise<{ readonly sheet: WaitingSheet; readonly first: TypedSheet['answers'] } | NoSecond>;
  /** Whether the person has already settled a sheet with this form key. */
  isSettled(key: string, by: Person): Promise<boolean>;
  /** Stores a sheet that was read twice; `differences` is the number of answers that had to be decided. */
  settle(
    sheet: TypedSheet,
    waiting: Pick<WaitingSheet, 'serial'> & { readonly differences: number },
  ): Promise<Entered | { readonly outcome: NoSecond }>;
  /** Withdraws a first reading; false when none is waiting. */
  withdraw(survey: string, serial: number, by: Person): Promise<boolean>;
}

export interface SurveyPaperTools extends Omit<LandingTools, 'windows'> {
  readonly store: SurveyPaperStore;
  readonly journal: Journal;
  readonly keyring: Keyring;
  readonly office: Office | null;
  readonly now: () => Date;
}

const utf8 = new TextEncoder();

/** Creates the service over its store. */
export function createSurveyPaper(tools: SurveyPaperTools): SurveyPaper {
  const { store, journal, keyring, primitives, now } = tools;
  const day = () => dayOf(now());

  /** Another person's form or a public form never has the same key. */
  const hashOf = (key: string, by: Person) => idempotencyHashOf(keyring, `paper ${by.id} ${key}`);

  async function savedOf({
    survey,
    answers,
    month,
    key,
    by,
  }: TypedSheet): Promise<Omit<SavedSheet, 'serial'>> {
    const content = utf8.encode(JSON.stringify(Object.entries(answers).toSorted()));
    return {
      idempotencyHash: await hashOf(key, by),
      // Also keyed by the form's key, so that our secret alone is not enough to try out answers.
      contentDigest: await keyring.mac(
        'content',
        withLine(`${key} ${survey.id} ${survey.version} ${month}`, content),
      ),
      survey: survey.id,
      person: by.id,
      day: day(),
    };
  }

  const landed = ({ survey, answers, month }: TypedSheet): Promise<Landing> =>
    landingOf(
      { ...tools, windows: aWindowEach({ recipients: keyring.recipients, primitives }) },
      { survey, answers, month, channel: 'paper', flags: [], at: now().getTime() },
    );

  const record = (
    append: Append,
    kind: 'survey-sheet-entered' | 'survey-sheet-checked' | 'survey-sheet-withdrawn',
    by: Person,
    detail: Readonly<Record<string, string | number>>,
  ) => append(registerEvent(kind, by, toInstant(now()), detail));

  /** Runs `decide` unless this form key was stored before; checked within the turn. */
  const once = async <Other extends { readonly outcome: string } = never>(
    sheet: TypedSheet,
    decide: (
      append: Append,
    ) => Promise<{ readonly statements: readonly Statement[]; readonly serial: number | null } | Other>,
  ): Promise<Entered | Other> => {
    const saved = await savedOf(sheet);
    return journal.run<Entered | Other>(async append => {
      const before = await store.saved(saved.idempotencyHash);
      if (before) {
        const same = sameBytes(before.contentDigest, saved.contentDigest);
        return {
          statements: [],
          result: same ? { outcome: 'repeated', serial: before.serial } : { outcome: 'conflict' },
        };
      }
      const decided = await decide(append);
      if ('outcome' in decided) return { statements: [], result: decided };
      const { statements, serial } = decided;
      const kept = insertSaved({ ...saved, serial }, rememberedFrom(saved.day));
      return { statements: [...statements, ...kept], result: { outcome: 'saved', serial } };
    });
  };

  const detailOf = ({ survey, month }: Pick<TypedSheet, 'survey' | 'month'>) => ({
    survey: survey.id,
    version: survey.version,
    month,
  });

  return {
    versions: store.versions,
    waiting: store.waiting,
    today: (survey, by) => store.countOn({ survey, person: by.id, day: day() }),
    async enter(sheet, { twice }) {
      const landing = twice ? null : await landed(sheet);
      return once<never>(sheet, async append => {
        await record(append, 'survey-sheet-entered', sheet.by, detailOf(sheet));
        if (landing) return { statements: landStatements([landing]), serial: null };
        const { survey, month, by, answers } = sheet;
        const serial = await store.nextSerial(survey.id);
        const waiting = {
          survey: survey.id,
          serial,
          version: survey.version,
          month,
          enteredBy: by.id,
          enteredOn: day(),
        };
        const sealed = await sealSheet({ primitives, keyring }, waiting, answers, now().getTime());
        return { statements: insertWaiting(sealed.sheet, sealed.windows), serial };
      });
    },
    async open(survey, serial, by) {
      const sheet = await store.find(survey, serial);
      if (!sheet) return 'gone';
      if (sheet.enteredBy === by.id) return 'yours';
      const first = tools.office && (await openSheet(primitives, tools.office, sheet));
      return first ? { sheet, first } : 'sealed';
    },
    isSettled: async (key, by) => (await store.saved(await hashOf(key, by))) !== null,
    async settle(sheet, { serial, differences }) {
      const landing = await landed(sheet);
      return once<{ readonly outcome: NoSecond }>(sheet, async append => {
        const waiting = await store.find(sheet.survey.id, serial);
        if (!waiting) return { outcome: 'gone' };
        if (waiting.enteredBy === sheet.by.id) return { outcome: 'yours' };
        await record(append, 'survey-sheet-checked', sheet.by, { ...detailOf(sheet), differences });
        return { statements: [...removeWaiting(waiting), ...landStatements([landing])], serial: null };
      });
    },
    withdraw: (survey, serial, by) =>
      journal.run(async append => {
        const waiting = await store.find(survey, serial);
        if (!waiting) return { statements: [], result: false };
        const { version, month } = waiting;
        await record(append, 'survey-sheet-withdrawn', by, { survey, version, month });
        return { statements: removeWaiting(waiting), result: true };
      }),
  };
}
