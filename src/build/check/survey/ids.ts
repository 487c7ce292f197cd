// Finds names in a survey that already have another meaning. Repeated names are found by the general check.
// Pure.
import { BACK_FIELD, CANT_SAY, PAGE_FIELD, TOKEN_FIELD } from '../../../forms/field.ts';
import { VERSION_FIELD } from '../../../forms/survey/version-field.ts';
import { TRAP } from '../../../forms/trap.ts';
import { type ContentDocument, problemAt } from '../document.ts';
import type { Problem } from '../problem.ts';
import { textsAt } from '../values.ts';
import { quoted } from '../wording.ts';
import { type FoundQuestion, questionsOf } from './read.ts';

/**
 * Names of fields that are sent beside the answers. Names with capitals need no entry: ids cannot contain
 * them.
 */
const RESERVED: ReadonlySet<string> = new Set([PAGE_FIELD, BACK_FIELD, VERSION_FIELD, TOKEN_FIELD, TRAP]);

/** Questions and answers whose name already has another meaning. */
export const reservedIds = (document: ContentDocument): readonly Problem[] =>
  questionsOf(document).flatMap(question => [
    ...takenName(document, question),
    ...cantSay(document, question),
  ]);

const takenName = (document: ContentDocument, { path, id }: FoundQuestion): readonly Problem[] =>
  RESERVED.has(id)
    ? [
        problemAt(document, [...path, 'id'], {
          found: id,
          message: `kods ${quoted(id)} jau aizņemts: ar to veidlapa sūta savu lauku`,
          fix: `Dodiet citu kodu, piemēram, ${quoted(`${id}-1`)}.`,
          anchor: 'dublets',
        }),
      ]
    : [];

const cantSay = (document: ContentDocument, { path, kind }: FoundQuestion): readonly Problem[] =>
  textsAt(document.data, [...path, 'options'], 'id')
    .filter(({ value }) => value === CANT_SAY)
    .map(option =>
      problemAt(document, option.path, {
        found: CANT_SAY,
        message: `kods ${quoted(CANT_SAY)} jau aizņemts: tā apzīmē “Nevaru atbildēt”`,
        fix:
          kind === 'choice'
            ? 'Šo atbildi izdzēsiet un jautājumam pierakstiet “cantSay: true”.'
            : 'Dodiet atbildei citu kodu.',
        anchor: 'dublets',
      }),
    );
