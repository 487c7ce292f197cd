// English wording around the forms, with the same shape as the Latvian.
import type { formPagesLv } from './messages-forms.lv.ts';

export const formPagesEn: typeof formPagesLv = {
  complaint: {
    title: 'Make a complaint',
    description:
      'Make a complaint about customer service: only the text is required, and you get a receipt at once.',
    lede: 'Tell us what was not right. Only the text is required; you get a number, a reply date and a tracking code as soon as you have sent it.',
    before: 'Before you write',
    formal: 'Do you need an official reply that can be appealed?',
    formalText:
      'This form is not a signed submission. How it is answered is laid down by the head of the institution, and the reply cannot be appealed to a court (Law on Submissions, Section 2, fourth paragraph, and Section 10, fifth paragraph). If you need an official reply, complain:',
    formalWays: [
      'to the official electronic address (e-address) or on the portal latvija.gov.lv;',
      'by e-mail, signed with a secure electronic signature;',
      'in person at the centre or by post, signed by hand. If you find writing hard, a member of staff will help.',
    ],
    whistle: 'Are you reporting a breach you learnt of at work?',
    whistleText:
      'If the breach harms the public interest and you learnt of it at work, use a whistleblower report: then the law protects you. This form does not give you that protection.',
    whistleLink: 'Whistleblower report – trauksmescelejs.lv',
    who: 'Who will examine the complaint',
    whoText:
      'Complaints about breaches of the customer service rules are examined by the executive director. The member of staff whom the complaint concerns does not examine it.',
    whoRule: 'Point 13 of the rules',
    handling: 'How submissions are handled',
  },
  feedback: {
    title: 'Feedback or a suggestion',
    description: 'A suggestion, thanks, a question or a note about this website.',
    lede: 'A suggestion, thanks, a question or a note about this website. You need not give your name.',
    complaint: 'If something was not right and you want it examined,',
    complaintLink: 'make a complaint',
  },
  status: {
    title: 'Track a submission',
    description: 'See what happens to your complaint or feedback: enter the tracking code.',
    lede: 'Enter the code you got after sending. You need not register.',
    lost: 'Lost the code?',
    lostText:
      'We cannot issue the code again, because we do not keep it. Call the centre and give the registration number or your name – a member of staff will tell you how to get news of your submission.',
  },
  check: {
    title: 'Check a receipt',
    description: 'Check whether a receipt is genuine and unaltered.',
    lede: 'We sign every receipt electronically. Here anyone can check that one is genuine and that nothing in it has been changed.',
    what: 'What the check shows',
    whatText:
      'Only whether the signature is genuine, and what the receipt already says. It does not reveal what was written, by whom, or how far it has come.',
    key: 'Public key of the signature (Ed25519)',
  },
  offline: {
    title: 'No connection to the website',
    description: 'Your browser shows this page when the website cannot be reached.',
    lede: 'The page could not be opened: the device is not connected to the internet, or the website does not answer.',
    text: 'If one of your forms is waiting to be sent, it is shown at the top of this page. Reload other pages when the connection is back.',
    works: 'These work without the internet',
    call: 'You can also call the centre:',
  },
  survey: {
    closed: 'This survey is over.',
    future: 'This survey has not started yet.',
    others: 'All surveys',
    period: 'Open',
  },
};
