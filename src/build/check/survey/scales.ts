// Checks the answers that questions offer: labels of scale points, and the order of numbers and dates. Pure.
import { questionSchema } from '../../../surveys/schema.ts';
import { type ContentDocument, problemAt } from '../document.ts';
import type { Problem } from '../problem.ts';
import { keysOf, narrowed, valueAt } from '../schema-path.ts';
import { dateAt, entriesAt } from '../values.ts';
import { counted, quoted } from '../wording.ts';
import { WIDEST } from './answers.ts';
import { type FoundQuestion, numberAt, questionsOf } from './read.ts';

/** Scales whose points have equal labels, and ranges that are empty or too wide. */
export const offerProblems = (document: ContentDocument): readonly Problem[] =>
  questionsOf(document).flatMap(question => {
    switch (question.kind) {
      case 'scale':
      case 'grid':
        return scaleProblems(document, question);
      case 'number':
        return numberProblems(document, question);
      case 'date':
        return dayProblems(document, question);
      default:
        return [];
    }
  });

function scaleProblems(document: ContentDocument, { path }: FoundQuestion): readonly Problem[] {
  const { data } = document;
  const has = (field: string) => valueAt(data, [...path, field]) !== undefined;
  const [low, high] = [has('low'), has('high')];
  const points = numberAt(data, [...path, 'points']) ?? 5;
  if (has('labels')) {
    const labels = entriesAt(data, [...path, 'labels']);
    if (low || high)
      return [
        problemAt(document, [...path, low ? 'low' : 'high'], {
          found: '',
          message: 'skalas punkti nosaukti divreiz: ar “labels” un ar galu nosaukumiem',
          fix: 'Atstājiet vai nu “labels”, vai abus galus “low” un “high”.',
          anchor: 'aptaujas-uzbuve',
        }),
      ];
    // A missing list is reported by the schema check.
    if (labels.length === points || labels.length === 0) return [];
    return [
      problemAt(document, [...path, 'labels'], {
        found: String(labels.length),
        message: `skalai ir ${counted(points, 'punkts', 'punkti')}, bet sarakstā “labels” – ${counted(labels.length, 'nosaukums', 'nosaukumi')}`,
        fix: `Katram punktam rakstiet savu nosaukumu, no mazākā līdz lielākajam, vai mainiet “points”.`,
        anchor: 'aptaujas-uzbuve',
      }),
    ];
  }
  if ((low && high) || hasUnknownField(valueAt(data, path))) return [];
  const missing = low ? ['high'] : high ? ['low'] : ['low', 'high'];
  return [
    problemAt(document, path, {
      found: '',
      message:
        missing.length === 2
          ? 'skalai nav nosaukumu: atbildētājs nezinās, ko nozīmē skaitļi'
          : `skalai nosaukts tikai viens gals; trūkst ${quoted(missing[0] ?? '')}`,
      fix: `Pievienojiet ${missing.map(field => `${field}: "…"`).join(' un ')} vai katra punkta nosaukumu sarakstā “labels”.`,
      anchor: 'aptaujas-uzbuve',
    }),
  ];
}

/** A misspelt “high” is one mistake, not an unknown field plus a missing one. */
function hasUnknownField(question: unknown): boolean {
  const known = keysOf(narrowed(questionSchema, question));
  return Object.keys(question ?? {}).some(key => !known.includes(key));
}

function numberProblems(document: ContentDocument, { path }: FoundQuestion): readonly Problem[] {
  const min = numberAt(document.data, [...path, 'min']);
  const max = numberAt(document.data, [...path, 'max']);
  if (min === undefined || max === undefined || (min < max && max - min <= WIDEST)) return [];
  const isWide = max - min > WIDEST;
  return [
    problemAt(document, [...path, 'max'], {
      found: String(max),
      message: isWide
        ? `no ${min} līdz ${max} ir vairāk nekā ${WIDEST} skaitļu`
        : `lielākais skaitlis (${max}) nav lielāks par mazāko (${min})`,
      fix: isWide
        ? `Sašauriniet robežas vai jautājiet rupjāk, piemēram, stundās, nevis minūtēs.`
        : 'Labojiet “min” vai “max”: citādi uz jautājumu nevar atbildēt.',
      anchor: 'aptaujas-uzbuve',
    }),
  ];
}

function dayProblems(document: ContentDocument, { path }: FoundQuestion): readonly Problem[] {
  const from = dateAt(document.data, [...path, 'from']);
  const to = dateAt(document.data, [...path, 'to']);
  if (from === undefined || to === undefined || from <= to) return [];
  return [
    problemAt(document, [...path, 'to'], {
      found: to,
      message: `vēlākā diena (${to}) ir pirms agrākās (${from})`,
      fix: 'Labojiet “from” vai “to”: citādi uz jautājumu nevar atbildēt.',
      anchor: 'datumu-seciba',
    }),
  ];
}
