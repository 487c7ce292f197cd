// Adds an entry at the end of a list and changes nothing else in the file. Pure.
import { stringify } from 'yaml';
import { type Node, schemaNode } from '../../../site/field-table.ts';
import { type ContentDocument, readDocument, SCHEMAS } from '../../check/document.ts';
import { valueAt } from '../../check/schema-path.ts';
import { entriesAt } from '../../check/values.ts';
import { quoted } from '../../check/wording.ts';
import { editYaml, hasCommentInside } from '../yaml-edit.ts';
import { NoPlace } from '../yaml-places.ts';
import { draftItem } from './draft.ts';
import type { EntryKind } from './kinds.ts';
import { nameFault, unknownFile } from './names.ts';
import type { Plan, Present } from './plan.ts';

/** The file with the entry added, or why it cannot be. */
export function entryPlan(kind: EntryKind, names: readonly string[], present: Present): Plan {
  const id = names.at(-1) ?? '';
  const fault = kind.named === 'words' ? undefined : nameFault(kind, id);
  if (fault !== undefined) return { refusal: fault };
  const documents = present.documents.filter(document => document.kind === kind.kind);
  const document = kind.inFileOf ? documents.find(each => each.id === names[0]) : documents[0];
  if (document === undefined) return { refusal: missing(kind, names[0] ?? '', documents) };
  const broken = `Failu ${document.file} nevar nolasīt. Vispirms izlabojiet kļūdas: npm run content -- check`;
  if (document.yaml.faults.length > 0) return { refusal: broken };
  const twice = existing(kind, id, document);
  if (twice !== undefined)
    return { refusal: `${quoted(id)} jau ir ierakstīts: ${document.file}:${twice}. Tur nekas nav mainīts.` };
  const { text } = present.files.find(({ path }) => path === document.file) ?? { text: '' };
  if (hasCommentInside(document.file, text, kind.list))
    return {
      refusal: `Failā ${document.file} sarakstā ${quoted(kind.list.join('.'))} ir piezīme iekavās. Rakstiet katru ieraksta rindu atsevišķi un mēģiniet vēlreiz.`,
    };
  const lines = kind.named === 'words' ? [wordsLine(names)] : itemLines(kind, id, document, present);
  const result = withEntry(kind, document, text, lines);
  return result !== undefined
    ? { path: document.file, text: result, isNew: false }
    : {
        refusal: `Failā ${document.file} ierakstu nevar pievienot, neskarot pārējo. Pievienojiet to ar roku:\n\n${lines.join('\n')}`,
      };
}

/** The file with the entry; undefined when anything else would have changed. */
function withEntry(
  kind: EntryKind,
  document: ContentDocument,
  text: string,
  lines: readonly string[],
): string | undefined {
  try {
    const result = editYaml(document.file, text, [{ append: kind.list, lines }]);
    return isWhole(kind, document, result) ? result : undefined;
  } catch (fault) {
    if (fault instanceof NoPlace) return undefined;
    throw fault;
  }
}

function itemLines(
  kind: EntryKind,
  id: string,
  { id: file }: ContentDocument,
  present: Present,
): readonly string[] {
  const { today, site, documents } = present;
  const colleagues = documents.filter(each => each.kind === 'staff' && each.id !== file).map(each => each.id);
  const node = nodeAt(schemaNode(SCHEMAS[kind.kind]), kind);
  return draftItem(node, { today, given: kind.given({ id, today, site, colleagues }) });
}

/** The schema of the list's entries. */
function nodeAt(schema: Node, { list }: EntryKind): Node {
  const found = list.reduce<Node | undefined>((node, part) => node?.properties?.[String(part)], schema);
  if (found?.items === undefined) throw new TypeError(`no list ${list.join('.')}`);
  return found.items;
}

const wordsLine = (words: readonly string[]): string =>
  `- ${stringify([...words], { collectionStyle: 'flow', lineWidth: 0, flowCollectionPadding: false }).trim()}`;

/** The line of an existing entry with this id. */
function existing({ list, key }: EntryKind, id: string, { data, yaml }: ContentDocument): number | undefined {
  if (key === undefined) return undefined;
  const entry = entriesAt(data, list).find(({ path }) => written(valueAt(data, [...path, key])) === id);
  return entry && yaml.lineOf(entry.path);
}

const written = (value: unknown): string =>
  value instanceof Date ? value.toISOString().slice(0, 10) : String(value);

/** True when all former entries are unchanged and exactly one was added. */
function isWhole({ list }: EntryKind, before: ContentDocument, text: string): boolean {
  const after = readDocument({ path: before.file, text, utf8: true });
  if (after === undefined || after.yaml.faults.length > 0 || after.body !== before.body) return false;
  const entries = entriesAt(after.data, list);
  const kept = structuredClone(after.data);
  const held = valueAt(kept, list);
  if (!Array.isArray(held)) return false;
  held.pop();
  const had = entriesAt(before.data, list).length;
  if (entries.length !== had + 1) return false;
  return JSON.stringify(sorted(kept, list, had)) === JSON.stringify(sorted(before.data, list, had));
}

/** Without the list itself when it was empty, because its key may be new. */
function sorted(data: unknown, [name = '']: EntryKind['list'], had: number): unknown {
  if (had > 0 || typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(Object.entries(data).filter(([key]) => key !== name));
}

function missing({ inFileOf }: EntryKind, typed: string, documents: readonly ContentDocument[]): string {
  if (inFileOf === undefined) return 'Faila, kurā ieraksts jāliek, nav. Palaidiet npm run content -- check';
  return unknownFile(
    inFileOf,
    typed,
    documents.map(({ id }) => id),
  );
}
