// The text of every refusal in English, with the same shape as the Latvian.
import { fileFaultsEn as faults } from '../../src/forms/messages-files.en.ts';
import { MAX_BODY, MAX_DEPTH, MAX_NAME, MAX_VALUES } from './body-limits.ts';
import type { problemsLv } from './problems.lv.ts';
import { followUpProblemsEn } from './problems-follow-up.en.ts';

export const problemsEn: typeof problemsLv = {
  unreadable: {
    title: 'The request could not be read',
    detail:
      'The data we received are damaged or incomplete. Check that they are in UTF-8 and that the JSON is well-formed, then send them again.',
  },
  'not-found': {
    title: 'There is no such address',
    detail: 'Check the address or start from the home page.',
  },
  method: {
    title: 'This address does not work that way',
    detail: 'Use the form on the website or a method named in the Allow header.',
  },
  conflict: {
    title: 'This form has already been sent with other content',
    detail: 'The first one was received and registered. To send something else, open the form anew.',
  },
  'too-large': {
    title: 'Too much data was sent',
    detail: `Up to ${MAX_BODY / 1024} KB can be sent at once. Shorten the text and send it again.`,
  },
  'too-many-values': {
    title: 'Too many values were sent',
    detail: `All fields together may have up to ${MAX_VALUES} values at once. Take the superfluous fields out and send again.`,
  },
  'too-deep': {
    title: 'The data are nested too deeply',
    detail: `JSON lists and objects may be nested up to ${MAX_DEPTH} levels deep. A field is a text or a list of texts.`,
  },
  'name-too-long': {
    title: 'The name of a field is too long',
    detail: `The name of a field may have up to ${MAX_NAME} characters. Take the field with a longer name out and send again.`,
  },
  type: {
    title: 'We do not accept this kind of data',
    detail: 'Send application/json, application/x-www-form-urlencoded or multipart/form-data.',
  },
  invalid: { title: 'Some of the data are not valid', detail: 'Mend the fields named and send again.' },
  'unknown-code': {
    title: 'No submission with this code was found',
    detail:
      'Check that all 16 characters are as on your receipt. If you have lost the code, call the centre.',
  },
  prove: {
    title: 'A check is needed',
    detail:
      'Unusually many submissions have come in the last hour. Send again with the field proofOfWork: a solved ALTCHA challenge from the address given in challenge. Without it, send with the field proofAsked: we take the submission in and flag it as suspicious. Or wait as many seconds as the header Retry-After says.',
  },
  limited: {
    title: 'Too many submissions',
    detail:
      'Too much has been sent from this network in the last hour; what was filled in wrongly counts too. This one was not received: send it again after as many seconds as the header Retry-After says, or call the centre.',
  },
  'looked-up-often': {
    title: 'Looked up too often',
    detail:
      'Submissions have been looked up too often from this network in the last hour. Try again after as many seconds as the header Retry-After says, or call the centre.',
  },
  'unknown-survey': {
    title: 'There is no such survey',
    detail: 'Open surveys are listed on the page /en/surveys/.',
  },
  'survey-future': {
    title: 'The survey has not started yet',
    detail: 'Open surveys are listed on the page /en/surveys/.',
  },
  'survey-closed': {
    title: 'The survey is over',
    detail:
      'Thank you for wanting to take part. Open surveys are listed on the page /en/surveys/; you can also write to us on the page /en/feedback/.',
  },
  'survey-superseded': {
    title: 'The survey has changed',
    detail:
      'The answers are for a former version of the survey. Open the survey anew and answer its questions.',
  },
  'survey-staff': {
    title: 'The staff survey cannot be answered here',
    detail: 'It is answered at the centre’s server: open the address on the invitation.',
  },
  'upload-token': {
    title: 'The upload token is missing',
    detail: 'Give 32 random bytes as base64url (43 characters) in the header Upload-Token.',
  },
  'no-upload': {
    title: 'There is no such upload',
    detail: 'The file was removed or has waited too long for its form to be sent. Start the upload anew.',
  },
  'upload-offset': {
    title: 'The upload goes on from another place',
    detail: 'Go on from the byte named in the header Upload-Offset.',
  },
  'part-too-small': {
    title: 'The part of the file is too small',
    detail: 'Send at least 64 KB at once, or all that is left of the file.',
  },
  'file-type': { title: 'We do not accept this kind of file', detail: faults.unknown },
  'file-damaged': { title: 'The file could not be read', detail: faults.damaged },
  'file-too-large': { title: 'The file is too large', detail: faults['too-large'] },
  'uploads-full': { title: 'We cannot take files at the moment', detail: faults.full },
  'uploads-source-full': { title: 'Too many unsent files', detail: faults['source-full'] },
  'uploads-too-often': { title: 'Too many files in an hour', detail: faults['too-often'] },
  ...followUpProblemsEn,
  away: {
    title: 'We cannot reach our database at the moment',
    detail:
      'Try again in half a minute. If you were sending a form, it has not been received yet; it is safe to send it again: it will not be registered twice. You can also call the centre or complain in person.',
  },
  fault: {
    title: 'Something went wrong on our side',
    detail:
      'Try again in a moment. If you were sending a form, it is safe to send it again: it will not be registered twice. You can also call the centre or complain in person.',
  },
};
