// Places that `npm run content -- new` left for an editor to fill in: sound for the check, refused for publishing. Pure.
import type { ContentFile } from '../content-files.ts';
import { kindOf } from './document.ts';
import type { Mark } from './release.ts';
import { remembered } from './remembered.ts';

/** Stands where something is to be written: as a text of its own, or as a note behind a value that is only a guess. */
export const UNFILLED = 'AIZPILDIET';
/** No one has this number, and no one can be reached at this name: they give themselves away without a note. */
export const UNFILLED_PHONE = '+371 00000000';
export const UNFILLED_HOST = 'aizpildiet.example';

const isUnfilled = (line: string): boolean =>
  line.includes(UNFILLED) || line.includes(UNFILLED_PHONE) || line.includes(UNFILLED_HOST);

/** Everything that is still to be filled in, in the order of the files. */
export const unfilled = (files: readonly ContentFile[]): readonly Mark[] => files.flatMap(unfilledIn);

const unfilledIn = remembered(({ path, text }: ContentFile): readonly Mark[] => {
  if (kindOf(path) === undefined || !isUnfilled(text)) return [];
  const lines = text.split('\n');
  return lines.flatMap((line, index) =>
    isUnfilled(line) ? [{ file: path, line: index + 1, text: fieldAt(lines, index) }] : [],
  );
});

const KEY = /^(\s*(?:- )?)([a-z][\w-]*):/;

/** `checked.on`: the field on a line with those it stands in; or that it is the text below the fields. */
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
