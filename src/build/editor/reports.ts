// `npm run content -- check | release | stale`: the problems of the content, and what prevents publishing.
// Pure.
import { FRESH_DAYS } from '../../services/freshness.ts';
import { checkContent } from '../check/check.ts';
import { type Mark, samples, staleServices, unconfirmed } from '../check/release.ts';
import { formatReport } from '../check/report.ts';
import { unrecorded } from '../check/survey/recorded.ts';
import { unfilled } from '../check/unfilled.ts';
import type { ContentFile } from '../content-files.ts';
import type { Outcome } from './outcome.ts';

const UNRECORDED = 'Vēl nav ierakstīts, ko šīs aptaujas jautā. Ierakstiet ar npm run content -- versions';
const NOT_YET = 'Publicēt vēl nedrīkst';

/** Every mistake; unfinished parts are listed but do not fail the check. */
export function checkReport(files: readonly ContentFile[]): Outcome {
  const problems = checkContent(files);
  const parts = [
    formatReport(problems),
    ...section('Vēl jāaizpilda', unfilled(files)),
    ...section(UNRECORDED, unrecorded(files), '\n'),
  ];
  return { text: parts.join('\n\n'), ok: problems.length === 0 };
}

/** Whether the content may be published. */
export function releaseReport(files: readonly ContentFile[]): Outcome {
  const problems = checkContent(files);
  const empty = unfilled(files);
  const unknown = unrecorded(files);
  const invented = samples(files);
  const parts = [
    ...(problems.length > 0 ? [formatReport(problems)] : []),
    ...section(`${NOT_YET}: te vēl kas jāaizpilda.`, empty, '\n'),
    ...section(`${NOT_YET}. ${UNRECORDED}`, unknown, '\n'),
    ...section(`${NOT_YET}: šie dati ir paraugi.`, invented, '\n'),
    ...section('Brīdinājums: tas vēl jāapstiprina.', unconfirmed(files), '\n'),
  ];
  const ok = problems.length + empty.length + unknown.length + invented.length === 0;
  return { text: [...parts, ok ? 'Saturu drīkst publicēt.' : 'Saturu publicēt nedrīkst.'].join('\n\n'), ok };
}

/** Services that have not been checked for a long time; `today` is `YYYY-MM-DD`. */
export function staleReport(files: readonly ContentFile[], today: string): Outcome {
  const found = staleServices(files, today);
  if (found.length === 0)
    return { text: `Visi pakalpojumi pārbaudīti pēdējo ${FRESH_DAYS} dienu laikā.`, ok: true };
  return {
    text: `Šie pakalpojumi nav pārbaudīti ilgāk par ${FRESH_DAYS} dienām.\n${listMarks(found)}`,
    ok: true,
  };
}

const section = (title: string, marks: readonly Mark[], link = ':\n'): readonly string[] =>
  marks.length === 0 ? [] : [`${title}${link}${listMarks(marks)}`];

const listMarks = (marks: readonly Mark[]): string =>
  marks.map(({ file, line, text }) => `${file}:${line} · ${text}`).join('\n');
