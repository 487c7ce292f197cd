// Checks a survey's translation: every text translated, no extra texts, the same version. Pure.
import type { EnglishSurvey } from '../../../forms/survey/english.ts';
import { type EnglishSurveyEntry, englishSurveySchema } from '../../../surveys/english-schema.ts';
import { type Survey, surveySchema } from '../../../surveys/schema.ts';
import { type ContentDocument, problemAt } from '../document.ts';
import type { Problem } from '../problem.ts';
import { excerpt, nearest, quoted } from '../wording.ts';
import type { Path } from '../yaml.ts';

const ANCHOR = 'aptaujas-uzbuve';

/** Surveys declared in English without a translation, and translations that do not fit their survey. */
export function translationProblems(documents: readonly ContentDocument[]): readonly Problem[] {
  const english = new Map(documents.filter(({ kind }) => kind === 'surveys-en').map(each => [each.id, each]));
  return documents
    .filter(({ kind }) => kind === 'surveys')
    .flatMap(document => {
      const survey = surveySchema.safeParse(document.data);
      if (!survey.success) return [];
      const translation = english.get(document.id);
      const isWanted = survey.data.languages.includes('en');
      if (isWanted && survey.data.audience === 'kiosk') return [inTheHall(document)];
      if (translation === undefined) return isWanted ? [untranslated(document)] : [];
      if (!isWanted) return [unwanted(document, translation)];
      const words = englishSurveySchema.safeParse(translation.data);
      if (!words.success) return [];
      return [
        ...otherVersion(document, survey.data, translation, words.data),
        ...untranslatedParts(translation, survey.data, words.data),
        ...withoutIntroduction(document, translation),
      ];
    });
}

const untranslated = (document: ContentDocument): Problem =>
  problemAt(document, ['languages'], {
    found: 'en',
    message: 'aptaujai nav angļu tulkojuma',
    fix: `Izveidojiet failu content/surveys-en/${document.id}.mdx vai rakstiet “languages: [lv]”.`,
    anchor: ANCHOR,
  });

const inTheHall = (document: ContentDocument): Problem =>
  problemAt(document, ['languages'], {
    found: 'en',
    message: 'kioska aptauja ir tikai latviski',
    fix: 'Rakstiet “languages: [lv]” vai rindu izdzēsiet.',
    anchor: ANCHOR,
  });

const unwanted = (survey: ContentDocument, translation: ContentDocument): Problem => ({
  file: translation.file,
  line: 1,
  field: 'fails',
  found: '',
  message: `tulkojumu neredzēs neviens: failā ${survey.file} nav “languages: [lv, en]”`,
  fix: 'Ierakstiet tur valodas vai tulkojumu izdzēsiet.',
  anchor: ANCHOR,
});

function otherVersion(
  { file }: ContentDocument,
  { version }: Survey,
  translation: ContentDocument,
  words: EnglishSurveyEntry,
): readonly Problem[] {
  if (words.version === version) return [];
  return [
    problemAt(translation, ['version'], {
      found: String(words.version),
      message: `tulkota ${words.version}. redakcija, bet failā ${file} ir ${version}.`,
      fix: `Salīdziniet tulkojumu ar latviešu tekstu un rakstiet “version: ${version}”.`,
      anchor: ANCHOR,
    }),
  ];
}

function withoutIntroduction(survey: ContentDocument, translation: ContentDocument): readonly Problem[] {
  if (survey.body.trim() === '' || translation.body.trim() !== '') return [];
  return [
    {
      file: translation.file,
      line: translation.bodyLine,
      field: 'teksts',
      found: '',
      message: 'nav iztulkots ievads',
      fix: `Aiz galvenes rakstiet angliski to, kas failā ${survey.file} teikts pirms jautājumiem.`,
      anchor: ANCHOR,
    },
  ];
}

interface Word {
  readonly path: Path;
  readonly text: string;
}

