// Placeholders that `npm run content -- new` leaves for an editor: the check accepts them, the release check
// refuses them. Pure.
import type { ContentFile } from '../content-files.ts';
import { kindOf } from './document.ts';
import type { Mark } from './release.ts';
import { remembered } from './remembered.ts';

/** The placeholder: a text of its own, or a note behind a value that is only a guess. */
export const UNFILLED = 'AIZPILDIET';
/** A number that nobody has, so it is recognised as a placeholder without a note. */
export const UNFILLED_PHONE = '+371 00000000';
export const UNFILLED_HOST = 'aizpildiet.example';

const isUnfilled = (line: string): boolean =>
  line.includes(UNFILLED) || line.includes(UNFILLED_PHONE) || line.includes(UNFILLED_HOST);

/** All remaining placeholders, in the order of the files. */
export const unfilled = (files: readonly ContentFile[]): readonly Mark[] => files.flatMap(unfilledIn);

const unfilledIn = remembered(({ path, text }: ContentFile): readonly Mark[] => {
  if (kindOf(path) === undefined || !isUnfilled(text)) return [];
  const lines = text.split('\n');
  return lines.flatMap((line, index) =>
    isUnfilled(line) ? [{ file: path, line: index + 1, text: fieldAt(lines, index) }] : [],
  );
});

const KEY = /^(\s*(?:- )?)([a-z][\w-]*):/;

/** The field on a line, with the fields around it, for example `checked.on`; or the text below the fields. */
function fieldAt(lines: readonly string[], index: number): string {
  const line = lines[index] ?? '';
  const isEntry = /^\s*- /.test(line);
  const own = KEY.exec(line);
  if (own === null && !isEntry) return 'teksts';
  const names = own === null ? [] : [own[2] ?? ''];
  let depth = own === null ? line.search(/\S/) + 1 : (own[1] ?? '').length;
  for (const above of lines.slice(0, index).reverse()) {
    const [, indent = '', name = ''] = KEY.exec(above) ?? [];
    if (name === '' || indent.length >= depth) continue;
    names.unshift(name);
    depth = indent.length;
  }
  return names.join('.');
}
