// `npm run content -- new`: a new file or entry that passes the check, with a placeholder wherever something
// is missing. Pure.
import { readDocument } from '../../check/document.ts';
import { formatReport } from '../../check/report.ts';
import { indexSite } from '../../check/site-index.ts';
import { UNFILLED, unfilled } from '../../check/unfilled.ts';
import { quoted } from '../../check/wording.ts';
import type { ContentFile } from '../../content-files.ts';
import { newProblems } from '../new-problems.ts';
import { misused, type Outcome, refused } from '../outcome.ts';
import { entryPlan } from './entry.ts';
import { filePlan } from './file.ts';
import { exampleOf, kindList, kindNamed, unknownKind } from './names.ts';
import type { Plan, Present } from './plan.ts';

export interface NewRequest {
  /** The kind, then codes, days or words. */
  readonly words: readonly string[];
  readonly lang: string | undefined;
  /** `YYYY-MM-DD` */
  readonly today: string;
}

/** Creates what the editor asks for; never overwrites anything. */
export function newContent(files: readonly ContentFile[], { words, lang, today }: NewRequest): Outcome {
  const [typed, ...names] = words;
  if (typed === undefined) return { text: kindList(), ok: true };
  const kind = kindNamed(typed);
  if (kind === undefined) return misused(unknownKind(typed));
  if (lang !== undefined && lang !== 'lv' && lang !== 'en')
    return misused(`Valoda ir lv vai en, nevis ${quoted(lang)}.`);
  if (lang === 'en' && !(kind.makes === 'file' && kind.english))
    return misused('Angļu valodā var izveidot tikai pakalpojumu, aptauju un teksta lapu.');
  const wanted = kind.makes === 'entry' && kind.inFileOf !== undefined ? 2 : 1;
  if (names.length < wanted || (names.length > wanted && kind.named !== 'words'))
    return misused(`Rakstiet, piemēram: ${exampleOf(kind)}`);
  const documents = files.flatMap(file => readDocument(file) ?? []);
  const present: Present = { files, documents, site: indexSite(documents, today), today };
  const plan =
    kind.makes === 'file'
      ? filePlan(kind, names[0] ?? '', lang === 'en', present)
      : entryPlan(kind, names, present);
  return 'refusal' in plan ? refused(plan.refusal) : reported(plan, present);
}

/** Reports what was made, what must be filled in, and what the check finds. */
function reported(plan: Extract<Plan, { path: string }>, { files, today }: Present): Outcome {
  const { path, text, isNew, notes = [] } = plan;
  const file: ContentFile = { path, text, utf8: true };
  const problems = newProblems(files, [file], today);
  const open = unfilled([file]);
  const parts = [
    isNew ? `Izveidots fails ${path}.` : `Ieraksts pievienots failam ${path}.`,
    ...(open.length > 0
      ? [
          `Vēl jāaizpilda; kamēr failā ir ${quoted(UNFILLED)}, to publicēt nedrīkst:\n${open
            .map(({ line, text: field }) => `${path}:${line} · ${field}`)
            .join('\n')}`,
          `Nomainiet katru vērtību un izdzēsiet piezīmi “# ${UNFILLED}” rindas beigās.`,
        ]
      : []),
    ...notes,
    ...(problems.length > 0 ? [`Pārbaude vēl prasa:\n${formatReport(problems)}`] : []),
    'Kad gatavs, pārbaudiet: npm run content -- check',
  ];
  return { text: parts.join('\n\n'), ok: true, write: [{ path, text, isNew }] };
}
