// Resolves the kind, code, day or words that an editor typed, and explains mistakes. Pure.
import { folded, listed, nearest, quoted, slug } from '../../check/wording.ts';
import { NEW_KINDS, type NewKind } from './kinds.ts';

/** The kind by any of its names, with or without diacritics. */
export const kindNamed = (typed: string): NewKind | undefined =>
  NEW_KINDS.find(({ names }) => names.includes(folded(typed)));

/** The message for an unknown kind. */
export function unknownKind(typed: string): string {
  const near = nearest(
    typed,
    NEW_KINDS.flatMap(({ names }) => names),
  );
  const guess = near === undefined ? '' : ` Vai domājāt ${quoted(near)}?`;
  return `Tāda satura veida nav: ${quoted(typed)}.${guess}\n\n${kindList()}`;
}

/** Every kind with an example. */
export function kindList(): string {
  const rows = NEW_KINDS.map(({ names, example, title }) => [`${names[0]} ${example}`, title] as const);
  const width = Math.max(...rows.map(([call]) => call.length));
  const lines = rows.map(([call, title]) => `  ${call.padEnd(width)}  ${title}`);
  return `Ko var izveidot (npm run content -- new <veids> <kods>):\n\n${lines.join('\n')}\n`;
}

/** An example of the kind to copy. */
export const exampleOf = ({ names: [name], example }: NewKind): string =>
  `npm run content -- new ${name} ${example}`;

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What is wrong with a code, day or year; undefined when it is right. */
export function nameFault(kind: NewKind, typed: string): string | undefined {
  if (kind.named === 'date')
    return isDay(typed)
      ? undefined
      : `Diena jāraksta GGGG-MM-DD, piemēram, 2027-01-01; ierakstīts: ${quoted(typed)}.`;
  if (kind.named === 'year')
    return /^20\d\d$/.test(typed)
      ? undefined
      : `Gads jāraksta ar četriem cipariem; ierakstīts: ${quoted(typed)}.`;
  const allowed = kind.makes === 'file' ? /^[a-z0-9][a-z0-9-]*$/ : /^[a-z][a-z0-9-]*$/;
  if (allowed.test(typed)) return undefined;
  const better = slug(typed);
  const hint = allowed.test(better) ? ` Vai domājāt ${quoted(better)}?` : '';
  return `Kodā drīkst būt tikai mazie burti bez garumzīmēm, cipari un defises; ${quoted(typed)} neder.${hint}`;
}

/** True for an existing day, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  const instant = new Date(`${text}T00:00:00Z`);
  return DAY.test(text) && !Number.isNaN(instant.valueOf()) && instant.toISOString().startsWith(text);
}

/** The message for an unknown file, with the existing ones. */
export function unknownFile(
  kind: 'staff' | 'hours' | 'services' | 'surveys',
  typed: string,
  known: readonly string[],
): string {
  const near = nearest(typed, known);
  const guess = near === undefined ? '' : ` Vai domājāt ${quoted(near)}?`;
  return `Mapē content/${kind} nav faila ${quoted(typed)}.${guess} Ir: ${listed(known)}.`;
}
