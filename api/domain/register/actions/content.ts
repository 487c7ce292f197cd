// Changing what lies in a case: a person's wrong data put right (GDPR 16), or a passage made unreadable.
import type { Content } from '../../submission.ts';
import { type DecideAction, textOf } from '../office-step.ts';

/** Who the sender is and how to reach them; the matter itself is theirs and is never corrected by staff. */
export const RECTIFIABLE = ['name', 'address', 'email', 'phone'] as const;

/** `content`: what lies there now. The former value is kept nowhere. */
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

export const REDACTABLE = ['text', 'wish', 'subject', 'aboutStaff'] as const;
export const REDACTION_REASONS = ['third-party', 'special-category', 'secret', 'offensive'] as const;
const BLOCK = '█████';

/** Every occurrence goes; it can't be brought back. */
export const redact =
  (content: Content): DecideAction =>
  async context => {
    const passage = textOf(context, 'passage').replaceAll('\r\n', '\n');
    const next: Record<string, unknown> = { ...content };
    let found = 0;
    for (const field of REDACTABLE) {
      const text = content[field];
      if (typeof text !== 'string' || !text.replaceAll('\r\n', '\n').includes(passage)) continue;
      next[field] = text.replaceAll('\r\n', '\n').replaceAll(passage, BLOCK);
      found += 1;
    }
    if (found === 0) return { refused: 'no-such-passage' };
    const sealed = await context.content(next);
    if (!sealed) return { refused: 'sealed' };
    return {
      events: [context.event('redacted', { reason: textOf(context, 'reason') })],
      set: { content: sealed },
    };
  };
