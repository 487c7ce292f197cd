// Messages about attached files, in English, in the shape of the Latvian.
import { FILE_LIMITS, sizeText } from './files.ts';
import type { fileFaultsLv, filesLv } from './messages-files.lv.ts';

const size = (bytes: number): string => sizeText(bytes, 'en');
const KINDS =
  'JPEG, PNG and WebP pictures, PDF, Word, Excel, PowerPoint and OpenDocument documents, and e-signed .edoc and .asice files';

export const filesEn: typeof filesLv = {
  size,
  limits: `Up to ${FILE_LIMITS.count} files, each up to ${size(FILE_LIMITS.each)}, together up to ${size(FILE_LIMITS.total)}.`,
  privacy:
    'We remove from pictures where, when and with what they were taken. We do not change documents: they may hold the author’s name and earlier changes.',
  withoutScript: `Where JavaScript does not work, all files together can be up to ${size(FILE_LIMITS.post)}.`,
  kept: 'Already attached (clear the box of what you do not want to send)',
  tooMany: `Up to ${FILE_LIMITS.count} files can be attached. Remove the others.`,
  tooMuch: `The files together are larger than ${size(FILE_LIMITS.total)}. Remove one of them.`,
  notAdded: (name, why) => `The file “${name}” has not been attached. ${why}`,
  postTooLarge: `Without JavaScript, files of up to ${size(FILE_LIMITS.post)} altogether can be sent at once.`,
  formTooLarge: `We could not take the files: without JavaScript they can be up to ${size(FILE_LIMITS.post)} altogether. Go back to the page before, remove the larger files and send again.`,
  gone: 'One of the files is no longer there. Attach it again.',
  elsewhere: 'One of the files has already been sent with another submission. Attach it again.',
  incomplete: name => `The file “${name}” has not been uploaded completely yet. Wait or remove it.`,
  notTokens: 'These have to be the tokens of uploaded files.',
};

export const fileFaultsEn: typeof fileFaultsLv = {
  unknown: `We do not accept this kind of file. You can attach ${KINDS}.`,
  heic: 'We do not accept HEIC pictures, because many computers cannot open them. Save the picture as JPEG.',
  zip: 'We do not accept ZIP archives. Attach the files in the archive one by one.',
  macros: 'We do not accept documents with macros. Save the document without macros or as PDF.',
  damaged: 'The file is damaged or incomplete. Check that it opens, and attach it again.',
  'too-many-parts':
    'The file is made up of so many parts that we cannot check it. Save the document as PDF or the picture as JPEG, and attach it again.',
  empty: 'The file is empty.',
  'too-large': `The file is larger than ${size(FILE_LIMITS.each)}. Make it smaller or split it into several.`,
  full: 'We cannot take files at the moment. Try again later, or send the form without files and say in the text that you have attachments.',
  'source-full':
    'Too many unsent files are waiting from this internet connection. Try again later, or send the form without files and say in the text that you have attachments.',
  'too-often':
    'Too many file uploads have been started from this internet connection in the last hour. Try again in an hour, or send the form without files and say in the text that you have attachments.',
  unread: 'Choose it again when you send the form again.',
};
