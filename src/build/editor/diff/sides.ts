// The two versions to compare: a folder, a point of the history, or the current files (Node).
import { existsSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { quoted } from '../../check/wording.ts';
import { type ContentFile, readContentFiles, readContentFolder } from '../../content-files.ts';
import { filesAt, lastPoint, NoHistory, pointNamed } from './git.ts';

interface Side {
  readonly label: string;
  readonly files: readonly ContentFile[];
}

export type Reading = { readonly sides: readonly [from: Side, to: Side] } | { readonly refusal: string };

/**
 * Reads both sides.
 * @param root the project folder
 * @param here the editor's current folder, for relative paths
 */
export async function readSides(root: string, here: string, [from, to]: readonly string[]): Promise<Reading> {
  try {
    const before = from === undefined ? await lastSide(root) : await sideNamed(root, here, from);
    const now =
      to === undefined
        ? { label: 'faili, kādi tie ir tagad', files: await readContentFiles(root) }
        : await sideNamed(root, here, to);
    return { sides: [before, now] };
  } catch (fault) {
    if (fault instanceof NoHistory) return { refusal: historyRefusal(fault, from) };
    if (fault instanceof NoContent) return { refusal: fault.message };
    throw fault;
  }
}

class NoContent extends Error {}

async function lastSide(root: string): Promise<Side> {
  const point = await lastPoint(root);
  const what = point.isRelease ? 'pēdējais laidiens' : 'pēdējā ierakstītā versija';
  return { label: `${what} (${point.label})`, files: await filesAt(root, point) };
}

async function sideNamed(root: string, here: string, name: string): Promise<Side> {
  const folder = resolve(here, name);
  if (name !== '' && existsSync(folder) && statSync(folder).isDirectory()) {
    const files = await readContentFolder(contentIn(folder, name));
    return { label: `mape ${name}`, files };
  }
  const point = await pointNamed(root, name).catch(fault => {
    if (fault instanceof NoHistory && fault.fault === 'unknown') throw new NoContent(unknownName(name));
    throw fault;
  });
  return { label: point.label, files: await filesAt(root, point) };
}

/** Accepts a folder that contains `content/`, or a content folder itself. */
function contentIn(folder: string, name: string): string {
  const inside = join(folder, 'content');
  if (existsSync(inside)) return inside;
  if (basename(folder) === 'content' || existsSync(join(folder, 'site.yaml'))) return folder;
  throw new NoContent(`Mapē ${quoted(name)} satura nav: tajā nav ne mapes “content”, ne faila “site.yaml”.`);
}

const unknownName = (name: string): string =>
  `Nav ne mapes, ne git versijas ${quoted(name)}. Versijas parāda komandas git tag un git log --oneline.`;

function historyRefusal({ fault, message }: NoHistory, from: string | undefined): string {
  const folder = 'Var salīdzināt arī ar mapi: npm run content -- diff ../vecais-saturs';
  switch (fault) {
    case 'no-git':
      return `Šajā datorā nav programmas git, tāpēc vēsturi nevar nolasīt. ${folder}`;
    case 'no-repository':
      return `Šī mape nav git krātuve, tāpēc vēstures nav${from === undefined ? ' un nav ar ko salīdzināt' : ''}. ${folder}`;
    case 'no-history':
      return `Git krātuvē vēl nav ierakstīta neviena versija, tāpēc nav ar ko salīdzināt. ${folder}`;
    default:
      return `Git vēsturi nevar nolasīt: ${message || 'iemesls nav zināms'}`;
  }
}
