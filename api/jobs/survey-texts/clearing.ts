// Clearing a survey's text: redact, clear, withhold, return, tag. Decided in the journal's turn by the stored
// state in that turn, and stored with the event that records it.

import type { DirectoryEntry } from '../../../src/contract/desk.ts';
import type { Primitives } from '../../domain/crypto/primitives.ts';
import { toInstant } from '../../domain/intake.ts';
import type { Office } from '../../domain/office.ts';
import { type RegisterEvent, registerEvent } from '../../domain/register/events.ts';
import type { Person } from '../../domain/register/people.ts';
import { openText, resealText } from '../../domain/surveys/text-seal.ts';
import {
  covered,
  isAboutReader,
  type StoredText,
  stateAfter,
  type TagChange,
  type TextAction,
  type TextRefusal,
  tagsAfter,
  type WithheldReason,
} from '../../domain/surveys/texts.ts';
import type { Journal } from '../../store/journal.ts';
import type { TextStore } from '../../store/surveys/texts.ts';
import type { TextReader } from './reader.ts';

interface Decision {
  readonly id: string;
  readonly survey: string;
  /** Revision shown on the page where the decision was made. */
  readonly revision: number;
  readonly action: TextAction;
  /** Passages to redact before anything else; passages not found in the text are ignored here. */
  readonly passages: readonly string[];
  /** Why it is withheld. */
  readonly reason: WithheldReason | null;
  readonly by: Person;
}

type Decided = { readonly done: true } | { readonly refused: TextRefusal };

export interface Clearing {
  decide(decision: Decision): Promise<Decided>;
  tag(text: Pick<Decision, 'id' | 'survey' | 'by'>, change: TagChange): Promise<Decided>;
}

interface Tools {
  readonly store: TextStore;
  readonly reader: TextReader;
  readonly journal: Journal;
  readonly office: Office | null;
  readonly primitives: Primitives;
  readonly directory: readonly DirectoryEntry[];
  readonly now: () => Date;
}

const EVENTS: Readonly<Record<TextAction, RegisterEvent>> = {
  redact: 'survey-text-redacted',
  clear: 'survey-text-cleared',
  withhold: 'survey-text-withheld',
  return: 'survey-text-returned',
};

/**
 * Result of opening and redacting the stored text: the remaining text, sealed, and the number of passages
 * removed.
 */
interface Words {
  readonly sealed?: Uint8Array;
  readonly passages: number;
}

/** Creates clearing over a store of texts. */
export function createClearing(tools: Tools): Clearing {
  const { store, reader, journal, office, primitives, directory, now } = tools;

  async function words(text: StoredText, { passages, action, by }: Decision): Promise<Words | TextRefusal> {
    if (!office) return 'sealed';
    const opened = await openText(primitives, office, text);
    // A text that cannot be opened can still be withheld or returned.
    if (opened === null) return action === 'withhold' || action === 'return' ? { passages: 0 } : 'sealed';
    if (isAboutReader(opened, by, directory)) return 'yours';
    const { text: rest, found } = covered(opened, passages);
    if (rest === opened) return action === 'redact' ? 'nothing' : { passages: 0 };
    const sealed = await resealText(primitives, office, text, rest);
    return sealed ? { sealed, passages: found } : 'sealed';
  }

  return {
    async decide(decision) {
      const { id, survey, revision, action, reason, by } = decision;
      const result = await journal.run<Decided>(async append => {
        const refused = (why: TextRefusal) => ({ statements: [], result: { refused: why } });
        const text = await store.find(id);
        if (!text || text.survey !== survey) return refused('gone');
        const state = stateAfter(text.state, action);
        if (text.revision !== revision || state === null) return refused('moved-on');
        const left = await words(text, decision);
        if (typeof left === 'string') return refused(left);
        const detail = {
          survey,
          text: id,
          ...(left.passages > 0 ? { passages: left.passages } : {}),
          ...(action === 'withhold' ? { reason } : {}),
        };
        await append(registerEvent(EVENTS[action], by, toInstant(now()), detail));
        const change = store.change(id, {
          revision,
          state,
          reason: action === 'withhold' ? reason : action === 'redact' ? text.reason : null,
          ...(left.sealed ? { sealed: left.sealed } : {}),
        });
        // A text that was only redacted still waits, and stays reserved for its reader as long as before.
        const rest = action === 'redact' ? [] : [store.release(id)];
        return { statements: [change, ...rest], result: { done: true } };
      });
      if ('done' in result) {
        reader.forget(id);
        // The original text remains in the log until it is emptied.
        if (decision.passages.length > 0) await store.clearLog();
      }
      return result;
    },
    tag: ({ id, survey, by }, change) =>
      journal.run<Decided>(async append => {
        const text = await store.find(id);
        if (!text || text.survey !== survey || text.state !== 'cleared')
          return { statements: [], result: { refused: 'gone' } };
        const tags = tagsAfter(text.tags, change);
        if (tags === null) return { statements: [], result: { refused: 'full' } };
        const [added, removed] = [
          tags.filter(tag => !text.tags.includes(tag)).length,
          text.tags.filter(tag => !tags.includes(tag)).length,
        ];
        if (added + removed === 0) return { statements: [], result: { done: true } };
        const detail = { survey, text: id, added, removed };
        await append(registerEvent('survey-text-tagged', by, toInstant(now()), detail));
        return { statements: [store.setTags(id, tags)], result: { done: true } };
      }),
  };
}
