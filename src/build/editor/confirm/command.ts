// `npm run content -- confirm`: records that a fact was checked, on which day and with which source; nothing
// else in the file changes. Pure.
import { type ContentDocument, readDocument } from '../../check/document.ts';
import { formatReport } from '../../check/report.ts';
import { valueAt } from '../../check/schema-path.ts';
import { textAt } from '../../check/values.ts';
import { quoted, suggestion } from '../../check/wording.ts';
import type { ContentFile } from '../../content-files.ts';
import { lineChanges } from '../line-changes.ts';
import { isDay } from '../new/names.ts';
import { newProblems } from '../new-problems.ts';
import { misused, type Outcome, refused } from '../outcome.ts';
import { confirmedFiles } from './apply.ts';
import { doubt, type Statement } from './doubts.ts';
import { factName, isMarked } from './facts.ts';
import { findTarget, type Target } from './targets.ts';

export interface ConfirmRequest {
  readonly words: readonly string[];
  readonly date: string | undefined;
  readonly source: string | undefined;
  readonly by: string | undefined;
  readonly isTrial: boolean;
  /** `YYYY-MM-DD` */
  readonly today: string;
}

/** Confirms everything that was named, or nothing when one of the items cannot be confirmed. */
export function confirmContent(files: readonly ContentFile[], request: ConfirmRequest): Outcome {
  const { words, today, date = today, isTrial } = request;
  if (words.length === 0) return misused('Nosauciet, ko apstiprināt: npm run content -- confirm --help');
  const documents = files.flatMap(file => readDocument(file) ?? []);
  const said = statement(request, date, documents);
  if ('refusal' in said) return refused(said.refusal);
  const found = words.map(word => ({ word, ...findTarget(word, documents) }));
  const targets = distinct(found.flatMap(each => ('target' in each ? [each.target] : [])));
  const refusals = found.flatMap(each => {
    if ('refusal' in each) return [each.refusal];
    const file = files.find(({ path }) => path === each.target.fact.document.file);
    const against = file && doubt(each.target, said, file);
    return against === undefined ? [] : [`${each.word}: ${against}`];
  });
  if (refusals.length > 0) return refused([...refusals, 'Nekas nav ierakstīts.'].join('\n\n'));
  return changed(files, targets, said, isTrial, today);
}

/** An item named twice, by line and by field, counts once. */
const distinct = (targets: readonly Target[]): readonly Target[] => [
  ...new Map(targets.map(target => [`${factName(target.fact)} ${target.part ?? ''}`, target])).values(),
];

function statement(
  { source, by, today }: ConfirmRequest,
  date: string,
  documents: readonly ContentDocument[],
): Statement | { readonly refusal: string } {
  if (!isDay(date))
    return { refusal: `Diena jāraksta GGGG-MM-DD, piemēram, ${today}; ierakstīts: ${quoted(date)}.` };
  if (date > today) return { refusal: `Diena ${date} vēl nav pienākusi; pārbaudīt nākotnē nevar.` };
  const post = by === undefined ? undefined : postOf(by, documents);
  if (by !== undefined && post === undefined) return { refusal: unknownPerson(by, documents) };
  return { date, source: source?.trim(), by: post };
}

const postCodes = (documents: readonly ContentDocument[]): readonly string[] => {
  const posts = valueAt(documents.find(({ kind }) => kind === 'site')?.data, ['posts']);
  return Array.isArray(posts) ? posts.flatMap(post => textAt(post, ['id']).map(({ value }) => value)) : [];
};

/** A post, or the post of a person: the file records the post, because it outlasts the person. */
function postOf(by: string, documents: readonly ContentDocument[]): string | undefined {
  if (postCodes(documents).includes(by)) return by;
  const person = documents.find(
    ({ kind, id, data }) => kind === 'staff' && (id === by || textAt(data, ['name'])[0]?.value === by),
  );
  return person && textAt(person.data, ['post'])[0]?.value;
}

function unknownPerson(by: string, documents: readonly ContentDocument[]): string {
  return `Nav ne amata, ne darbinieka ${quoted(by)}. ${suggestion(by, postCodes(documents))}`;
}

function changed(
  files: readonly ContentFile[],
  targets: readonly Target[],
  said: Statement,
  isTrial: boolean,
  today: string,
): Outcome {
  const { done, stuck } = confirmedFiles(files, targets, said);
  if (stuck.length > 0) return refused(stuck.map(byHand).join('\n'));
  const after = done.map(result => result.after);
  const problems = newProblems(files, after, today);
  if (problems.length > 0)
    return refused(`Ar šo izmaiņu failā būtu kļūda; nekas nav ierakstīts.\n\n${formatReport(problems)}`);
  if (done.length === 0) return { text: 'Viss jau ir apstiprināts; nekas nav mainīts.', ok: true };
  const parts = [
    ...done.map(result => `${result.after.path}\n${lineChanges(result.before.text, result.after.text)}`),
    ...remarks(targets, said),
    isTrial ? 'Izmēģinājums: nekas nav ierakstīts.' : 'Ierakstīts.',
  ];
  return {
    text: parts.join('\n\n'),
    ok: true,
    write: isTrial ? [] : after.map(({ path, text }) => ({ path, text })),
  };
}

const byHand = (path: string): string =>
  `Failā ${path} to nevar ierakstīt, neskarot pārējo. Izlabojiet failu ar roku; nekas nav mainīts.`;

/** What the command leaves for a person to check. */
function remarks(targets: readonly Target[], { source }: Statement): readonly string[] {
  const notes = targets.flatMap(({ fact }) =>
    fact.at.length === 0
      ? []
      : textAt(fact.document.data, [...fact.at, 'note']).map(
          ({ value }) => `Piezīme paliek – ja tā vairs neder, izdzēsiet to (${factName(fact)}): ${value}`,
        ),
  );
  const partly = targets.some(({ part, fact }) => part !== undefined && fact.date)
    ? ['Apstiprināta daļa, tāpēc pārbaudes diena palika. Kad pārbaudīts viss, apstipriniet failu bez lauka.']
    : [];
  const kept = targets.flatMap(({ part, fact }) =>
    part === undefined && source === undefined && fact.source && isMarked(fact)
      ? textAt(fact.document.data, fact.source).map(
          ({ value }) =>
            `Avots palika (${factName(fact)}): ${value}. Ja apstiprināts pēc cita avota, norādiet to: --source "…"`,
        )
      : [],
  );
  return [...kept, ...notes, ...partly];
}
