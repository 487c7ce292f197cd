// Checks every condition of a survey: it must refer to an earlier question that exists and to an answer that
// can be given. Pure.
import { type ContentDocument, problemAt } from '../document.ts';
import type { Problem } from '../problem.ts';
import { remembered } from '../remembered.ts';
import { valueAt } from '../schema-path.ts';
import { entriesAt, textAt, textsAt } from '../values.ts';
import { listed, nearest, quoted } from '../wording.ts';
import type { Path } from '../yaml.ts';
import { type AnswerField, answerFieldsOf } from './answers.ts';
import { type FoundQuestion, numberAt, questionsOf, sectionsOf } from './read.ts';

/** A condition with its place and its context. */
export interface FoundCondition {
  readonly path: Path;
  /** The question it belongs to; undefined for a whole section. */
  readonly of: FoundQuestion | undefined;
  readonly section: number;
}

/** Every condition, those of sections before those of questions. The same file gives the same objects. */
export const conditionsOf = remembered((document: ContentDocument): readonly FoundCondition[] => {
  const at = (owner: Path, of: FoundQuestion | undefined, section: number) =>
    listAt(document.data, [...owner, 'showIf']).map(path => ({ path, of, section }));
  return [
    ...sectionsOf(document).flatMap(({ path }, section) => at(path, undefined, section)),
    ...questionsOf(document).flatMap(question => at(question.path, question, question.section)),
  ];
});

/** A condition may be written alone or in a list. */
function listAt(data: unknown, path: Path): readonly Path[] {
  const value = valueAt(data, path);
  if (Array.isArray(value)) return entriesAt(data, path).map(entry => entry.path);
  return typeof value === 'object' && value !== null ? [path] : [];
}

/** Conditions that cannot be decided when their question is reached, or that require an impossible answer. */
export function conditionProblems(document: ContentDocument): readonly Problem[] {
  const fields = answerFieldsOf(document);
  return conditionsOf(document).flatMap(condition => {
    const [named] = textAt(document.data, [...condition.path, 'question']);
    if (named === undefined) return [];
    const field = fields.find(({ name }) => name === named.value);
    if (field === undefined) return unknownQuestion(document, condition, named, fields);
    const place = placeProblem(document, condition, field, fields);
    return place === undefined ? answerProblems(document, condition.path, field) : [place];
  });
}

/** True when the answer is known before the condition is evaluated. */
const isEarlier = ({ question }: AnswerField, { of, section }: FoundCondition): boolean =>
  question.section < section ||
  (of !== undefined && question.section === section && position(question) < position(of));

const position = ({ path }: FoundQuestion): number => Number(path.at(-1));

const ANCHOR = 'nosacijums';

const earlierHint = (condition: FoundCondition, fields: readonly AnswerField[]): string => {
  const names = fields.filter(field => isEarlier(field, condition)).map(({ name }) => name);
  return names.length === 0
    ? 'Pirms tā neviena jautājuma nav: izdzēsiet “showIf” vai pārvietojiet jautājumu tālāk.'
    : `Agrākie jautājumi: ${listed(names)}.`;
};

function unknownQuestion(
  document: ContentDocument,
  condition: FoundCondition,
  { path, value }: { readonly path: Path; readonly value: string },
  fields: readonly AnswerField[],
): readonly Problem[] {
  const rows = fields.filter(({ name }) => name.startsWith(`${value}.`));
  const near = nearest(
    value,
    fields.filter(field => isEarlier(field, condition)).map(({ name }) => name),
  );
  const fix =
    rows.length > 0
      ? `Norādiet tabulas rindu, piemēram, ${quoted(rows[0]?.name ?? '')}.`
      : `${near === undefined ? '' : `Vai domājāt ${quoted(near)}? `}${earlierHint(condition, fields)}`;
  const message =
    rows.length > 0
      ? `nosacījums attiecas uz visu tabulu ${quoted(value)}, bet tajā ir vairākas atbildes`
      : `nosacījumā minēts jautājums ${quoted(value)}, kāda aptaujā nav`;
  return [problemAt(document, path, { found: value, message, fix, anchor: ANCHOR })];
}

function placeProblem(
  document: ContentDocument,
  condition: FoundCondition,
  field: AnswerField,
  fields: readonly AnswerField[],
): Problem | undefined {
  if (isEarlier(field, condition)) return undefined;
  const { name, question } = field;
  const line = document.yaml.lineOf([...question.path, 'id']);
  const isOwn = condition.of?.path.join() === question.path.join();
  const message = isOwn
    ? `jautājums ${quoted(name)} ir atkarīgs pats no sevis`
    : condition.of === undefined && question.section === condition.section
      ? `sadaļas nosacījums attiecas uz jautājumu ${quoted(name)} šajā pašā sadaļā (${line}. rindā)`
      : `nosacījums attiecas uz vēlāku jautājumu ${quoted(name)} (${line}. rindā)`;
  const move = isOwn ? '' : `Pārvietojiet jautājumu ${quoted(name)} uz agrāku vietu vai norādiet citu. `;
  return problemAt(document, [...condition.path, 'question'], {
    found: name,
    message,
    fix: `${move}${earlierHint(condition, fields)}`,
    anchor: ANCHOR,
  });
}

function answerProblems(document: ContentDocument, path: Path, field: AnswerField): readonly Problem[] {
  const { data } = document;
  const wanted = [...textAt(data, [...path, 'is']), ...textsAt(data, [...path, 'is'])];
  const at = (place: Path, found: string, message: string, fix: string): Problem =>
    problemAt(document, place, { found, message, fix, anchor: ANCHOR });
  const { name, values, range } = field;
  const isDoubtful = values === undefined && !TEXTS.has(field.question.kind);
  if (isDoubtful) return [];
  const wrongAnswers = wanted
    .filter(({ value }) => !values?.includes(value))
    .map(({ path: place, value }) =>
      values === undefined
        ? at(
            place,
            value,
            `jautājumam ${quoted(name)} nav noteiktu atbilžu, tāpēc ar ${quoted(value)} salīdzināt nevar`,
            'Rakstiet “answered: true”: jautās tiem, kas uz to ir atbildējuši.',
          )
        : at(
            place,
            value,
            `jautājumam ${quoted(name)} nav atbildes ${quoted(value)}`,
            `${meant(value, values)}Atbilžu kodi: ${listed(values)}.`,
          ),
    );
  const wrongBounds = (['atLeast', 'atMost'] as const).flatMap(bound => {
    const place = [...path, bound];
    const number = numberAt(data, place);
    if (number === undefined) return [];
    if (range === undefined)
      return at(
        place,
        String(number),
        `uz jautājumu ${quoted(name)} neatbild ar skaitli, tāpēc “${bound}” te neder`,
        values === undefined
          ? 'Rakstiet “answered: true”.'
          : `Lietojiet “is” ar kādu no atbildēm: ${listed(values)}.`,
      );
    if (range.low <= number && number <= range.high) return [];
    return at(
      place,
      String(number),
      `jautājuma ${quoted(name)} atbildes ir no ${range.low} līdz ${range.high}, bet nosacījumā ir ${number}`,
      `Rakstiet skaitli no ${range.low} līdz ${range.high}.`,
    );
  });
  return [...wrongAnswers, ...wrongBounds];
}

/** Kinds whose answers cannot be listed in advance. */
const TEXTS: ReadonlySet<string> = new Set(['short', 'text', 'date']);

function meant(value: string, values: readonly string[]): string {
  const near = nearest(value, values);
  return near === undefined ? '' : `Vai domājāt ${quoted(near)}? `;
}
