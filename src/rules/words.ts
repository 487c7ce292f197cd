// Word-by-word differences of two texts. Pure.
import { diffWords } from 'diff';

/** A piece of text that is unchanged, added or removed. */
export interface Piece {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Unchanged, removed and added words in reading order; a removal precedes its replacement. */
export function wordChanges(older: string, newer: string): readonly Piece[] {
  const pieces = diffWords(older, newer).map(
    ({ added, removed, value }): Piece => ({
      kind: added ? 'added' : removed ? 'removed' : 'same',
      text: value,
    }),
  );
  return joined(pieces);
}

/** Only spaces or punctuation between two changes: one merged change is easier to read than two. */
const isGlue = ({ kind, text }: Piece): boolean => kind === 'same' && !/[\p{L}\p{N}]/u.test(text);

function joined(pieces: readonly Piece[]): readonly Piece[] {
  const result: Piece[] = [];
  let removed = '';
  let added = '';
  const flush = () => {
    if (removed) result.push({ kind: 'removed', text: removed });
    if (added) result.push({ kind: 'added', text: added });
    removed = '';
    added = '';
  };
  for (const [index, piece] of pieces.entries()) {
    const next = pieces[index + 1];
    if (piece.kind === 'removed') removed += piece.text;
    else if (piece.kind === 'added') added += piece.text;
    // Such a piece is merged into both sides only when both sides continue.
    else if (removed && added && next && isGlue(piece)) {
      removed += piece.text;
      added += piece.text;
    } else {
      flush();
      result.push(piece);
    }
  }
  flush();
  return result;
}

/**
 * Similarity of two texts by their words: 1 for the same words, 0 for none in common (Dice's coefficient).
 */
export function likeness(a: string, b: string): number {
  const words = (text: string) => text.toLocaleLowerCase('lv').match(/[\p{L}\p{N}]+/gu) ?? [];
  const [first, second] = [words(a), words(b)];
  const rest = Map.groupBy(second, word => word);
  const common = first.filter(word => rest.get(word)?.pop() !== undefined).length;
  return first.length + second.length === 0 ? 1 : (2 * common) / (first.length + second.length);
}
