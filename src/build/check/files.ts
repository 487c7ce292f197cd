// Checks the files themselves: names, places, encoding, and the presence of the single files. Pure.
import type { ContentFile } from '../content-files.ts';
import { isPicture } from '../pictures.ts';
import { kindOf, SINGLE_FILES } from './document.ts';
import type { Problem } from './problem.ts';
import { listed, quoted, slug } from './wording.ts';

/** Problems of a file that do not depend on its content. */
export function fileProblems(file: ContentFile): readonly Problem[] {
  // A picture has no text; its name is checked in `photos.ts`.
  if (isPicture(file.path)) return [];
  return [
    ...encodingProblems(file),
    ...(kindOf(file.path) === undefined ? [unreadFile(file.path)] : nameProblems(file.path)),
  ];
}

/** Missing files without which the site cannot be built. */
export function missingFiles(files: readonly ContentFile[]): readonly Problem[] {
  const paths = new Set(files.map(file => file.path));
  return Object.values(SINGLE_FILES)
    .filter(path => !paths.has(path))
    .map(file => ({
      file,
      line: 1,
      field: 'fails',
      found: '',
      message: 'šī faila nav',
      fix: 'Atjaunojiet failu no iepriekšējās redakcijas; bez tā vietni nevar uzbūvēt.',
      anchor: 'trukst-lauka',
    }));
}

function encodingProblems({ path, text, utf8 }: ContentFile): readonly Problem[] {
  const at = (line: number, found: string, message: string, fix: string): Problem => ({
    file: path,
    line,
    field: 'fails',
    found,
    message,
    fix,
    anchor: 'nepareiza-vertiba',
  });
  const lineOf = (sign: string) => text.slice(0, text.indexOf(sign)).split('\n').length;
  const save = 'Atveriet failu teksta redaktorā un saglabājiet ar kodējumu “UTF-8” (bez BOM).';
  const problems: Problem[] = [];
  if (!utf8)
    problems.push(
      at(lineOf('\uFFFD'), '', 'fails nav saglabāts UTF-8 kodējumā, tāpēc burtus nevar nolasīt', save),
    );
  if (text.startsWith('\uFEFF')) problems.push(at(1, 'BOM', 'faila sākumā ir neredzama zīme (BOM)', save));
  if (text.includes('\0')) {
    const fix = 'Izdzēsiet šo rindu un uzrakstiet to no jauna.';
    problems.push(at(lineOf('\0'), 'NUL', 'failā ir neredzama zīme (NUL)', fix));
  }
  return problems;
}

function nameProblems(path: string): readonly Problem[] {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (/^[a-z0-9][a-z0-9-]*\.(mdx?|yaml)$/.test(name)) return [];
  const [, stem = '', ending = ''] = /^(.*)\.(\w+)$/.exec(name) ?? [];
  return [
    {
      file: path,
      line: 1,
      field: 'faila nosaukums',
      found: name,
      message: `faila nosaukums ${quoted(name)} neder par adresi`,
      fix: `Pārdēvējiet par ${quoted(`${slug(stem)}.${ending.toLowerCase()}`)}: mazie burti bez garumzīmēm, cipari un defises.`,
      anchor: 'nepareiza-vertiba',
    },
  ];
}

const FOLDERS = ['rules', 'services', 'services-en', 'staff', 'hours', 'surveys', 'surveys-en', 'pages'].map(
  folder => `content/${folder}/`,
);

const unreadFile = (path: string): Problem => ({
  file: path,
  line: 1,
  field: 'fails',
  found: path,
  message: 'šo failu vietne nelasa',
  fix: `Pārvietojiet to tieši kādā no mapēm (${listed(FOLDERS)}) ar paplašinājumu .mdx vai .md, vai izdzēsiet.`,
  anchor: 'nepareiza-vertiba',
});
