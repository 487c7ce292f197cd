// Returned paper sheets: when they may be entered, and a first reading that stays sealed until the second.
// Pure.
import { addDays, monthAfter, rigaDate } from '../../../src/calendar/dates.ts';
import type { Answers } from '../../../src/forms/survey/asked.ts';
import type { SurveyDefinition } from '../../../src/forms/survey/definition.ts';
import { openJson, sealJson, type WrappedKey, wrapKey } from '../crypto/content-key.ts';
import { place } from '../crypto/place.ts';
import type { Primitives } from '../crypto/primitives.ts';
import { aWindowEach, type SealedWindow } from '../crypto/windows.ts';
import type { Keyring } from '../keyring.ts';
import type { Office } from '../office.ts';
import type { Person } from '../register/people.ts';

/** Days after a survey's end in which collected sheets may still be entered. */
export const GRACE_DAYS = 31;

type Period = Pick<SurveyDefinition, 'opens' | 'closes'>;

const lastDayOfEntry = ({ closes }: Period): string => addDays(closes, GRACE_DAYS);

export type EntryState = 'open' | 'future' | 'over';

/** Whether sheets may be entered on this day (`YYYY-MM-DD`, Europe/Riga). */
export function entryState(survey: Period, today: string): EntryState {
  if (today < survey.opens) return 'future';
  return today > lastDayOfEntry(survey) ? 'over' : 'open';
}

/** Possible months of receipt of a sheet, the present one first; empty when none may be entered. */
export function receiptMonths(survey: Period, today: string): readonly string[] {
  if (entryState(survey, today) !== 'open') return [];
  const [first, last] = [survey.opens.slice(0, 7), today.slice(0, 7)];
  const months: string[] = [];
  for (let at = last; at >= first; at = monthAfter(at, -1)) months.push(at);
  return months;
}

/** One sheet as typed by one person. */
export interface TypedSheet {
  readonly survey: SurveyDefinition;
  readonly answers: Answers;
  /** When it was received, `YYYY-MM`. */
  readonly month: string;
  /** The key of this filling-in of the form. */
  readonly key: string;
  readonly by: Person;
}

export type Entered =
  /** `serial`: its number while it waits; null after it was stored. */
  | { readonly outcome: 'saved' | 'repeated'; readonly serial: number | null }
  /** The same key with other answers. */
  | { readonly outcome: 'conflict' };

/** Why a waiting sheet cannot be read again. */
export type NoSecond = 'yours' | 'gone' | 'sealed';

/** The day on which a sheet is entered. */
export const dayOf = (now: Date): string => rigaDate(now);

/** Long enough for returning to an old page; who entered how much must not be stored for longer. */
const REMEMBERED_DAYS = 31;

/** The first day for which it is known that a sheet was saved. */
export const rememberedFrom = (today: string): string => addDays(today, -REMEMBERED_DAYS);

/** A first reading that waits for the second. */
export interface WaitingSheet {
  readonly survey: string;
  /** Also printed on the paper. */
  readonly serial: number;
  readonly version: number;
  readonly month: string;
  /** Person id. */
  readonly enteredBy: string;
  /** `YYYY-MM-DD`, Europe/Riga. */
  readonly enteredOn: string;
}

export interface SealedSheet extends WaitingSheet {
  readonly windowId: string;
  readonly wrappedKey: Uint8Array;
  readonly sealed: Uint8Array;
}

/** The name for which a sheet's key is wrapped; it cannot be the reference of a case. */
const nameOf = ({ survey, serial }: Pick<WaitingSheet, 'survey' | 'serial'>): string =>
  `APTAUJA ${survey} ${serial}`;

const sheetPlace = (sheet: WaitingSheet): Uint8Array =>
  place('survey_paper', 'sealed', [nameOf(sheet), sheet.version, sheet.month, sheet.enteredBy].join(' '));

interface SealingTools {
  readonly primitives: Primitives;
  readonly keyring: Pick<Keyring, 'recipients'>;
}

/**
 * Seals a first reading to the office. In its own window, which is deleted with the sheet and is independent
 * of erased cases. `at` in milliseconds.
 */
export async function sealSheet(
  { primitives, keyring }: SealingTools,
  sheet: WaitingSheet,
  answers: Answers,
  at: number,
): Promise<{ readonly sheet: SealedSheet; readonly windows: readonly SealedWindow[] }> {
  return aWindowEach({ recipients: keyring.recipients, primitives }).use(at, async window => {
    const key = primitives.random(32);
    const { forOffice } = await wrapKey(primitives, key, {
      reference: nameOf(sheet),
      window,
      trackingCode: null,
    });
    const sealed = await sealJson(primitives, key, answers, sheetPlace(sheet));
    return {
      sheet: { ...sheet, windowId: window.id, wrappedKey: forOffice, sealed },
      windows: window.sealed,
    };
  });
}

/** The first reading, opened with the office's key; null when it does not open. */
export async function openSheet(
  primitives: Primitives,
  office: Office,
  { windowId, wrappedKey, sealed, ...sheet }: SealedSheet,
): Promise<Answers | null> {
  const wrapped: WrappedKey = { windowId, forOffice: wrappedKey, forCode: null };
  const key = await office.contentKey({ ...wrapped, reference: nameOf(sheet) });
  return key && openJson<Answers>(primitives, key, sealed, sheetPlace(sheet));
}
