// What staff record of a case did not happen before the case was there.
import type { FieldError } from '../../../src/forms/field.ts';
import type { OfficeCase } from '../../domain/register/office-case.ts';
import { receivedOn } from '../../domain/register/term.ts';
import { answerWords } from '../../views/register/words-answer.ts';

/** Refuses a Riga date in `on` before the day of receipt; where that is damaged, any day passes. */
export const notBeforeReceipt = ({ of }: OfficeCase, on: unknown): readonly FieldError[] =>
  String(on) < (receivedOn(of) ?? '') ? [{ field: 'on', message: answerWords.beforeReceipt }] : [];
