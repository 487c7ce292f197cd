// Recording a submission on behalf of a person: form, read-back, storing once, receipt. Nothing is kept in
// the counter's browser.
import { rigaDate, rigaTime } from '../../../src/calendar/dates.ts';
import type { Kind } from '../../../src/contract/kinds.ts';
import type { FieldError, Values } from '../../../src/forms/field.ts';
import { dueFor } from '../../domain/due.ts';
import { arrivalOf, idempotencyHashOf, type Recorded, toInstant } from '../../domain/intake.ts';
import { receivedInstant } from '../../domain/register/counter.ts';
import type { Content } from '../../domain/submission.ts';
import {
  alreadyRecordedPage,
  counterPage,
  counterReceiptPage,
  type Recording,
  readBackPage,
} from '../../views/register/counter.ts';
import { counterForm } from '../../views/register/forms-counter.ts';
import { counterWords } from '../../views/register/words-counter.ts';
import { acknowledgedAt } from '../acknowledge.ts';
import type { HeldFile } from '../attached.ts';
import { newKey } from '../key.ts';
import { accept } from '../submit.ts';
import { belongings, takeIn } from '../take-in.ts';
import { asApp, type RegisterContext } from './env.ts';
import { registerPage } from './reply.ts';

interface Typed {
  readonly values: Values;
  readonly idempotencyKey: string;
  readonly errors?: readonly FieldError[];
  /** Files of an earlier send; they need not be chosen again. */
  readonly attached?: readonly HeldFile[];
}

function formAnswer(
  c: RegisterContext,
  { values, errors = [], idempotencyKey, attached = [] }: Typed,
  status: 200 | 422,
) {
  const state = {
    values: { ...values, edit: undefined, send: undefined },
    errors,
    idempotencyKey,
    attached,
  };
  return registerPage(c, counterPage(counterForm(c.var.deps.site), state), status);
}

/** An empty form; most submissions are recorded at the moment of receipt. */
export function counterAnswer(c: RegisterContext): Promise<Response> {
  const now = c.var.deps.now();
  const values = { receivedOn: rigaDate(now), receivedAt: rigaTime(now) };
  return formAnswer(c, { values, idempotencyKey: newKey(asApp(c)) }, 200);
}

interface Ready extends Recording {
  readonly channel: Recorded['channel'];
  readonly received: Date;
}

/** The typed values as they will be stored, or the error in the time of receipt. */
function readyOf(c: RegisterContext, data: Content): Ready | FieldError {
  const { site, now } = c.var.deps;
  const { channel, kind, receivedOn, receivedAt, ...content } = data;
  const received = receivedInstant(site, { date: String(receivedOn), time: String(receivedAt), now: now() });
  if (typeof received === 'string')
    return {
      field: received === 'time' || received === 'skipped' ? 'receivedAt' : 'receivedOn',
      message: counterWords.faults[received],
    };
  return {
    channel: channel as Recorded['channel'],
    kind: kind as Kind,
    content,
    received,
    receivedAt: toInstant(received),
    dueOn: dueFor(site, kind as Kind, received).dueOn,
    site,
  };
}

/** Handles the form at any stage. */
export async function record(c: RegisterContext): Promise<Response> {
  const form = counterForm(c.var.deps.site);
  const accepted = await accept(asApp(c), form, {
    attempt: 'signed-in',
    reject: (_, __, state) => formAnswer(c, { values: {}, ...state }, 422),
    owner: async (_, key) => idempotencyHashOf(c.var.deps.keyring, deskKey(c, key)),
  });
  if ('response' in accepted) return accepted.response;
  const { idempotencyKey, files } = accepted;
  const { edit, send, ...data } = accepted.data;
  const values = { ...(data as Values), attachments: files.map(({ token }) => token) };
  const typed = { values, idempotencyKey, attached: files };
  if (edit === true) return formAnswer(c, typed, 200);
  const ready = readyOf(c, data);
  if ('field' in ready) return formAnswer(c, { ...typed, errors: [ready] }, 422);
  if (send !== true) return registerPage(c, readBackPage(form, typed, ready));
  return store(c, ready, { key: idempotencyKey, files });
}

/** Bound to the user: no other user and no public form can send it again and see the code. */
const deskKey = (c: RegisterContext, key: string): string => `desk ${c.var.person.id} ${key}`;

interface Sent {
  readonly key: string;
  readonly files: readonly HeldFile[];
}

async function store(c: RegisterContext, ready: Ready, { key, files }: Sent): Promise<Response> {
  const { deps, person } = c.var;
  const { kind, content, channel, received } = ready;
  const arrival = {
    ...arrivalOf(content, {
      kind,
      idempotencyKey: deskKey(c, key),
      suspicions: [],
      receivedAt: received,
    }),
    recorded: { by: person.id, channel, at: toInstant(deps.now()) },
  };
  const to = acknowledgedAt(deps, arrival, content);
  const taken = await takeIn(deps, arrival, belongings(deps, { files, to, lang: 'lv' }));
  deps.log({ level: 'info', event: 'submission', detail: { kind, channel, outcome: taken.outcome } });
  if (taken.outcome === 'conflict') return registerPage(c, alreadyRecordedPage(null), 409);
  if (taken.outcome === 'stored') deps.mail.wake();
  const { submission, trackingCode } = taken;
  if (taken.outcome === 'repeated' && !(await isFresh(c, submission.reference)))
    return registerPage(c, alreadyRecordedPage(submission.reference), 409);
  const origin = deps.settings.origin ?? new URL(c.req.url).origin;
  return registerPage(
    c,
    counterReceiptPage({ submission, trackingCode, recording: ready, origin, by: person.name }),
  );
}

/** A double click or a printer jam counts as the same handover; after that the code is never shown again. */
const SAME_HANDING_OUT_MS = 15 * 60_000;

async function isFresh(c: RegisterContext, reference: string): Promise<boolean> {
  const found = await c.var.deps.submissions.findByReference(reference);
  const recorded = found?.events.find(({ kind }) => kind === 'received')?.detail['recorded'];
  return (
    typeof recorded === 'string' && c.var.deps.now().getTime() - Date.parse(recorded) < SAME_HANDING_OUT_MS
  );
}
