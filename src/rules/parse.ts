// Reads the body of an edition of the rules: `## I. Title` chapters and `5.2.3. text` points, one paragraph each.
// Pure; the page, the site bundle, the open data and the content check all read the rules through it.
import { chapterProblems, pointProblems } from './numbering.ts';
import type { ParsedRules, RuleChapter, RulePoint, RuleProblem } from './points.ts';

type Chapter = Omit<RuleChapter, 'points'> & { readonly points: RulePoint[] };
type Paragraph = { readonly line: number; readonly lines: readonly string[] };

const CHAPTER = /^##\s+([IVXLC]+)\.\s+(\S.*)$/;
const POINT = /^([1-9]\d*(?:\.[1-9]\d*)*)(\.?)(\s*)(.*)$/s;
const MARKUP = /[*`{}<>#|]|!?\[[^\][]*\]\(|(?:^|\s)_\S|^[-+]\s/;

/**
 * Parses the body of an edition.
 * @param firstLine the line of the file on which the body starts, so that problems name lines of the file
 */
export function parseRules(body: string, firstLine: number): ParsedRules {
  const chapters: Chapter[] = [];
  const problems: RuleProblem[] = [];
  for (const paragraph of paragraphs(body, firstLine)) {
    if (paragraph.lines[0]?.startsWith('#')) readHeading(paragraph, chapters, problems);
    else readPoint(paragraph, chapters, problems);
  }
  const points = chapters.flatMap(chapter => chapter.points);
  if (points.length === 0 && problems.length === 0) problems.push(emptyRules(firstLine));
  problems.push(...chapterProblems(chapters), ...pointProblems(points));
  return { chapters, problems: problems.toSorted((a, b) => a.line - b.line) };
}

/** Every point of the parsed rules in order. */
export const allPoints = (rules: ParsedRules): readonly RulePoint[] =>
  rules.chapters.flatMap(chapter => chapter.points);

function paragraphs(body: string, firstLine: number): readonly Paragraph[] {
  const found: { line: number; lines: string[] }[] = [];
  let open: { line: number; lines: string[] } | undefined;
  for (const [index, raw] of body.split(/\r?\n/).entries()) {
    const text = raw.trim();
    if (text === '') {
      open = undefined;
      continue;
    }
    // A heading is recognised even without the empty lines around it.
    if (open === undefined || text.startsWith('#')) {
      open = { line: firstLine + index, lines: [] };
      found.push(open);
    }
    open.lines.push(text);
    if (text.startsWith('#')) open = undefined;
  }
  return found;
}

function readHeading(paragraph: Paragraph, chapters: Chapter[], problems: RuleProblem[]): void {
  const text = paragraph.lines.join(' ');
  const [, numeral, title] = CHAPTER.exec(text) ?? [];
  if (numeral !== undefined && title !== undefined) {
    chapters.push({ numeral, title, line: paragraph.line, points: [] });
    return;
  }
  // A chapter without a numeral keeps its position, so that later chapters are not reported too.
  chapters.push({ numeral: '', title: text, line: paragraph.line, points: [] });
  problems.push({
    line: paragraph.line,
    field: 'nodaļa',
    what: 'nodaļas virsraksts nav uzrakstīts pareizi',
    found: text,
    fix: 'Rakstiet “## ”, romiešu ciparu ar punktu un nosaukumu, piemēram, “## II. Klientu apkalpošanas pamatprincipi”.',
  });
}

function readPoint(paragraph: Paragraph, chapters: Chapter[], problems: RuleProblem[]): void {
  const text = paragraph.lines.join(' ');
  const match = POINT.exec(text);
  if (match === null) {
    problems.push(notAPoint(paragraph.line, text));
    return;
  }
  const [, number = '', dot = '', space = '', words = ''] = match;
  const chapter = chapters.at(-1);
  if (chapter === undefined) problems.push(noChapter(paragraph.line, number));
  chapter?.points.push({ number, text: words, line: paragraph.line, level: number.split('.').length });
  problems.push(...wordingProblems(paragraph, number, words));
  if (dot === '' || (space === '' && words !== '')) problems.push(badNumber(paragraph.line, number, text));
}

function wordingProblems(paragraph: Paragraph, number: string, words: string): readonly RuleProblem[] {
  const field = `${number}. punkts`;
  const problems: RuleProblem[] = [];
  if (words === '') {
    const fix = `Aiz “${number}. ” ierakstiet punkta tekstu.`;
    problems.push({ line: paragraph.line, field, what: 'punktam nav teksta', found: `${number}.`, fix });
  }
  const markup = MARKUP.exec(words)?.[0];
  if (markup !== undefined) {
    const fix =
      'Izdzēsiet noformējuma zīmes: noteikumu teksts ir vienkāršs teksts, vārds vārdā kā dokumentā.';
    problems.push({
      line: paragraph.line,
      field,
      what: 'punkta tekstā ir noformējuma zīmes',
      found: markup.trim(),
      fix,
    });
  }
  for (const [index, line] of paragraph.lines.entries()) {
    if (index === 0 || !/^\d+(\.\d+)*\.\s/.test(line)) continue;
    const fix =
      'Ja tas ir jauns punkts, atstājiet pirms tā tukšu rindu; ja teikuma turpinājums, rakstiet to vienā rindā ar sākumu.';
    const what = 'rinda punkta vidū sākas ar numuru';
    problems.push({ line: paragraph.line + index, field, what, found: excerpt(line), fix });
  }
  return problems;
}

const excerpt = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

const notAPoint = (line: number, text: string): RuleProblem => ({
  line,
  field: 'punkts',
  what: 'rindkopai nav punkta numura',
  found: excerpt(text),
  fix: 'Sāciet rindkopu ar punkta numuru un punktu, piemēram, “5.2.3. saņemot pieprasījumu …”.',
});

const noChapter = (line: number, number: string): RuleProblem => ({
  line,
  field: `${number}. punkts`,
  what: 'punkts ir pirms pirmās nodaļas virsraksta',
  found: `${number}.`,
  fix: 'Pirms tā ierakstiet nodaļas virsrakstu, piemēram, “## I. Vispārīgie jautājumi”.',
});

const badNumber = (line: number, number: string, text: string): RuleProblem => ({
  line,
  field: `${number}. punkts`,
  what: 'punkta numurs nav uzrakstīts pareizi',
  found: excerpt(text),
  fix: `Aiz numura lieciet punktu un atstarpi: “${number}. …”.`,
});

const emptyRules = (line: number): RuleProblem => ({
  line,
  field: 'teksts',
  what: 'noteikumos nav neviena punkta',
  found: 'tukšs teksts',
  fix: 'Ierakstiet noteikumu tekstu: nodaļas ar “## I. Nosaukums” un punktus ar “1. teksts”.',
});
