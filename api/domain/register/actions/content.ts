// Changes content of a case: corrects wrong personal data (GDPR 16), or makes a passage unreadable.
import type { Message } from '../../messages.ts';
import type { Content } from '../../submission.ts';
import type { Note } from '../notes.ts';
import { type DecideAction, textOf } from '../office-step.ts';

/** Who the sender is and how to reach them; the matter itself is never corrected by staff. */
export const RECTIFIABLE = ['name', 'address', 'email', 'phone'] as const;

/** `content`: the present content. The former value is not kept. */
export const rectify =
  (content: Content): DecideAction =>
  async context => {
    const changed = RECTIFIABLE.filter(field => textOf(context, field) !== (content[field] ?? ''));
    if (changed.length === 0) return { refused: 'nothing-changed' };
    const next: Record<string, unknown> = { ...content };
    for (const field of changed) {
      const value = textOf(context, field);
      if (value === '') delete next[field];
      else next[field] = value;
    }
    const sealed = await context.content(next);
    if (!sealed) return { refused: 'sealed' };
    return { events: [context.event('rectified', { fields: changed.join(',') })], set: { content: sealed } };
  };

const REDACTABLE = ['text', 'wish', 'subject', 'aboutStaff'] as const;
export const REDACTION_REASONS = ['third-party', 'special-category', 'secret', 'offensive'] as const;
/** Replaces a passage that was made unreadable; its length does not depend on the passage. */
export const COVERED = '█████';

const plain = (text: string): string => text.replaceAll('\r\n', '\n');

/** Nothing but what was covered before: covering it again would only make the text five times as long. */
const isCovered = (passage: string): boolean => passage.replaceAll('█', '').trim() === '';

/** The content without the passage; null when it does not occur. */
function withoutPassage(content: Content, passage: string): Content | null {
  const hit = REDACTABLE.filter(field => {
    const text = content[field];
    return typeof text === 'string' && plain(text).includes(passage);
  });
  if (hit.length === 0) return null;
  const covered = hit.map(field => [field, plain(String(content[field])).replaceAll(passage, COVERED)]);
  return { ...content, ...Object.fromEntries(covered) };
}

/** Texts that may quote a passage. */
interface Worded {
  readonly messages: readonly Message[];
  readonly notes: readonly Note[];
}

/** Removes every occurrence in the submission, the messages and the notes of staff; this cannot be undone. */
export const redact =
  (content: Content, { messages, notes }: Worded): DecideAction =>
  async context => {
    const passage = plain(textOf(context, 'passage'));
    if (isCovered(passage)) return { refused: 'no-such-passage' };
    const covered = withoutPassage(content, passage);
    const quotes = ({ text }: Pick<Message, 'text'>) => text !== null && plain(text).includes(passage);
    const without = ({ text }: Pick<Message, 'text'>) => plain(text ?? '').replaceAll(passage, COVERED);
    const [said, noted] = [messages.filter(quotes), notes.filter(quotes)];
    if (!covered && said.length + noted.length === 0) return { refused: 'no-such-passage' };
    const sealed = covered && (await context.content(covered));
    const rewritten = await Promise.all(said.map(one => context.rewrite(one, without(one))));
    const rewrittenNotes = await Promise.all(noted.map(one => context.rewriteNote(one, without(one))));
    if ((covered && !sealed) || rewritten.includes(null) || rewrittenNotes.includes(null))
      return { refused: 'sealed' };
    return {
      events: [context.event('redacted', { reason: textOf(context, 'reason') })],
      rewritten: rewritten.filter(one => one !== null),
      rewrittenNotes: rewrittenNotes.filter(one => one !== null),
      ...(sealed ? { set: { content: sealed } } : {}),
    };
  };
