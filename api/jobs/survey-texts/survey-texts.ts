// Texts of surveys for those who work with them: where they lie, reading them, clearing them.

import type { Deps } from '../../deps.ts';
import type { DirectoryEntry } from '../../domain/register/desk-data.ts';
import type { TextStore } from '../../store/surveys/texts.ts';
import { type Clearing, createClearing } from './clearing.ts';
import { createTextReader, type TextReader } from './reader.ts';

export interface SurveyTexts {
  readonly store: TextStore;
  readonly reader: TextReader;
  readonly clearing: Clearing;
}

type Tools = Pick<Deps, 'journal' | 'office' | 'primitives' | 'now'> & {
  readonly store: TextStore;
  /** Names of the staff: by them one knows whom a text may be about. */
  readonly directory: readonly DirectoryEntry[];
};

export function createSurveyTexts(tools: Tools): SurveyTexts {
  const reader = createTextReader(tools);
  return { store: tools.store, reader, clearing: createClearing({ ...tools, reader }) };
}
