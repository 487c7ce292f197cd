// English wording of the page of a submission, in the shape of the Latvian.
import { html } from 'hono/html';
import type { FollowUpView } from './words-follow-up.lv.ts';

const done: FollowUpView['done'] = {
  message: {
    title: 'Your message has been sent',
    text: 'The member of staff who examines the submission will read it. If the centre writes to you, you will see it on this page.',
  },
  information: {
    title: 'Your information has been sent',
    text: 'The examination of your submission goes on.',
  },
  review: {
    title: 'We have your request for a review',
    text: 'It goes to the executive director. You will see the decision on this page.',
  },
  rating: { title: 'Thank you for your rating', text: 'It helps us to work better.' },
  withdraw: {
    title: 'Your submission is withdrawn',
    text: 'We no longer examine it. If you change your mind, make a new one.',
  },
  erasure: {
    title: 'We have your request for erasure',
    text: 'You will see the reply on this page. Until then the examination goes on.',
  },
};

export const followUpViewEn: FollowUpView = {
  coSigners: 'Other signatories',
  yes: 'yes',
  no: 'no',
  answer: 'Reply',
  asked: 'The centre asks for more information',
  talk: 'Messages',
  noTalk: 'No messages yet.',
  earlier: count => `Earlier messages: ${count}`,
  earlierEvents: count => `Earlier events: ${count}`,
  authors: { submitter: 'You', office: 'The centre' },
  messageKinds: {
    message: 'message',
    information: 'more information',
    review: 'request for a review',
    erasure: 'request for erasure',
    document: 'document received',
    'information-request': 'request for more information',
    answer: 'reply',
  },
  shut: 'Your code does not open this message. Call the centre and give the registration number.',
  wrote: 'What you wrote',
  sealed: {
    title: 'What you wrote cannot be shown here',
    text: 'Your code does not open it: the submission came in before we began to encrypt with the code, or the record is damaged. The centre can read it. State and date are shown here; if you have something to say, call the centre and give the registration number.',
  },
  actions: 'What you can do',
  reviewRequested: 'Request for a review',
  erasureRequested: 'Request for erasure',
  answeredBy: (asked, due) => `Received on ${asked}. We reply by ${due}.`,
  answeredSoon: asked => `Received on ${asked}. We reply within a month.`,
  rated: 'Your rating',
  outOfFive: satisfaction => `${satisfaction} out of 5`,
  changeRating: 'Change your rating',
  message: {
    open: 'The message is added to your submission, and the member of staff who examines it will read it. It does not change the date the reply is due.',
    closed: html`The examination has ended. We read your message and add it to your submission, but may only take note of it: on the same matter the law does not ask for a second reply (Law on Submissions, Section 7). If the matter is new, <a href="/en/complaint/">make a new submission</a>.`,
    withdrawn: html`The submission is withdrawn. We read your message, but it does not resume the examination. If you want the matter examined, <a href="/en/complaint/">make a new submission</a>.`,
  },
  review: [
    html`A request for a review is examined by the executive director (<a href="/noteikumi/#p-13" hreflang="lv">point 13 of the rules</a>, in Latvian), who can resume the examination or explain why its result stands.`,
    html`If that does not satisfy you either, you can turn to the <a href="https://www.tiesibsargs.lv/en/">Ombudsman</a> or, in the cases laid down by law, to a court. More on the page <a href="/ka-izskatam/" hreflang="lv">How submissions are handled</a> (in Latvian).`,
  ],
  rating: [
    'The rating does not affect how your submission is examined. We publish only overall figures. You can change your rating: the last one counts.',
  ],
  withdraw: [
    'If the submission is no longer needed, you can withdraw it. We first show what that means and ask again.',
  ],
  confirm: {
    title: 'Withdraw the submission?',
    lede: reference => `Submission ${reference} has not been withdrawn yet.`,
    means: [
      'We no longer examine the submission and do not reply to it.',
      'What is withdrawn cannot be restored. You can make a new submission, and its reply date is counted anew.',
      'The submission stays in the register: withdrawing erases no data.',
      'If the submission tells of a breach, the centre may look into it all the same.',
    ],
    back: 'No, go back',
  },
  copy: [
    'The copy holds everything we keep about this submission: what you wrote, the messages, what has happened, what is not encrypted in the register, and how long it is kept (General Data Protection Regulation, Article 15). The tracking code is not in it.',
    'You get it at once. Keep the file where others cannot read it.',
  ],
  erasure: [
    'The law requires us to keep registered submissions and the correspondence about them. They may be destroyed only when their retention period is over and an act of destruction has been drawn up (Archives Law, Section 4). The right to erasure is therefore limited here (General Data Protection Regulation, Article 17(3)).',
    'We look at your request and tell you within a month what we have erased, what not, and why (Article 12(3)). In a complex case this can take up to two months more; we tell you so within the first month.',
    'Meanwhile the examination goes on. If a refusal does not satisfy you, you can complain to the Data State Inspectorate.',
  ],
  done,
  conflict: {
    title: 'This form has already been sent with another text',
    detail:
      'The first one has been received and is shown on this page. To send this one too, press the button again.',
  },
  leave: {
    title: 'If the computer is not yours alone',
    text: 'When you have finished, close this page with the button. After that, this browser no longer shows the receipt either.',
    button: 'Close and go to the home page',
    other: html`<a href="/en/status/">Look up another submission</a>`,
  },
};
