// English wording of e-mail letters. They never say what a submission is about.
import { formatDateEn } from '../../src/calendar/format.en.ts';
import type { MailWords } from './mails.lv.ts';

export const mailsEn: MailWords = {
  greeting: 'Hello,',
  acknowledgement: {
    subject: reference => `We have received your submission ${reference}`,
    opening: centre => `Your submission has been received by ${centre}.`,
  },
  'message-from-office': {
    subject: reference => `A message about your submission ${reference}`,
    opening: centre =>
      `There is a message about your submission. It comes from ${centre}. It may be in Latvian; if you need help with it, please call us.`,
  },
  answered: {
    subject: reference => `The reply to your submission ${reference} is ready`,
    opening: centre =>
      `The reply to your submission is ready. This notice comes from ${centre}. The reply may be in Latvian; if you need help with it, please call us.`,
  },
  'due-changed': {
    subject: reference => `The date of our reply has changed: ${reference}`,
    opening: centre =>
      `The date by which we reply to your submission has changed. This notice comes from ${centre}.`,
  },
  facts: {
    reference: 'Registration number',
    received: 'Received',
    due: 'Reply due by',
    newDue: 'New date',
    noDue: 'not worked out yet; once it is, you will see it on the status page',
  },
  date: formatDateEn,
  instant: (date, time) => `${formatDateEn(date)} at ${time}, Latvian time`,
  follow: {
    acknowledgement: 'To see what happens with it, enter your tracking code on this page:',
    'message-from-office': 'To read the message and answer it, enter your tracking code on this page:',
    answered: 'To read the reply, enter your tracking code on this page:',
    'due-changed':
      'To see why it has changed and how it is worked out, enter your tracking code on this page:',
  },
  code: 'You saw the code right after sending your submission. For your safety, neither the code nor what you wrote is in this letter. If you do not have the code, call us and give the registration number.',
  notYours:
    'If the submission is not yours, somebody has probably mistyped their e-mail address. You need not do anything. If you like, tell us and give the registration number.',
  contacts: {
    phone: phone => `Telephone: ${phone}`,
    email: email => `E-mail: ${email}`,
    further:
      'How we handle submissions, and where to turn if the reply is late or does not satisfy you (in Latvian):',
  },
  automatic: 'This letter was sent automatically.',
  noAnswer: 'This letter was sent automatically. Please do not answer it.',
};
