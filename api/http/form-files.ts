// The files of a form posted in one piece, each stored as it arrives.
import type { FilesField } from '../../src/forms/field.ts';
import { FILE_LIMITS } from '../../src/forms/files.ts';
import { messagesIn } from '../../src/forms/messages.ts';
import { BodyRefused } from './body-limits.ts';
import { isBrokenOff } from './broken-off.ts';
import { absenceOf } from './faults/away.ts';
import { languageOf } from './language.ts';
import type { FormFiles } from './read-body.ts';
import { receiveFile } from './receive-file.ts';
import type { AppContext } from './reply.ts';
import { countUpload, uploadSource } from './upload-source.ts';

/** Characters of a file's name that are kept: its end, which holds the ending. No file system takes as many. */
const MOST_NAME = 1000;

/** Counts bytes and aborts when the limit is reached: a truncated file is not stored. */
async function* bounded(
  bytes: AsyncIterable<Uint8Array>,
  room: { left: number },
): AsyncGenerator<Uint8Array> {
  for await (const piece of bytes) {
    room.left -= piece.length;
    if (room.left < 0) throw new BodyRefused('too-large');
    yield piece;
  }
}

/** Takes files, and keeps what stopped it from storing them: the rest of the form is read all the same. */
export interface FilesTaker extends FormFiles {
  /** The error that the database failed with; undefined when it did not. */
  readonly failure: unknown;
}

/** The taker of one request's files. With `isShut` it reads none of them and says that they have to be chosen again. */
export function formFiles(c: AppContext, { name: field, inOnePost }: FilesField, isShut = false): FilesTaker {
  const say = messagesIn(languageOf(c));
  const faults: string[] = [];
  const room: { left: number } = { left: inOnePost ? FILE_LIMITS.total : FILE_LIMITS.post };
  const tooLarge = inOnePost ? say.files.tooMuch : say.files.postTooLarge;
  let count = 0;
  let failure: unknown;
  const refuse = (sentence: string): string => {
    if (!faults.includes(sentence)) faults.push(sentence);
    return '';
  };
  return {
    field,
    faults,
    get failure() {
      return failure;
    },
    async take({ fileName: sent, bytes }) {
      const fileName = sent.slice(-MOST_NAME);
      // An empty file input still sends a nameless file of no bytes.
      if (fileName === '') return '';
      count += 1;
      if (count > FILE_LIMITS.count) return refuse(say.files.tooMany);
      if (room.left < 0) return refuse(say.files.notAdded(fileName, tooLarge));
      if (isShut) return refuse(say.files.notAdded(fileName, say.fileFaults.unread));
      if (failure !== undefined) return '';
      const receive = async () => {
        if (await countUpload(c)) return { ok: false, reason: 'too-often' } as const;
        const source = await uploadSource(c);
        return receiveFile(c.var.deps, { name: fileName, source }, bounded(bytes, room));
      };
      const received = await receive().catch((fault: unknown) => {
        if (isBrokenOff(fault) || absenceOf(fault) === null) throw fault;
        failure ??= fault;
        return null;
      });
      if (!received) return '';
      if (received.ok) return received.token;
      const why = room.left < 0 ? tooLarge : say.fileFaults[received.reason];
      return refuse(say.files.notAdded(fileName, why));
    },
  };
}
