// Formats a comparison for editors. Pure.
import { quoted } from '../../check/wording.ts';
import type { Comparison, FileChange } from './compare.ts';
import { AHEAD_DAYS } from './expiring.ts';
import type { FieldChange } from './fields.ts';
import type { SurveyChange } from './surveys.ts';

/** The whole report; `labels` name the two sides. */
export function diffReport(
  comparison: Comparison,
  labels: { readonly from: string; readonly to: string },
): string {
  const { pages, redirects, files, surveys, expiring, unreadable } = comparison;
  const nothing = files.length === 0 && pages.new.length + pages.gone.length === 0;
  return [
    `Salīdzināts: ${labels.from} → ${labels.to}.`,
    ...(nothing && unreadable.length === 0 ? ['Saturs nav mainījies.'] : []),
    ...block('Jaunas lapas', pages.new),
    ...block('Lapas, kuru vairs nav', pages.gone),
    ...block(
      'Lai vecās saites nepazustu, tīmekļvietnes uzturētājam jāierīko pāradresācija',
      redirects.map(({ from, to }) => `${from} → ${to}`),
    ),
    ...block('Mainītas lapas', pages.changed),
    ...(files.length > 0 ? [`Kas mainījies failos:\n\n${files.map(fileText).join('\n\n')}`] : []),
    ...(surveys.length > 0 ? [`Aptaujas:\n\n${surveys.map(surveyText).join('\n\n')}`] : []),
    ...block(
      `Beidzas nākamajās ${AHEAD_DAYS} dienās vai jau beidzies`,
      expiring.map(
        ({ file, line, text, through, isPast }) =>
          `${through}${isPast ? ' (jau pagājis)' : ''} · ${file}:${line} – ${text}`,
      ),
    ),
    ...block(
      'Šos failus nevar nolasīt, tāpēc par tiem nekas nav teikts (npm run content -- check)',
      unreadable,
    ),
  ].join('\n\n');
}

const block = (title: string, rows: readonly string[]): readonly string[] =>
  rows.length === 0 ? [] : [`${title}:\n${rows.map(row => `  ${row}`).join('\n')}`];

const NAMES = { new: 'jauns', gone: 'vairs nav', renamed: 'pārdēvēts', changed: 'mainīts' } as const;

function fileText({ file, title, change, was, fields }: FileChange): string {
  const from = was === undefined ? '' : ` (bija ${was})`;
  const name = title === '' ? file : `${file} – ${title}`;
  return [`${name} · ${NAMES[change]}${from}`, ...fields.map(fieldText)].join('\n');
}

/**
 * `checked.on – Datums …: 2026-11-22 → 2026-11-24`; added values with a plus, removed values with a minus.
 */
function fieldText({ field, label, before, after }: FieldChange): string {
  const name = label === '' ? field : `${field} – ${label}`;
  if (before === undefined) return `  + ${name}: ${shown(after)}`;
  if (after === undefined) return `  − ${name}: ${shown(before)}`;
  return `    ${name}: ${shown(before)} → ${shown(after)}`;
}

const LONGEST = 200;

/** A value on one line; long values are cut, because the file has them in full. */
function shown(value: unknown): string {
  const text = inWords(value).replace(/\s+/g, ' ').trim();
  return text.length > LONGEST ? `${text.slice(0, LONGEST).trimEnd()}…` : text;
}

function inWords(value: unknown): string {
  if (value === null) return 'nav zināms';
  if (Array.isArray(value)) return value.length === 0 ? '[]' : value.map(inWords).join(', ');
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([key, each]) => `${key}: ${inWords(each)}`)
      .join('; ');
  return String(value);
}

function surveyText({ id, outcome, version, details }: SurveyChange): string {
  return [`${quoted(id)}: ${outcomeText(outcome, version)}`, ...details.map(each => `  ${each}`)].join('\n');
}

function outcomeText(outcome: SurveyChange['outcome'], version: number): string {
  switch (outcome) {
    case 'lost':
      return `vecās un jaunās atbildes vairs nevar salīdzināt, bet redakcija palikusi ${version}. Palieliniet “version”.`;
    case 'wording':
      return 'mainīts formulējums. Ja labota tikai pareizrakstība, atbildes var salīdzināt; ja jēga – palieliniet “version”.';
    case 'version':
      return `tagad ${version}. redakcija; mainīto jautājumu atbildes ar iepriekšējām nesalīdzina.`;
    case 'added':
      return 'jauni jautājumi; agrākās atbildes var salīdzināt.';
    case 'gone':
      return 'aptaujas vairs nav.';
  }
}
