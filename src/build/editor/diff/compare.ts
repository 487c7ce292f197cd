// The changes between two versions of the content in the editors' terms: pages, fields, surveys, days. Pure.
import { type ContentDocument, readDocument } from '../../check/document.ts';
import { textAt } from '../../check/values.ts';
import type { ContentFile } from '../../content-files.ts';
import { isPicture } from '../../pictures.ts';
import { type Expiring, expiring } from './expiring.ts';
import { type FieldChange, fieldChanges } from './fields.ts';
import { addressesOf, publicAddresses, type Redirect, redirectsFor } from './pages.ts';
import { type SurveyChange, surveyChanges } from './surveys.ts';

export interface FileChange {
  readonly file: string;
  /** Its title; empty when it has none. */
  readonly title: string;
  readonly change: 'new' | 'gone' | 'renamed' | 'changed';
  /** Its former file name, after a rename. */
  readonly was?: string;
  readonly addresses: readonly string[];
  readonly fields: readonly FieldChange[];
}

export interface Comparison {
  readonly pages: {
    readonly new: readonly string[];
    readonly gone: readonly string[];
    readonly changed: readonly string[];
  };
  readonly redirects: readonly Redirect[];
  readonly files: readonly FileChange[];
  readonly surveys: readonly SurveyChange[];
  readonly expiring: readonly Expiring[];
  /** Files of either side whose fields cannot be read; they are not compared. */
  readonly unreadable: readonly string[];
}

/** Compares two contents; `today` is `YYYY-MM-DD`. */
export function compareContent(
  before: readonly ContentFile[],
  after: readonly ContentFile[],
  today: string,
): Comparison {
  const [old, now] = [documentsOf(before), documentsOf(after)];
  const unreadable = [...new Set([...old, ...now].filter(isBroken).map(({ file }) => file))];
  // A file that is unreadable on one side is not compared at all.
  const readable = ({ file }: ContentDocument): boolean => !unreadable.includes(file);
  const [had, has] = [
    publicAddresses(old.filter(readable), today),
    publicAddresses(now.filter(readable), today),
  ];
  const isThere = (route: string): boolean => had.has(route) || has.has(route);
  const files = [...textFiles(old, now, unreadable), ...pictures(before, after)].map(file => ({
    ...file,
    addresses: file.addresses.filter(isThere),
  }));
  const gone = [...had].filter(route => !has.has(route)).toSorted();
  const changed = files
    .filter(({ change }) => change === 'changed')
    .flatMap(({ addresses }) => addresses.filter(route => had.has(route) && has.has(route)));
  return {
    pages: {
      new: [...has].filter(route => !had.has(route)).toSorted(),
      gone,
      changed: [...new Set(changed)].toSorted(),
    },
    redirects: redirectsFor(gone, renamedAddresses(files, old), has),
    files,
    surveys: surveyChanges(old, now),
    expiring: expiring(now, today),
    unreadable,
  };
}

const documentsOf = (files: readonly ContentFile[]): readonly ContentDocument[] =>
  files.flatMap(file => readDocument(file) ?? []);

const isBroken = ({ yaml }: ContentDocument): boolean => yaml.faults.length > 0;
const keyOf = ({ kind, id }: ContentDocument): string => `${kind}/${id}`;

function textFiles(
  old: readonly ContentDocument[],
  now: readonly ContentDocument[],
  unreadable: readonly string[],
): readonly FileChange[] {
  // Files written by a command are not listed: the editor who ran it knows.
  const told = (documents: readonly ContentDocument[]) =>
    documents.filter(({ file, kind }) => kind !== 'survey-versions' && !unreadable.includes(file));
  const [known, present] = [told(old), told(now)];
  const [had, has] = [new Map(known.map(each => [keyOf(each), each])), new Set(present.map(keyOf))];
  const left = known.filter(each => !has.has(keyOf(each)));
  const found = present.flatMap((document): readonly FileChange[] => {
    const before = had.get(keyOf(document));
    if (before !== undefined) return changedFile(before, document);
    const was = left.find(each => isSameThing(each, document));
    if (was === undefined) return [fileChange(document, 'new')];
    left.splice(left.indexOf(was), 1);
    return [{ ...fileChange(document, 'renamed', fieldChanges(was, document)), was: was.file }];
  });
  return [...found, ...left.map(document => fileChange(document, 'gone'))].toSorted((a, b) =>
    a.file.localeCompare(b.file),
  );
}

function changedFile(before: ContentDocument, after: ContentDocument): readonly FileChange[] {
  const fields = fieldChanges(before, after);
  return fields.length === 0 ? [] : [fileChange(after, 'changed', fields)];
}

const fileChange = (
  document: ContentDocument,
  change: FileChange['change'],
  fields: readonly FieldChange[] = [],
): FileChange => ({
  file: document.file,
  title: titleOf(document),
  change,
  addresses: addressesOf(document),
  fields,
});

const titleOf = ({ data }: ContentDocument): string =>
  [...textAt(data, ['title']), ...textAt(data, ['name'])][0]?.value ?? '';

/** The same page under a new name: the same title or the same text. */
const isSameThing = (a: ContentDocument, b: ContentDocument): boolean =>
  a.kind === b.kind &&
  a.kind !== 'rules' &&
  ((titleOf(a) !== '' && titleOf(a) === titleOf(b)) ||
    (a.body.trim() !== '' && a.body.trim() === b.body.trim()));

function renamedAddresses(
  files: readonly FileChange[],
  old: readonly ContentDocument[],
): ReadonlyMap<string, string> {
  return new Map(
    files.flatMap(({ was, addresses: [to] }) => {
      const before = old.find(({ file }) => file === was);
      const [from] = before === undefined ? [] : addressesOf(before);
      return from === undefined || to === undefined ? [] : [[from, to] as const];
    }),
  );
}

/** Added and removed pictures. A replaced picture cannot be detected. */
function pictures(before: readonly ContentFile[], after: readonly ContentFile[]): readonly FileChange[] {
  const only = (files: readonly ContentFile[], others: readonly ContentFile[]) =>
    files.filter(({ path }) => isPicture(path) && !others.some(other => other.path === path));
  const entry =
    (change: 'new' | 'gone') =>
    (file: ContentFile): FileChange => ({
      file: file.path,
      title: 'attēls',
      change,
      addresses: [],
      fields: [],
    });
  return [...only(after, before).map(entry('new')), ...only(before, after).map(entry('gone'))];
}
