// A submission's file for the holder of its code: to be downloaded, never displayed inline.
import { openAttachment } from '../domain/files/reading.ts';
import { attachmentResponse } from './attachment-response.ts';
import { countAttempt, refuseAttempt } from './attempt.ts';
import { findByTypedCode } from './look-up.ts';
import { readBody } from './read-body.ts';
import { type AppContext, problem } from './reply.ts';

/** `trackingCode` and `file`, an id from the status, are in the body: neither may appear in an address. */
export async function statusFile(c: AppContext): Promise<Response> {
  const stopped = await countAttempt(c, 'look-up');
  if (stopped) return refuseAttempt(c, stopped);
  const body = await readBody(c.req.raw);
  if (!body.ok) return problem(c, body.reason);
  const { trackingCode, file: id } = body.payload;
  const found = await findByTypedCode(c, typeof trackingCode === 'string' ? trackingCode : '');
  if ('response' in found) return found.response;
  const { of, files } = found;
  if (!of.contentKey || !files.some(file => file.id === id)) return problem(c, 'not-found');
  const opened = await openAttachment(c.var.deps, of.contentKey, String(id));
  return opened.ok ? attachmentResponse(opened.file, opened.body) : problem(c, 'file-damaged');
}
