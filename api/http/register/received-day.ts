// Events recorded by staff cannot be earlier than the case itself.
import type { FieldError } from '../../../src/forms/field.ts';
import type { OfficeCase } from '../../domain/register/office-case.ts';
import { receivedOn } from '../../domain/register/term.ts';
import { answerWords } from '../../views/register/words-answer.ts';

/** Refuses a Riga date in `on` before the day of receipt; when that day is damaged, any date passes. */
export const notBeforeReceipt = ({ of }: OfficeCase, on: unknown): readonly FieldError[] =>
  String(on) < (receivedOn(of) ?? '') ? [{ field: 'on', message: answerWords.beforeReceipt }] : [];
