// The office's message to the submitter as a printable letter, for answers by post or e-address.
import { rigaDate } from '../../../src/calendar/dates.ts';
import type { Message } from '../../domain/messages.ts';
import type { OfficeCase } from '../../domain/register/office-case.ts';
import type { CaseAction } from '../../domain/register/rights.ts';
import { servingOf } from '../../domain/register/serving.ts';
import { letterPage } from '../../views/register/letter.ts';
import { actionOf } from './act.ts';
import { notFound } from './case-answer.ts';
import type { RegisterContext } from './env.ts';
import { findCase } from './find-case.ts';
import { registerPage } from './reply.ts';

/** The message with the requested id; by default the latest one of the office. */
function letterIn({ of: { messages } }: OfficeCase, id: string | undefined): Message | undefined {
  const ours = messages.filter(({ author }) => author === 'office');
  return id === undefined ? ours.at(-1) : ours.find(message => message.id === id);
}

/** The author, from the event that names the message. */
function signerOf(of: OfficeCase, { id }: Message) {
  const actor = of.of.events.find(({ detail }) => detail['message'] === id)?.actor ?? '';
  return of.people.get(actor.replace(/^staff:/, '')) ?? null;
}

/** The letter; `?zina=` selects a message other than the latest. */
export async function letterAnswer(c: RegisterContext, reference: string): Promise<Response> {
  const of = await findCase(c, reference);
  const message = of && letterIn(of, c.req.query('zina'));
  if (!of || !message || message.text === null) return notFound(c);
  const { site } = c.var.deps;
  const { kind } = of.of.submission;
  const content = of.of.content ?? {};
  const signer = signerOf(of, message);
  const done: CaseAction | null = actionOf(c.req.query('darits') ?? '') ?? null;
  return registerPage(
    c,
    letterPage({
      of,
      message: { ...message, text: message.text },
      centre: site.centre,
      serving: servingOf(site, { kind, content, sentOn: rigaDate(new Date(message.at)) }),
      signer,
      post: site.desk?.directory.find(({ id }) => id === signer?.directoryId)?.post ?? null,
      done,
      sentOn:
        of.of.submission.state === 'forwarded' &&
        of.of.events.findLast(({ kind: k }) => k === 'forwarded')?.detail['way'] === 'sent',
    }),
  );
}
