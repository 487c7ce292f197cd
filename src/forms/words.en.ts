// English wording of the forms, in the shape of the Latvian.
import type { Words } from './words.lv.ts';

const complaintFields: Words['complaint']['fields'] = {
  text: {
    label: 'Your complaint',
    hint: 'Tell us what happened, where and when. Leave out your health, beliefs and other sensitive matters unless the complaint cannot be understood without them.',
    required: 'Write what your complaint is about. One sentence is enough.',
  },
  wish: {
    label: 'What you would like to happen',
    hint: 'For example, an apology, a mistake put right or an explanation.',
  },
  subject: { label: 'Subject in a few words' },
  occurredOn: { label: 'When it happened' },
  service: { label: 'Service the complaint is about' },
  aboutStaff: {
    label: 'Member of staff the complaint is about',
    hint: 'Name, post or room, if you know it. This person will not handle your complaint.',
  },
  rulePoints: {
    label: 'Points of the rules that were broken',
    onPaper: 'Write the numbers of the points, for example, 5.1.1. Ask the staff for the rules.',
  },
  attachments: {
    label: 'Attachments',
    hint: 'JPEG, PNG and WebP pictures, PDF, Word, Excel, PowerPoint and OpenDocument documents, and e-signed .edoc and .asice files.',
    onPaper: 'List what you attach.',
  },
  name: { label: 'Name and surname' },
  address: { label: 'Address', hint: 'Without an address we cannot send an official reply by post.' },
  email: {
    label: 'E-mail address',
    hint: 'Needed only if you choose the reply by e-mail below. We use it for news of this complaint and nothing else.',
    onPaper: 'Needed only if you want the reply by e-mail.',
  },
  phone: { label: 'Telephone', hint: 'We call only if something needs to be made clear.' },
  replyBy: {
    label: 'How you would like to receive the reply',
    hint: 'If you choose nothing, the reply will be on this website. If you have an active Latvian e-address, the official reply is sent there.',
    onPaper: 'If you have an active Latvian e-address, the official reply is sent there.',
  },
  keepFactsPrivate: { label: 'I do not want the facts in my complaint to be disclosed.' },
  consentToForward: {
    label: 'I agree that my identity is disclosed to the institution to which the complaint is forwarded.',
    hint: 'If you do not agree and the matter belongs to another institution, we will tell you where to turn yourself.',
  },
};

const feedbackFields: Words['feedback']['fields'] = {
  kind: { label: 'What you are writing about', required: 'Choose what you are writing about.' },
  text: {
    label: 'Your message',
    hint: 'Leave out your health, beliefs and other sensitive matters.',
    required: 'Write what you would like to say. One sentence is enough.',
  },
  service: { label: 'Service it is about' },
  page: {
    label: 'Page you are writing about',
    hint: 'Only if you are writing about this website: the address or title of the page.',
    onPaper: 'Only if you are writing about the website: the address or title of the page.',
  },
  name: { label: 'Name and surname' },
  email: {
    label: 'E-mail address',
    hint: 'Needed only if you want news of your question or suggestion by e-mail. We use it for nothing else.',
  },
};

export const wordsEn: Words = {
  complaint: {
    title: 'Make a complaint',
    submit: 'Send the complaint',
    sections: { what: 'What happened', you: 'About you', reply: 'The reply and your data' },
    youIntro: [
      'You can complain without giving your name. We then treat it as a suggestion for improving our work: the law does not oblige an institution to reply when the name, surname and address of the submitter are not given (Law on Submissions, Section 7).',
      'We do not disclose your identity without your consent (Law on Submissions, Section 9).',
    ],
    fields: complaintFields,
    chooseRulePoints: 'Choose points of the rules (in Latvian)',
    replyBy: {
      email: 'By e-mail',
      post: 'By post',
      'e-address': 'To the official electronic address (e-address)',
      'status-page': 'On this website, with the tracking code',
      none: 'No reply needed',
    },
    statusPageOnPaper: 'On the centre’s website, with the tracking code',
  },
  feedback: {
    title: 'Feedback or a suggestion',
    submit: 'Send',
    you: 'About you',
    youIntro: [
      'You can send feedback without giving your name. A question without contact details is answered on this website only.',
    ],
    youOnPaper: [
      'You can hand in feedback without giving your name, but we cannot answer a question without contact details.',
    ],
    fields: feedbackFields,
    kinds: {
      suggestion: { label: 'Suggestion', hint: 'An idea or a proposal how to work better' },
      gratitude: { label: 'Thanks', hint: 'We pass it on to the member of staff' },
      question: { label: 'Question', hint: 'We answer if you say how to reach you' },
      site: {
        label: 'About this website',
        hint: 'A mistake, something unclear or an accessibility problem',
        onPaper: 'About the centre’s website',
      },
    },
  },
  status: {
    title: 'Track a submission',
    submit: 'Show progress',
    trackingCode: {
      label: 'Tracking code',
      hint: 'The 16 letters and digits from your receipt, for example, 7Q4W-X29M-KD3T-R8AB. Capital or small letters, spaces and hyphens make no difference.',
      required: 'Enter the tracking code. It is on your receipt.',
    },
  },
  check: {
    title: 'Check a receipt',
    file: {
      label: 'Or the file of the receipt',
      hint: 'The text file (.txt) that you downloaded after sending.',
      submit: 'Check the file',
    },
    submit: 'Check',
    receipt: {
      label: 'Text of the receipt',
      hint: 'Paste the whole text of the downloaded receipt, with the last line that holds the signature. Receipts are in Latvian.',
      required: 'Paste the text of the receipt.',
    },
  },
};
