// Checks a document against its schema and translates zod's messages into Latvian. Pure.
import type * as z from 'zod';
import { type ContentDocument, fieldName, problemAt, SCHEMAS } from './document.ts';
import { example, fault, unionOptions } from './faults.ts';
import type { Problem } from './problem.ts';
import { description, keysOf, kindsWith, narrowed, schemaAt, valueAt } from './schema-path.ts';
import { excerpt, listed, nearest, quoted } from './wording.ts';
import type { Path } from './yaml.ts';

type Issue = z.core.$ZodIssue;

/** All differences between the fields of a document and its schema. */
export function schemaProblems(document: ContentDocument): readonly Problem[] {
  if (document.yaml.faults.length > 0) return [];
  const result = SCHEMAS[document.kind].safeParse(document.data);
  return result.success ? [] : issueProblems(document, result.error.issues, []);
}

function issueProblems(document: ContentDocument, issues: readonly Issue[], base: Path): readonly Problem[] {
  const renamed = new Set<string>();
  for (const issue of issues) {
    if (issue.code !== 'unrecognized_keys') continue;
    const path = [...base, ...issue.path];
    for (const key of issue.keys) renamed.add(fieldName([...path, meant(document, path, key) ?? '']));
  }
  const seen = new Set<string>();
  return issues.flatMap(issue => {
    const path = [...base, ...issue.path];
    const value = valueAt(document.data, path);
    // A misspelt name is one mistake, not an unknown field plus a missing one.
    if (value === undefined && renamed.has(fieldName(path))) return [];
    if (issue.code === 'unrecognized_keys') return issue.keys.map(key => unknownField(document, path, key));
    if (issue.code === 'invalid_union' && issue.errors.length > 0)
      return closestBranch(document, issue, path);
    // A badly written time also fails the check "ends before it starts"; only the first message about a value
    // is kept.
    if (seen.has(fieldName(path))) return [];
    seen.add(fieldName(path));
    return [issueProblem(document, issue, path, value)];
  });
}

/** Of the kinds that a value may have, the one that fits best. */
function closestBranch(
  document: ContentDocument,
  issue: z.core.$ZodIssueInvalidUnion,
  path: Path,
): readonly Problem[] {
  const branches = issue.errors.map(errors => issueProblems(document, errors, path));
  return branches.toSorted((a, b) => a.length - b.length)[0] ?? [];
}

function issueProblem(document: ContentDocument, issue: Issue, path: Path, value: unknown): Problem {
  const found = foundText(document, path, value);
  const schema = schemaAt(SCHEMAS[document.kind], path, document.data);
  // The discriminating field is described separately in each kind.
  const meaning = schema && unionOptions(issue).length === 0 ? description(schema) : undefined;
  const about = meaning === undefined ? '' : ` Lauka nozīme: ${meaning}.`;
  if (value === undefined || value === null) {
    const shown = unionOptions(issue).join(' vai ') || example(schema);
    return emptyField(document, path, value === null, shown, about);
  }
  const { message, fix } = fault(issue, path, value, found, schema);
  const anchor = 'nepareiza-vertiba';
  return problemAt(document, path, { found, message, fix: `${fix}${about}`.trim(), anchor });
}

function emptyField(
  document: ContentDocument,
  path: Path,
  isThere: boolean,
  shown: string,
  about: string,
): Problem {
  const name = String(path.at(-1) ?? '');
  const message = isThere ? `laukam ${quoted(name)} nav vērtības` : `trūkst lauka ${quoted(name)}`;
  const add = isThere ? 'Ierakstiet vērtību' : 'Pievienojiet rindu';
  const fix = `${add}: ${name}: ${shown}.${about}`;
  return problemAt(document, path, { found: '', message, fix, anchor: 'trukst-lauka' });
}

function unknownField(document: ContentDocument, path: Path, key: string): Problem {
  const near = meant(document, path, key);
  const schema = schemaHere(document, path);
  const elsewhere = kindsOfOthers(document, path, key);
  const allowed = schema ? ` Šeit drīkst būt: ${listed(keysOf(schema))}.` : '';
  const fix =
    elsewhere.length > 0
      ? `Tāds lauks ir tikai tad, ja “kind” ir ${elsewhere.join(' vai ')}. Izdzēsiet rindu vai mainiet “kind”.`
      : near
        ? `Vai domājāt ${quoted(near)}? Ja ne, rindu izdzēsiet.`
        : `Izdzēsiet rindu vai pārbaudiet tās atkāpi.${allowed}`;
  const message = `nezināms lauks ${quoted(key)}`;
  return problemAt(document, [...path, key], { found: key, message, fix, anchor: 'nezinams-lauks' });
}

function meant(document: ContentDocument, path: Path, key: string): string | undefined {
  const schema = schemaHere(document, path);
  return schema && nearest(key, keysOf(schema));
}

/** The schema at `path`; in a union, that of the kind found there. */
function schemaHere(document: ContentDocument, path: Path): z.core.$ZodType | undefined {
  const schema = schemaAt(SCHEMAS[document.kind], path, document.data);
  return schema && narrowed(schema, valueAt(document.data, path));
}

/** The kinds in which a field would be valid, when it is wrong in this one. */
function kindsOfOthers(document: ContentDocument, path: Path, key: string): readonly string[] {
  const schema = schemaAt(SCHEMAS[document.kind], path, document.data);
  return schema === undefined ? [] : kindsWith(schema, key);
}

/** The value as the editor typed it. */
function foundText(document: ContentDocument, path: Path, value: unknown): string {
  const source = document.yaml.sourceOf(path);
  if (source !== undefined) return excerpt(source);
  return Array.isArray(value) && value.every(item => typeof item !== 'object')
    ? excerpt(value.join(', '))
    : '';
}
