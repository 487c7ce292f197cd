// Texts of surveys for the staff who handle them: storage, reading, clearing.

import type { DirectoryEntry } from '../../../src/contract/desk.ts';
import type { After } from '../../domain/crypto/after.ts';
import type { Primitives } from '../../domain/crypto/primitives.ts';
import type { Office } from '../../domain/office.ts';
import type { Journal } from '../../store/journal.ts';
import type { TextStore } from '../../store/surveys/texts.ts';
import { type Clearing, createClearing } from './clearing.ts';
import { createTextReader, type TextReader } from './reader.ts';

export interface SurveyTexts {
  readonly store: TextStore;
  readonly reader: TextReader;
  readonly clearing: Clearing;
}

interface Tools {
  readonly journal: Journal;
  /** Null when the office's key is kept elsewhere. */
  readonly office: Office | null;
  readonly primitives: Primitives;
  readonly now: () => Date;
  readonly store: TextStore;
  /** Names of the staff, used to detect whom a text may be about. */
  readonly directory: readonly DirectoryEntry[];
  readonly after?: After | undefined;
}

export function createSurveyTexts(tools: Tools): SurveyTexts {
  const reader = createTextReader(tools);
  return { store: tools.store, reader, clearing: createClearing({ ...tools, reader }) };
}
