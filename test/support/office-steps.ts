// The office's steps on a submission, for tests: through the journal, with the office's key, as in the
// register.
import { randomBytes } from 'node:crypto';
import type { Deps } from '../../api/deps.ts';
import { toInstant } from '../../api/domain/intake.ts';
import { type MessageKind, sealMessage } from '../../api/domain/messages.ts';
import type { Office } from '../../api/domain/office.ts';
import type { State } from '../../api/domain/submission.ts';

export interface OfficeTools {
  readonly deps: Pick<Deps, 'submissions' | 'primitives' | 'takeStep' | 'now'>;
  readonly office: Office;
}

export interface OfficeStep {
  /** The event's kind; by default the state's name. */
  readonly event?: string;
  readonly state?: State;
  readonly message?: { readonly kind: MessageKind; readonly text: string };
  readonly detail?: Readonly<Record<string, string>>;
  readonly marks?: { readonly reviewRequestedAt?: null; readonly erasureRequestedAt?: null };
}

/** Takes a step in the office's name; waiting messages count as read. */
export async function officeStep(
  { deps, office }: OfficeTools,
  reference: string,
  { event, state, message, detail = {}, marks = {} }: OfficeStep,
): Promise<void> {
  const found = await deps.submissions.findByReference(reference);
  const key = found && (await office.contentKey(found.submission));
  if (!key) throw new Error(`no key for ${reference}`);
  const at = toInstant(deps.now());
  const said = message && (await sealMessage(deps.primitives, key, { ...message, author: 'office', at }));
  const kind = event ?? state;
  if (!kind) throw new Error('an event or a state');
  const { outcome } = await deps.takeStep({
    reference,
    idempotencyHash: randomBytes(32),
    contentDigest: randomBytes(32),
    decide: () => ({
      events: [
        {
          reference,
          at,
          kind,
          actor: 'staff:test',
          detail: { ...detail, ...(said ? { message: said.id } : {}) },
        },
      ],
      ...(state ? { state } : {}),
      ...(said ? { message: said } : {}),
      marks: { unreadSince: null, ...marks },
    }),
  });
  if (outcome !== 'taken') throw new Error(outcome);
}

/** Brings a fresh submission to a state through the usual steps. */
export async function bringTo(tools: OfficeTools, reference: string, state: State): Promise<void> {
  if (state === 'received') return;
  if (state === 'reopened') await officeStep(tools, reference, { state: 'answered' });
  const message =
    state === 'answered'
      ? ({ kind: 'answer', text: 'Atvainojamies. Rinda bija par garu.' } as const)
      : state === 'needs-information'
        ? ({ kind: 'information-request', text: 'Kurā dienā tas notika?' } as const)
        : undefined;
  await officeStep(tools, reference, { state, ...(message ? { message } : {}) });
}
