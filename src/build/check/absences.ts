// Checks the absences of staff: dates in order and not overlapping, and a stand-in who exists and is present.
// Pure.
import { type ContentDocument, problemAt } from './document.ts';
import type { Problem } from './problem.ts';
import { dateAt, entriesAt, textAt } from './values.ts';
import { nearest, quoted, suggestion } from './wording.ts';
import type { Path } from './yaml.ts';

interface Absence {
  readonly path: Path;
  readonly from: string;
  readonly through: string;
}

const isReversed = ({ from, through }: Absence): boolean => through < from;

/** The absences of a person whose dates are readable. */
const absencesOf = ({ data }: ContentDocument): readonly Absence[] =>
  entriesAt(data, ['absences']).flatMap(({ path }) => {
    const from = dateAt(data, [...path, 'from']);
    const through = dateAt(data, [...path, 'through']);
    return from === undefined || through === undefined ? [] : [{ path, from, through }];
  });

const overlap = (a: Absence, b: Absence): boolean => a.from <= b.through && b.from <= a.through;

/** Everything wrong with the absences of all staff files. */
export function absenceProblems(documents: readonly ContentDocument[]): readonly Problem[] {
  const staff = documents.filter(({ kind }) => kind === 'staff');
  return staff.flatMap(person => [
    ...dateProblems(person),
    ...entriesAt(person.data, ['absences']).flatMap(({ path }) => standInProblems(person, path, staff)),
  ]);
}

function dateProblems(person: ContentDocument): readonly Problem[] {
  const all = absencesOf(person);
  const reversed = all.filter(isReversed).map(({ path, from, through }) =>
    problemAt(person, [...path, 'through'], {
      found: through,
      message: `prombūtnes pēdējā diena (${through}) ir pirms pirmās (${from})`,
      fix: 'Labojiet vienu no datumiem: “through” nedrīkst būt agrāk par “from”.',
      anchor: 'datumu-seciba',
    }),
  );
  const sound = all.filter(absence => !isReversed(absence));
  const twice = sound.flatMap((absence, index) => {
    const first = sound.slice(0, index).find(other => overlap(absence, other));
    if (first === undefined) return [];
    return problemAt(person, [...absence.path, 'from'], {
      found: absence.from,
      message: `prombūtne pārklājas ar prombūtni ${person.yaml.lineOf(first.path)}. rindā (${first.from} – ${first.through})`,
      fix: 'Apvienojiet abus ierakstus vienā vai labojiet datumus.',
      anchor: 'datumu-seciba',
    });
  });
  return [...reversed, ...twice];
}

/** Rule point 5.2.3: the visitor is sent to a person who is present. */
function standInProblems(
  person: ContentDocument,
  path: Path,
  staff: readonly ContentDocument[],
): readonly Problem[] {
  return textAt(person.data, [...path, 'standIn']).flatMap(({ path: at, value }) => {
    if (value === person.id) return problemAt(person, at, { found: value, ...STANDS_IN_FOR_SELF });
    const standIn = staff.find(({ id }) => id === value);
    if (standIn === undefined) return unknownStandIn(person, at, value, staff);
    const absence = absencesOf(person).find(entry => entry.path.join() === path.join());
    if (absence === undefined || isReversed(absence)) return [];
    const away = absencesOf(standIn).find(other => !isReversed(other) && overlap(absence, other));
    if (away === undefined) return [];
    return problemAt(person, at, {
      found: value,
      message: `aizvietotājs ${quoted(value)} pats šajā laikā ir prombūtnē (${away.from} – ${away.through})`,
      fix: `Norādiet citu darbinieku vai sadaliet prombūtni divos ierakstos. Aizvietotāja prombūtne: ${standIn.file}, ${standIn.yaml.lineOf(away.path)}. rinda.`,
      anchor: 'datumu-seciba',
    });
  });
}

const STANDS_IN_FOR_SELF = {
  message: 'darbinieks nevar aizvietot pats sevi',
  fix: 'Norādiet cita darbinieka faila nosaukumu no content/staff bez paplašinājuma.',
  anchor: 'nezinama-atsauce',
} as const;

function unknownStandIn(
  person: ContentDocument,
  path: Path,
  value: string,
  staff: readonly ContentDocument[],
): Problem {
  const others = staff.map(({ id }) => id).filter(id => id !== person.id);
  // Editors write the name as it is spoken; for “Ilze Parauga” they mean the file name.
  const named = staff.find(({ data }) => textAt(data, ['name'])[0]?.value === value)?.id;
  const guess = named ?? nearest(value, others);
  const hint = guess === undefined ? suggestion(value, others) : `Vai domājāt ${quoted(guess)}?`;
  return problemAt(person, path, {
    found: value,
    message: `nezināms aizvietotājs ${quoted(value)}`,
    fix: `${hint} Jābūt faila nosaukumam no content/staff bez paplašinājuma.`.trim(),
    anchor: 'nezinama-atsauce',
  });
}
