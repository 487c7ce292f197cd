// Messages of the forms, in English, in the shape of the Latvian.
import { countingIn } from './counting.ts';
import type { FormMessages } from './messages.lv.ts';
import { fileFaultsEn, filesEn } from './messages-files.en.ts';

const { characters } = countingIn('en');

export const messagesEn: FormMessages = {
  optional: '(optional)',
  errorPrefix: 'Error:',
  errorTitle: 'Error: ',
  summaryTitle: 'The form has not been sent yet',
  summaryIntro: 'Everything you wrote is kept on this page. Put these things right and send it again:',
  moreErrors: count => `And ${count} more ${count === 1 ? 'error' : 'errors'}.`,
  cantSay: 'Can’t say',
  notChosen: 'Nothing chosen',
  limit: max => `Up to ${characters(max)}.`,
  tooLong: (length, max) =>
    `The text is too long: it has ${characters(length)}, and ${characters(max)} are allowed. Shorten it by at least ${characters(length - max)}.`,
  notText: 'This has to be a text.',
  notBoolean: 'This has to be true or false.',
  notList: 'This has to be a list of texts.',
  email: 'Check the e-mail address: it needs an @ and a domain, for example, name@example.com.',
  date: 'Give a real date: year, month, day, for example, 2026-11-20.',
  range: (min, max, unit) => `A whole number from ${min} to ${max}${unit ? ` (${unit})` : ''}.`,
  number: (min, max) => `Write a whole number from ${min} to ${max}, in digits only.`,
  dateFrom: from => `Give ${from} or a later day.`,
  dateTo: to => `Give ${to} or an earlier day.`,
  notAsked: 'This question is not asked after the answers before it. Take out the answer to it.',
  future: 'The date is in the future. Give today or an earlier day.',
  option: 'Choose one of the answers offered.',
  unknownOption: value => `The answer “${value}” is not in the list. Choose one of those offered.`,
  unknownField: name => `This form has no field “${name}”. Take it out of the request.`,
  badCharacter: (position, code) =>
    `Character ${position} of the text cannot be stored (${code}). Delete it and send again.`,
  noFiles: 'Files cannot be attached to this form. Send it without them.',
  files: filesEn,
  fileFaults: fileFaultsEn,
  key: 'The key of the form is not valid. Open the form anew and fill it in again. For programs: a key is 16 to 100 characters of A–Z, a–z, 0–9, “-” and “_”, random and secret.',
  guessableKey:
    'The key of the form is easily guessed. For programs: it must be random and secret, such as crypto.randomUUID() or 22 random characters of A–Z, a–z, 0–9, “-” and “_”; a counter, a word or repeated characters will not do.',
  unanswered: 'Answer this question.',
  trap: 'Website (leave this empty)',
  proof:
    'The check starts when you press the button to send and takes a few seconds. Without JavaScript, or if the check fails, you can send all the same: we receive everything and only make sure first that it is not spam.',
};
