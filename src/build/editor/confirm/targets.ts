// Resolves which fact an editor means by `suna-registracija:cost` or `content/calendar/kalendars.yaml:36`.
// Pure.
import { type ContentDocument, fieldName } from '../../check/document.ts';
import { listed, nearest, quoted } from '../../check/wording.ts';
import { type Fact, factName, factsOf, isMarked, linesOf, markedParts } from './facts.ts';

/** A whole fact, or one of its marked parts. */
export interface Target {
  readonly fact: Fact;
  /** Index in the list of marks. */
  readonly part?: number;
}

export type Found = { readonly target: Target } | { readonly refusal: string };

/** Finds the fact: a file or code, optionally followed by a colon and a line or a field. */
export function findTarget(word: string, documents: readonly ContentDocument[]): Found {
  const [, name = word, place] = /^(.+?)(?::([^:/\\]+))?$/.exec(word) ?? [];
  const found = named(name, documents);
  const [document] = found;
  if (document === undefined) return { refusal: unknownName(name, documents) };
  if (found.length > 1)
    return {
      refusal: `${quoted(name)} ir vairākos failos; norādiet vienu: ${listed(found.map(({ file }) => file))}.`,
    };
  if (document.yaml.faults.length > 0)
    return {
      refusal: `Failu ${document.file} nevar nolasīt. Vispirms izlabojiet kļūdas: npm run content -- check`,
    };
  const facts = factsOf(document);
  if (facts.length === 0) return { refusal: nothingToConfirm(document) };
  return place === undefined ? onlyFact(document, facts) : atPlace(document, facts, place);
}

const nothingToConfirm = ({ file, data }: ContentDocument): string =>
  `Failā ${file} nav faktu ar avotu un pārbaudes dienu, tāpēc te nav ko apstiprināt.${
    (data as { sample?: unknown }).sample === true
      ? ' Parauga datus aizstājiet ar īstiem un rindu “sample: true” izdzēsiet.'
      : ''
  }`;

/** By path, with or without `content/`, or by code, which is the file name without its extension. */
function named(typed: string, documents: readonly ContentDocument[]): readonly ContentDocument[] {
  const path = typed.replaceAll('\\', '/').replace(/^\.\//, '');
  const byPath = documents.filter(({ file }) => file === path || file === `content/${path}`);
  if (byPath.length > 0) return byPath;
  const byCode = documents.filter(document => codeOf(document) === path);
  // A translation and its original share a code; the Latvian file has the facts.
  const own = byCode.filter(document => document.kind !== 'services-en' && factsOf(document).length > 0);
  return own.length > 0 ? own : byCode.slice(0, 1);
}

const codeOf = ({ file }: ContentDocument): string => file.replace(/^.*\/|\.\w+$/g, '');

function unknownName(name: string, documents: readonly ContentDocument[]): string {
  const near = nearest(
    name,
    documents.flatMap(document => [codeOf(document), document.file]),
  );
  const guess = near === undefined ? '' : ` Vai domājāt ${quoted(near)}?`;
  return `Satura faila ${quoted(name)} nav.${guess}`;
}

function onlyFact(document: ContentDocument, facts: readonly Fact[]): Found {
  const [fact] = facts;
  if (fact !== undefined && facts.length === 1) return { target: { fact } };
  return { refusal: `Failā ${document.file} ir vairāki fakti; nosauciet, kuru:\n${choices(facts)}` };
}

/** Each fact in a form to copy, unconfirmed facts first. */
const choices = (facts: readonly Fact[]): string =>
  facts
    .toSorted((a, b) => Number(isMarked(b)) - Number(isMarked(a)))
    .map(fact => `  ${factName(fact)}${isMarked(fact) ? ' – vēl jāapstiprina' : ''}`)
    .join('\n');

function atPlace(document: ContentDocument, facts: readonly Fact[], place: string): Found {
  const target = /^\d+$/.test(place) ? onLine(document, facts, Number(place)) : byField(facts, place);
  if (target !== undefined) return { target };
  const what = /^\d+$/.test(place) ? `${place}. rindā` : `laukā ${quoted(place)}`;
  const parts = facts.flatMap(markedParts).map(({ text }) => text);
  const ways =
    facts.length > 1 ? `\n${choices(facts)}` : parts.length > 0 ? ` Vēl jāapstiprina: ${listed(parts)}.` : '';
  return { refusal: `Failā ${document.file} ${what} nav nekā, ko apstiprināt.${ways}` };
}

function onLine(document: ContentDocument, facts: readonly Fact[], line: number): Target | undefined {
  for (const fact of facts) {
    const { yaml } = document;
    const onIt = markedParts(fact).flatMap(({ path }, part) => (yaml.lineOf(path) === line ? [part] : []));
    // Several marks on one line, or on the line of the field itself, mean the whole fact.
    const [part] = onIt;
    if (part !== undefined && onIt.length === 1 && yaml.lineOf(fact.marks) !== line) return { fact, part };
  }
  const fact = facts.find(each => linesOf(each).has(line));
  return fact && { fact };
}

function byField(facts: readonly Fact[], field: string): Target | undefined {
  const whole = facts.find(({ at }) => at.length > 0 && fieldName(at) === field);
  if (whole !== undefined) return { fact: whole };
  for (const fact of facts) {
    const part = markedParts(fact).findIndex(({ path, text }) => text === field || fieldName(path) === field);
    if (part !== -1) return { fact, part };
  }
  return undefined;
}
