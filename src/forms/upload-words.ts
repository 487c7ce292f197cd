// Texts of the file chooser while a script sends files. Separate from the other messages because browsers
// load them.
import type { Language } from './field.ts';
import { FILE_LIMITS, sizeText } from './files.ts';

function wordsLv() {
  const size = (bytes: number): string => sizeText(bytes, 'lv');
  return {
    list: 'Pievienotie faili',
    choose: 'Izvēlēties failus',
    way: `Failus augšupielādējam uzreiz un glabājam šifrētus; ja veidlapu nenosūtīsiet, pēc ${FILE_LIMITS.hours} stundām tos izdzēsīsim.`,
    wayOrDrop: `Failus varat arī ievilkt šeit. Tos augšupielādējam uzreiz un glabājam šifrētus; ja veidlapu nenosūtīsiet, pēc ${FILE_LIMITS.hours} stundām tos izdzēsīsim.`,
    waiting: 'Gaida savu kārtu',
    sending: (percent: number) => `Augšupielādē: ${percent} %`,
    broken: 'Savienojums pārtrūka. Turpināsim, tiklīdz tas atjaunosies.',
    done: 'Pievienots',
    remove: 'Noņemt',
    retry: 'Mēģināt vēlreiz',
    tooMany: `Var pievienot līdz ${FILE_LIMITS.count} failiem.`,
    tooLarge: `Fails ir lielāks par ${size(FILE_LIMITS.each)}.`,
    tooMuch: `Kopā faili būtu lielāki par ${size(FILE_LIMITS.total)}.`,
    empty: 'Fails ir tukšs.',
    unreadable: 'Failu neizdevās nolasīt. Pārbaudiet, vai tas nav pārvietots, un izvēlieties to vēlreiz.',
    failed: 'Failu neizdevās augšupielādēt.',
    isDone: (name: string) => `Fails ${name} pievienots.`,
    isBroken: (name: string) => `Fails ${name}: savienojums pārtrūka. Turpināsim, tiklīdz tas atjaunosies.`,
    isRefused: (name: string, why: string) => `Fails ${name} nav pievienots. ${why}`,
    isRemoved: (name: string) => `Fails ${name} noņemts.`,
    holding: 'Faili vēl augšupielādējas. Veidlapu nosūtīsim, tiklīdz tie būs pievienoti.',
    blocked: 'Kāds fails nav pievienots. Noņemiet to vai mēģiniet vēlreiz, un tad nosūtiet veidlapu.',
  };
}

export type UploadWords = ReturnType<typeof wordsLv>;

function wordsEn(): UploadWords {
  const size = (bytes: number): string => sizeText(bytes, 'en');
  return {
    list: 'Attached files',
    choose: 'Choose files',
    way: `Files are uploaded at once and kept encrypted; if you do not send the form, we delete them after ${FILE_LIMITS.hours} hours.`,
    wayOrDrop: `You can also drop files here. They are uploaded at once and kept encrypted; if you do not send the form, we delete them after ${FILE_LIMITS.hours} hours.`,
    waiting: 'Waiting for its turn',
    sending: percent => `Uploading: ${percent}%`,
    broken: 'The connection broke. We will go on as soon as it is back.',
    done: 'Attached',
    remove: 'Remove',
    retry: 'Try again',
    tooMany: `Up to ${FILE_LIMITS.count} files can be attached.`,
    tooLarge: `The file is larger than ${size(FILE_LIMITS.each)}.`,
    tooMuch: `Together the files would be larger than ${size(FILE_LIMITS.total)}.`,
    empty: 'The file is empty.',
    unreadable: 'The file could not be read. Check that it has not been moved, and choose it again.',
    failed: 'The file could not be uploaded.',
    isDone: name => `File ${name} attached.`,
    isBroken: name => `File ${name}: the connection broke. We will go on as soon as it is back.`,
    isRefused: (name, why) => `File ${name} has not been attached. ${why}`,
    isRemoved: name => `File ${name} removed.`,
    holding: 'Files are still being uploaded. We will send the form as soon as they are attached.',
    blocked: 'A file has not been attached. Remove it or try again, then send the form.',
  };
}

export const uploadWordsIn = (lang: Language): UploadWords => (lang === 'en' ? wordsEn() : wordsLv());
