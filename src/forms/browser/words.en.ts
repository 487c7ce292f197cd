// English wording of drafts and the outbox, in the shape of the Latvian.
import type { KeepWords } from './words.lv.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const clock = (at: Date): string => `at\u00a0${at.getHours()}.${String(at.getMinutes()).padStart(2, '0')}`;

export const wordsEn: KeepWords = {
  clock,
  moment: at => `on ${at.getDate()}\u00a0${MONTHS[at.getMonth()]} ${clock(at)}`,
  cancel: 'Cancel',
  draft: {
    title: 'Draft on this device',
    nothing: 'Once you start writing, the text is kept in this browser and survives if the page is closed.',
    saved: time => `What you wrote was saved in this browser ${time}.`,
    unsaved:
      'What you wrote cannot be saved in this browser. Do not close the page before you have sent the form, or save the draft to a file.',
    how: days =>
      `Until you send it, the centre does not receive it. The draft goes when you see the receipt. If you do not change it for ${days} days, it is not restored any more.`,
    shared: 'If others use this device, press “Forget what I wrote” before you leave.',
    forget: 'Forget what I wrote',
    forgetQuestion: 'Delete everything written in this form? It cannot be brought back.',
    forgetYes: 'Yes, delete it',
    forgotten: 'What you wrote has been deleted from the form and from this browser.',
    restored: moment => `Draft restored; it was saved ${moment}.`,
    hide: 'Hide this message',
    left: texts => `The form has changed since then and has no place for these answers: ${texts}`,
    done: 'This form has already been sent and received. Here is a new, empty one.',
    save: 'Save the draft to a file',
    load: 'Load a draft from a file',
    replaceQuestion: 'Replace what is written in the form with the content of the file?',
    replaceYes: 'Yes, replace it',
    loaded: name => `Draft loaded from the file “${name}”.`,
    fileErrors: {
      large: name => `The file “${name}” is too large: drafts are much smaller. Nothing was loaded.`,
      unreadable: name =>
        `The file “${name}” is not a draft, or it is damaged. Choose a file that you saved on this website. Nothing was loaded.`,
      newer: name =>
        `The file “${name}” comes from a newer version of this website. Reload the page and try again. Nothing was loaded.`,
      other: name =>
        `The file “${name}” is a draft of another form. Nothing was loaded. This is the right form:`,
    },
  },
  forms: {
    complaint: { name: 'Complaint', page: '/en/complaint/', file: 'complaint-draft' },
    feedback: { name: 'Feedback', page: '/en/feedback/', file: 'feedback-draft' },
    survey: { name: 'Survey answers', page: '/aptaujas/', file: 'survey-draft' },
  },
  outbox: {
    title: 'Not sent yet',
    titleReceived: 'Sent',
    keep: 'Until it has been sent, it is kept on this device only. If others use this device, do not leave it waiting.',
    offline:
      'Not sent yet: there is no internet connection. We will send it when the connection is back. Until then keep this page open, or open one of the forms later.',
    network: time =>
      `The centre has not confirmed that it received this: no answer came. We will send it again ${time}; it will not be registered twice.`,
    busy: time => `The centre cannot take it in at the moment. We will send it again ${time}.`,
    sending: 'Sending…',
    received: 'The centre has received it. Open the receipt: it holds the number and the tracking code.',
    receivedSurvey: 'The centre has received the answers. You can open the receipt here.',
    refused: detail => `The centre has not accepted it. ${detail}`,
    send: 'Send now',
    show: 'Open the receipt',
    answer: 'See what to put right',
    again: 'Send as a new one',
    edit: 'Open and edit',
    drop: 'Delete',
    dropQuestion: 'Delete it from this device? The centre will then not receive it.',
    dropReceived: 'Delete it from this device without opening the receipt? It cannot be opened later.',
    dropYes: 'Yes, delete it',
    noRoom:
      'There is no internet connection, and nothing can be saved in this browser. Do not close this page, and send the form when the connection is back.',
    noFiles:
      'There is no internet connection, and attachments can be sent only when there is one. Do not close this page, and send the form again when the connection is back.',
  },
};
