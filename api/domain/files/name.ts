// A file's name as it may be shown and saved: the person's own, without what could steer a program or a disk.
import { normalise } from '../normalise.ts';
import { type Format, factsOf } from './formats.ts';

/** UTF-16 units. File systems take 255 bytes; Latvian letters have two. */
const MAX_NAME = 120;
const NAMELESS = 'fails';
/** Control and formatting characters (among them those that turn the direction), and what Windows takes in no name. */
const UNSAFE = /[\p{C}\p{Zl}\p{Zp}<>:"/\\|?*]/gu;
/** Names Windows keeps for devices, whatever their ending. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * A safe name with an ending that fits the format. Any text may come in; what comes out is not empty, has no path and
 * no ending that makes it something else.
 */
export function safeName(given: string, format: Format): string {
  const [first, ...more] = factsOf(format).extensions;
  const last = normalise(given, 'NFC').split(/[/\\]/).at(-1) ?? '';
  const clean = last.replaceAll(UNSAFE, '_').replaceAll(/\s+/g, ' ').trim();
  const [, base = clean, ending = ''] = /^(.*)\.([^.]*)$/.exec(clean) ?? [];
  const fits = [first, ...more].includes(ending.toLowerCase());
  // An ending that fits is no part of the name; one that does not stays in it, so that nothing is hidden.
  const stem = [...(fits ? base : clean)]
    .slice(0, MAX_NAME)
    .join('')
    .replace(/^[. ]+|[. ]+$/g, '');
  const named = stem === '' || DEVICE.test(stem) ? `${NAMELESS}${stem && `-${stem}`}` : stem;
  return `${named}.${fits ? ending.toLowerCase() : first}`;
}
