// Finds ids that are used twice; without this check one of the two would be dropped silently. Pure.
import { RESERVED_SERVICE_IDS, serviceRoute } from '../../site/routes.ts';
import { topicKey } from '../../staff/directory.ts';
import { type ContentDocument, problemAt } from './document.ts';
import type { Problem } from './problem.ts';
import { entriesAt, type Found, repeats, surveyQuestions, textAt, textsAt } from './values.ts';
import { quoted } from './wording.ts';

/** Two files of one kind with the same name, `kase.md` and `kase.mdx`. */
export function duplicateFiles(documents: readonly ContentDocument[]): readonly Problem[] {
  const named = documents.map(document => ({ document, value: `${document.kind}/${document.id}` }));
  return repeats(named).map(({ entry, first }) => ({
    file: entry.document.file,
    line: 1,
    field: 'fails',
    found: entry.document.id,
    message: `kods ${quoted(entry.document.id)} jau ir failam ${first.document.file}`,
    fix: 'Izdzēsiet vienu no abiem failiem vai vienu pārdēvējiet.',
    anchor: 'dublets',
  }));
}

/** A service with the name of a catalogue view: both would have the same address. */
export function reservedNames({ kind, id, file }: ContentDocument): readonly Problem[] {
  if (kind !== 'services' || !RESERVED_SERVICE_IDS.includes(id)) return [];
  return [
    {
      file,
      line: 1,
      field: 'fails',
      found: id,
      message: `adresi ${quoted(serviceRoute(id))} jau lieto pakalpojumu katalogs`,
      fix: 'Pārdēvējiet failu.',
      anchor: 'dublets',
    },
  ];
}

/** The same question twice for one person, regardless of capitals. */
export function duplicateTopics(document: ContentDocument): readonly Problem[] {
  if (document.kind !== 'staff') return [];
  const topics = textsAt(document.data, ['topics']).map(({ path, value }) => ({
    path,
    value: topicKey(value),
  }));
  return repeats(topics).map(({ entry, first }) =>
    problemAt(document, entry.path, {
      found: entry.value,
      message: `jautājums ${quoted(entry.value)} jau ir ${document.yaml.lineOf(first.path)}. rindā`,
      fix: 'Lieko rindu izdzēsiet.',
      anchor: 'dublets',
    }),
  );
}

/**
 * A repeated id in a list of `site.yaml`, in the canned replies, in the classes of a retention policy, in the
 * questions of a survey or in the answers of a question.
 */
export function duplicateIds(document: ContentDocument): readonly Problem[] {
  return idLists(document).flatMap(list =>
    repeats(list).map(({ entry, first }) =>
      problemAt(document, entry.path, {
        found: entry.value,
        message: `kods ${quoted(entry.value)} jau ir ${document.yaml.lineOf(first.path)}. rindā`,
        fix: 'Vienam no abiem ierakstiem dodiet citu kodu vai lieko izdzēsiet.',
        anchor: 'dublets',
      }),
    ),
  );
}

function idLists({ kind, data }: ContentDocument): readonly (readonly Found[])[] {
  if (kind === 'site') return ['posts', 'holders', 'lifeEvents'].map(list => textsAt(data, [list], 'id'));
  if (kind === 'replies') return [textsAt(data, ['replies'], 'id')];
  if (kind === 'retention')
    return entriesAt(data, ['policies']).map(policy => textsAt(data, [...policy.path, 'classes'], 'id'));
  if (kind !== 'surveys') return [];
  const questions = surveyQuestions(data);
  return [
    textsAt(data, ['sections'], 'id'),
    questions.flatMap(path => textAt(data, [...path, 'id'])),
    ...questions.flatMap(path => ['options', 'rows'].map(list => textsAt(data, [...path, list], 'id'))),
  ];
}
