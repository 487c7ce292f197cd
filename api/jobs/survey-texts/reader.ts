// Reads texts of surveys with the office's key, and looks for words in them. They lie sealed, so that searching is opening:
// what was opened once stays in this process, in the spelling it is searched by, bounded, until nobody has searched for a while.
import { type After, whenIdle } from '../../domain/crypto/after.ts';
import type { Primitives } from '../../domain/crypto/primitives.ts';
import type { Office } from '../../domain/office.ts';
import { openText } from '../../domain/surveys/text-seal.ts';
import { fits, searchable } from '../../domain/surveys/text-search.ts';
import type { StoredText } from '../../domain/surveys/texts.ts';
import type { TextFilter, TextHead, TextStore } from '../../store/surveys/texts.ts';

interface OpenedText extends StoredText {
  /** Null when it cannot be opened: another key, or it was tampered with. */
  readonly text: string | null;
}

interface TextsFound {
  /** Ids, newest month first, at most `SHOWN`. */
  readonly ids: readonly string[];
  readonly count: number;
  /** Texts that were searched. */
  readonly searched: number;
  /** Texts not searched for lack of time: the next search continues with them. */
  readonly left: number;
  /** Whether there are older texts beyond the search limit. */
  readonly older: boolean;
}

export interface TextReader {
  open(texts: readonly StoredText[]): Promise<readonly OpenedText[]>;
  /** Texts that contain words with all of these beginnings (`searchTerms`). */
  search(filter: TextFilter, terms: readonly string[]): Promise<TextsFound>;
  /** Maximum number of texts searched, and of results shown. */
  readonly most: number;
  readonly shown: number;
  /** Drops a changed text from the cache. */
  forget(id: string): void;
  /** Drops the whole cache, after texts were destroyed. */
  forgetAll(): void;
  /** How many opened texts are in memory. */
  keptTexts(): number;
}

/** Maximum searched, per survey and state: the newest. */
const MOST_SEARCHED = 20_000;
/** Maximum number of results shown. */
const SHOWN = 100;
/** Small enough to let other requests run in between. */
const BATCH = 50;
/**
 * The maximum number of open windows: within this many, texts of one window (of staff, of former times) are
 * opened consecutively.
 */
const STRETCH = 1000;
/**
 * Opening takes about a millisecond per window, which usually means per text: a request does not wait for all
 * of it.
 */
const LONGEST_MS = 3000;

interface Tools {
  readonly store: TextStore;
  /** Null when the office's key is kept elsewhere: nothing can be opened. */
  readonly office: Office | null;
  readonly primitives: Primitives;
  readonly now: () => Date;
  /** Maximum number of texts searched. */
  readonly most?: number;
  /** The timer; absent in commands, which end soon. */
  readonly after?: After | undefined;
}

/** Milliseconds after which opened texts are forgotten when nobody searches. */
const IDLE_MS = 15 * 60_000;

interface Kept {
  readonly revision: number;
  readonly text: string;
}

/**
 * The newest stretch first; within it, texts of one window are grouped, because opening a window costs most.
 */
const byWindow = (heads: readonly TextHead[]): readonly TextHead[] =>
  Array.from({ length: Math.ceil(heads.length / STRETCH) }, (_, i) =>
    heads
      .slice(i * STRETCH, (i + 1) * STRETCH)
      .toSorted((a, b) => (a.windowId < b.windowId ? -1 : a.windowId > b.windowId ? 1 : 0)),
  ).flat();

/** Cache of opened texts in their normalised spelling; the least recently used are evicted first. */
function createKept(most: number) {
  const kept = new Map<string, Kept>();
  return {
    clear: (): void => kept.clear(),
    size: (): number => kept.size,
    forget: (id: string): void => {
      kept.delete(id);
    },
    get({ id, revision }: TextHead): string | null {
      const one = kept.get(id);
      if (one?.revision !== revision) return null;
      kept.delete(id);
      kept.set(id, one);
      return one.text;
    },
    put(id: string, one: Kept): void {
      kept.delete(id);
      kept.set(id, one);
      const [first] = kept.keys();
      if (kept.size > most && first !== undefined) kept.delete(first);
    },
  };
}

/** Creates a reader over a store of texts. */
export function createTextReader({
  store,
  office,
  primitives,
  now,
  most = MOST_SEARCHED,
  after = undefined,
}: Tools): TextReader {
  const kept = createKept(most);
  const inUse = whenIdle(after ?? null, IDLE_MS, kept.clear);

  const openOne = async (text: StoredText): Promise<OpenedText> => ({
    ...text,
    text: office && (await openText(primitives, office, text)),
  });
  const open = (texts: readonly StoredText[]) => Promise.all(texts.map(openOne));

  /** Opens texts that are not cached yet, as long as time permits. */
  async function keep(heads: readonly TextHead[]): Promise<void> {
    const missing = byWindow(heads.filter(head => kept.get(head) === null));
    const until = now().getTime() + LONGEST_MS;
    for (let from = 0; from < missing.length && now().getTime() < until; from += BATCH) {
      const ids = missing.slice(from, from + BATCH).map(({ id }) => id);
      for (const { id, revision, text } of await open(await store.byIds(ids)))
        kept.put(id, { revision, text: searchable(text ?? '') });
    }
  }

  return {
    open,
    most,
    shown: SHOWN,
    forget: kept.forget,
    forgetAll: kept.clear,
    keptTexts: kept.size,
    async search(filter, terms) {
      inUse();
      const heads = await store.heads(filter, most + 1);
      const within = heads.slice(0, most);
      await keep(within);
      const searched = within.filter(head => kept.get(head) !== null);
      const found = searched.filter(head => fits(kept.get(head) ?? '', terms));
      return {
        ids: found.slice(0, SHOWN).map(({ id }) => id),
        count: found.length,
        searched: searched.length,
        left: within.length - searched.length,
        older: heads.length > within.length,
      };
    },
  };
}
