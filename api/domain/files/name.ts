// A file name that is safe to show and save: the person's own, without characters that could affect a program
// or a disk.
import { normalise } from '../normalise.ts';
import { type Format, factsOf } from './formats.ts';

/** UTF-16 units. File systems allow 255 bytes; Latvian letters have two. */
const MAX_NAME = 120;
const NAMELESS = 'fails';
/**
 * Control and formatting characters (including those that change the text direction), and characters that
 * Windows forbids.
 */
const UNSAFE = /[\p{C}\p{Zl}\p{Zp}<>:"/\\|?*]/gu;
/** Names that Windows reserves for devices, with any extension. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * A safe name with an extension that fits the format. Accepts any text; the result is not empty and has no
 * path and no extension of another kind.
 */
export function safeName(given: string, format: Format): string {
  const [first, ...more] = factsOf(format).extensions;
  const last = normalise(given, 'NFC').split(/[/\\]/).at(-1) ?? '';
  const clean = last.replaceAll(UNSAFE, '_').replaceAll(/\s+/g, ' ').trim();
  const [, base = clean, ending = ''] = /^(.*)\.([^.]*)$/.exec(clean) ?? [];
  const fits = [first, ...more].includes(ending.toLowerCase());
  // A fitting extension is removed from the name; any other stays, so that nothing is hidden.
  const stem = [...(fits ? base : clean)]
    .slice(0, MAX_NAME)
    .join('')
    .replace(/^[. ]+|[. ]+$/g, '');
  const named = stem === '' || DEVICE.test(stem) ? `${NAMELESS}${stem && `-${stem}`}` : stem;
  return `${named}.${fits ? ending.toLowerCase() : first}`;
}
