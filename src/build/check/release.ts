// What prevents publishing the content: sample data, unconfirmed facts, outdated checks. Pure.
import { isStale } from '../../services/freshness.ts';
import type { ContentFile } from '../content-files.ts';
import { type ContentDocument, fieldName, readDocument } from './document.ts';
import { dateAt } from './values.ts';
import type { Path } from './yaml.ts';

/** A place in a content file, and what to say about it. */
export interface Mark {
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

/** Everything marked `sample: true`: invented, never to be published. */
export function samples(files: readonly ContentFile[]): readonly Mark[] {
  return marks(files, (key, value, parent) =>
    key === 'sample' && value === true ? [fieldName(parent) || 'viss fails'] : [],
  );
}

/** Everything listed under `toConfirm`: shown to visitors but not yet confirmed by the institution. */
export function unconfirmed(files: readonly ContentFile[]): readonly Mark[] {
  return marks(files, (key, value, parent) => {
    if (key !== 'toConfirm') return [];
    if (Array.isArray(value)) return value.length === 0 ? [] : [value.join('; ')];
    return value === true ? [fieldName(parent) || 'viss fails'] : [];
  });
}

/** Services whose last check is so long before `today` that their page says so, the oldest first. */
export function staleServices(files: readonly ContentFile[], today: string): readonly Mark[] {
  return documentsOf(files)
    .flatMap(document => {
      const on = document.kind === 'services' ? dateAt(document.data, ['checked', 'on']) : undefined;
      return on === undefined || !isStale(on, today) ? [] : [{ document, on }];
    })
    .toSorted((a, b) => a.on.localeCompare(b.on))
    .map(({ document, on }) => ({
      file: document.file,
      line: document.yaml.lineOf(['checked', 'on']),
      text: `pārbaudīts ${on}`,
    }));
}

const documentsOf = (files: readonly ContentFile[]): readonly ContentDocument[] =>
  files.flatMap(file => readDocument(file) ?? []);

/** The messages that `say` has about a field, given its key, its value and the path of its parent. */
type Say = (key: string, value: unknown, parent: Path) => readonly string[];

function marks(files: readonly ContentFile[], say: Say): readonly Mark[] {
  return documentsOf(files).flatMap(document =>
    fields(document.data, []).flatMap(({ path, value }) =>
      say(String(path.at(-1)), value, path.slice(0, -1)).map(text => ({
        file: document.file,
        line: document.yaml.lineOf(path),
        text,
      })),
    ),
  );
}

/** Every field at every depth. */
function fields(value: unknown, path: Path): readonly { readonly path: Path; readonly value: unknown }[] {
  if (typeof value !== 'object' || value === null || value instanceof Date) return [];
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return entries.flatMap(([key, inner]) => {
    const at = [...path, key];
    return [{ path: at, value: inner as unknown }, ...fields(inner, at)];
  });
}
