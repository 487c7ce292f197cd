// Checks the photographs of staff: each named file exists, and each existing file is named. Pure.

import { PHOTO_NAME } from '../../staff/schema.ts';
import type { ContentFile } from '../content-files.ts';
import { isPicture } from '../pictures.ts';
import { type ContentDocument, problemAt } from './document.ts';
import type { Problem } from './problem.ts';
import { textAt } from './values.ts';
import { nearest, quoted } from './wording.ts';

const FIELD = ['photo', 'file'] as const;
const FOLDER = 'content/staff/';

/**
 * Missing photographs, and photographs that no staff file names: a person who left must not remain on the
 * site.
 */
export function photoProblems(
  files: readonly ContentFile[],
  documents: readonly ContentDocument[],
): readonly Problem[] {
  const pictures = files.filter(({ path }) => isPicture(path)).map(({ path }) => path.slice(FOLDER.length));
  const named = documents
    .filter(({ kind }) => kind === 'staff')
    .flatMap(document => textAt(document.data, FIELD).map(({ value }) => ({ document, value })));
  const missing = named
    // A name that is not a picture's name is reported elsewhere.
    .filter(({ value }) => PHOTO_NAME.test(value) && !pictures.includes(value))
    .map(({ document, value }) => {
      const near = nearest(value, pictures);
      return problemAt(document, FIELD, {
        found: value,
        message: `attēla ${quoted(value)} nav mapē ${FOLDER}`,
        fix: `${near === undefined ? '' : `Vai domājāt ${quoted(near)}? `}Ielieciet attēlu šajā mapē vai lauku “photo” izdzēsiet.`,
        anchor: 'nezinama-atsauce',
      });
    });
  const orphans = pictures
    .filter(picture => named.every(({ value }) => value !== picture))
    .map(
      (picture): Problem => ({
        file: FOLDER + picture,
        line: 1,
        field: 'fails',
        found: picture,
        message: 'šis attēls nav norādīts neviena darbinieka failā',
        fix: `Darbinieka failā ierakstiet photo: { file: ${picture}, alt: "…" } vai attēlu izdzēsiet.`,
        anchor: 'nezinama-atsauce',
      }),
    );
  return [...missing, ...orphans];
}