function untranslatedParts(
  translation: ContentDocument,
  survey: Survey,
  words: EnglishSurvey,
): readonly Problem[] {
  const wanted = wordsOf(inPlaces(survey));
  const given = wordsOf({ sections: words.sections, questions: words.questions });
  return [
    ...strangers(wanted, given).map(({ path, text }) =>
      problemAt(translation, path, {
        found: '',
        message: `nav iztulkots: ${quoted(excerpt(text))}`,
        fix: missingFix(path),
        anchor: ANCHOR,
      }),
    ),
    ...strangers(given, wanted).map(({ path }) =>
      problemAt(translation, path, {
        found: '',
        message: `latviešu failā nav nekā, ko tulko ${quoted(String(path.at(-1)))}`,
        fix: meant(path, wanted),
        anchor: ANCHOR,
      }),
    ),
  ];
}

function missingFix(path: Path): string {
  const name = String(path.at(-1));
  // An answer written as plain text has no place for a hint.
  if (name === 'hint' && path.at(-3) === 'options')
    return `Rakstiet ${String(path.at(-2))}: { label: "…", hint: "…" }.`;
  if (typeof path.at(-1) === 'number')
    return 'Rakstiet tikpat nosaukumu, cik latviešu failā, tādā pašā secībā.';
  return `Pievienojiet ${quoted(name)} un angļu tekstu.`;
}

function meant(path: Path, wanted: readonly Word[]): string {
  const parent = path.slice(0, -1);
  const siblings = wanted
    .filter(word => startsWith(word.path, parent))
    .map(word => String(word.path[parent.length] ?? ''));
  const near = nearest(String(path.at(-1)), new Set(siblings));
  return `${near === undefined ? '' : `Vai domājāt ${quoted(near)}? `}Izlabojiet kodu vai lieko izdzēsiet.`;
}

/** The Latvian texts in the layout of a translation. */
export const inPlaces = ({ sections }: Survey): object => ({
  sections: Object.fromEntries(sections.map(({ id, title, intro }) => [id, { title, intro }])),
  questions: Object.fromEntries(
    sections
      .flatMap(({ questions }) => questions)
      .map(question => {
        const { label, hint } = question;
        const { low, high, labels, unit, options, rows } = question as Record<string, unknown>;
        const named = (list: unknown, word: (entry: { id: string; label: string }) => unknown) =>
          Array.isArray(list) ? Object.fromEntries(list.map(entry => [entry.id, word(entry)])) : undefined;
        return [
          question.id,
          {
            label,
            hint,
            low,
            high,
            labels,
            unit,
            options: named(options, ({ id: _, ...words }) => words),
            rows: named(rows, entry => entry.label),
          },
        ];
      }),
  ),
});

/** Every text at every depth. An answer written as plain text is its label. */
function wordsOf(value: unknown, path: Path = []): readonly Word[] {
  if (typeof value === 'string') {
    const isOption = path.at(-2) === 'options';
    return [{ path: isOption ? [...path, 'label'] : path, text: value }];
  }
  if (typeof value !== 'object' || value === null) return [];
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return entries.flatMap(([key, inner]) => wordsOf(inner, [...path, key]));
}

const startsWith = (path: Path, start: Path): boolean => start.every((part, i) => path[i] === part);

/** The outermost parts that are missing in the other edition, each once, with its first text. */
function strangers(words: readonly Word[], others: readonly Word[]): readonly Word[] {
  const isKnown = (path: Path): boolean => others.some(other => startsWith(other.path, path));
  const found = new Map<string, Word>();
  for (const { path, text } of words) {
    const depth = path.findIndex((_, i) => !isKnown(path.slice(0, i + 1)));
    const outermost = path.slice(0, depth + 1);
    if (depth !== -1 && !found.has(outermost.join())) found.set(outermost.join(), { path: outermost, text });
  }
  return [...found.values()];
}
