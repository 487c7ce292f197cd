// Confirmations that would be untrue. Pure.
import { valueAt } from '../../check/schema-path.ts';
import { unfilled } from '../../check/unfilled.ts';
import { dateAt } from '../../check/values.ts';
import { quoted } from '../../check/wording.ts';
import type { Path } from '../../check/yaml.ts';
import type { ContentFile } from '../../content-files.ts';
import { linesOf } from './facts.ts';
import type { Target } from './targets.ts';

/** What the editor says about the check. */
export interface Statement {
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly source: string | undefined;
  /** Code of a post. */
  readonly by: string | undefined;
}

/** Wording by which a text says that it is not yet known. */
const OPEN = /\bnav (saņem|zinām|atrast|apstiprinā)|jāpārbauda|jāapstiprina|jāprecizē/i;

/** Why this item cannot be confirmed; undefined when it can. */
export function doubt(target: Target, statement: Statement, file: ContentFile): string | undefined {
  const { fact, part } = target;
  return (
    inventedDoubt(target) ??
    unfilledDoubt(target, file) ??
    (part === undefined ? undefined : partDoubt(statement)) ??
    fieldDoubt(target, statement) ??
    (part === undefined && fact.source ? sourceDoubt(target, statement) : undefined) ??
    meaningDoubt(target) ??
    (part === undefined ? dateDoubt(target, statement) : undefined)
  );
}

const textOf = ({ fact }: Target, path: Path | undefined): string => {
  const value = path && valueAt(fact.document.data, path);
  return typeof value === 'string' ? value : '';
};

function inventedDoubt({ fact: { document, at } }: Target): string | undefined {
  const isSample = [[], at].some(path => valueAt(document.data, [...path, 'sample']) === true);
  return isSample
    ? 'šie dati ir paraugi, un paraugus apstiprināt nevar. Aizstājiet tos ar īstiem un rindu “sample: true” izdzēsiet.'
    : undefined;
}

function unfilledDoubt({ fact }: Target, file: ContentFile): string | undefined {
  const lines = fact.at.length === 0 ? undefined : linesOf(fact);
  const open = unfilled([file]).find(({ line }) => lines?.has(line) ?? true);
  return open && `${open.line}. rindā vēl nekas nav ierakstīts (${open.text}).`;
}

/** Day and source belong to the whole fact, so a part must not set them. */
function partDoubt({ source, by }: Statement): string | undefined {
  return source === undefined && by === undefined
    ? undefined
    : 'avots un pārbaudītājs attiecas uz visu failu. Apstiprinot tikai daļu, tos nenorādiet.';
}

function fieldDoubt({ fact, part }: Target, { source, by }: Statement): string | undefined {
  if (part !== undefined) return undefined;
  if (source !== undefined && fact.source === undefined)
    return 'šim failam avota lauka nav; --source nenorādiet.';
  return by !== undefined && fact.by === undefined
    ? 'šeit nav lauka, kurā ierakstīt, kas pārbaudīja; --by lieto tikai pakalpojumam.'
    : undefined;
}

function sourceDoubt(target: Target, { source }: Statement): string | undefined {
  const remaining = source ?? textOf(target, target.fact.source);
  if (remaining === '') return 'nav ierakstīts avots. Norādiet, pēc kā pārbaudīts: --source "…"';
  return OPEN.test(remaining)
    ? `avots pats saka, ka tas vēl nav zināms: ${quoted(remaining)}. Norādiet, pēc kā pārbaudīts: --source "…"`
    : undefined;
}

/** Whether the statement can be confirmed at all. */
function meaningDoubt(target: Target): string | undefined {
  const { fact } = target;
  if (textOf(target, [...fact.at, 'movedDays']) === 'unknown')
    return 'gada pārceltās dienas vēl nav zināmas (movedDays: unknown). Vispirms ierakstiet, kas noteikts.';
  const status = fact.document.kind === 'rules' ? textOf(target, ['status']) : '';
  return OPEN.test(status)
    ? 'laukā “status” teikts, ka tas vēl jāapstiprina. Vispirms pārrakstiet šo teikumu.'
    : undefined;
}

function dateDoubt({ fact }: Target, { date }: Statement): string | undefined {
  const before = fact.date && dateAt(fact.document.data, fact.date);
  return before !== undefined && date < before
    ? `jau pārbaudīts ${before}; agrāku dienu (${date}) ierakstīt nevar.`
    : undefined;
}
