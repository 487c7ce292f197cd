// English wording of the API's pages, in the shape of the Latvian. Links to Latvian-only pages are marked.
import { html } from 'hono/html';
import type { ViewWords } from './words.lv.ts';

const states: ViewWords['states'] = {
  received: {
    name: 'Received',
    meaning: 'Your submission is registered. It will soon be given to a member of staff to examine.',
  },
  'in-review': {
    name: 'Under review',
    meaning: 'Your submission is being examined. We will contact you if something needs to be made clear.',
  },
  'needs-information': {
    name: 'More information needed',
    meaning: 'We need more information from you to go on.',
  },
  answered: {
    name: 'Answered',
    meaning:
      'You can read the reply here. If it does not satisfy you, you can ask for a review or take the matter further.',
  },
  noted: {
    name: 'Taken note of',
    meaning: 'Your submission has been read and is used in our work. No reply is planned.',
  },
  forwarded: {
    name: 'Forwarded',
    meaning:
      'The matter is not ours to decide. The message from the centre tells where it was forwarded or whom to turn to.',
  },
  unexamined: {
    name: 'Left without examination',
    meaning: 'The submission has been left without examination; the reason is given.',
  },
  withdrawn: { name: 'Withdrawn', meaning: 'The submission has been withdrawn at your request.' },
  reopened: { name: 'Reopened', meaning: 'The examination of your submission has been resumed.' },
};

export const wordsEn: ViewWords = {
  crumbs: 'You are here',
  home: { href: '/en/', label: 'Home', link: 'To the home page' },
  states,
  events: {
    viewed: 'A member of staff opened the submission',
    assigned: 'Given to a member of staff',
    received: 'Submission received and registered',
    erased: 'Submission destroyed',
    'in-review': 'Submission under examination',
    'needs-information': 'The centre asked for more information',
    'information-received': 'More information received from you',
    'message-received': 'Message received from you',
    'message-sent': 'The centre sent you a message',
    'letter-sent': 'The reply was sent by post or e-address',
    'document-added': 'A document received was added',
    'due-changed': 'Reply date changed',
    'due-extended': 'Reply date extended',
    'review-requested': 'Your request for a review received',
    'review-declined': 'Request for a review considered; the examination is not resumed',
    'erasure-requested': 'Your request for erasure received',
    'erasure-answered': 'Request for erasure answered',
    rated: 'Your rating received',
    'rating-changed': 'Rating changed',
    rectified: 'The submitter’s data were corrected',
    'copy-given': 'Copy of the data given',
    withdrawn: 'Submission withdrawn',
  },
  otherEvent: 'Entry in the register',
  kinds: {
    complaint: 'complaint',
    suggestion: 'suggestion',
    gratitude: 'thanks',
    question: 'question',
    site: 'feedback on the website',
  },
  facts: {
    reference: 'Registration number',
    kind: 'Kind',
    received: 'Received',
    due: 'Reply due',
    noDue: 'Not set',
    how: 'How the date was worked out',
    reply: 'How you receive the reply',
  },
  receipt: {
    title: 'Received',
    thanks: {
      complaint: 'Thank you, we have your complaint',
      suggestion: 'Thank you, we have your suggestion',
      gratitude: 'Thank you, we have your message',
      question: 'Thank you, we have your question',
      site: 'Thank you, we have your feedback',
    },
    record: 'The official record and the signed receipt are in Latvian. This page only helps you read them.',
    noReply: 'We send no reply to messages of this kind.',
    lacksEmail:
      'You gave no e-mail address, so the reply will be on this website: see it with the tracking code.',
    lacksAddress:
      'You gave no postal address, so the reply will be on this website: see it with the tracking code.',
    onThisSite: 'On this website, with the tracking code.',
    mailed:
      'We will send a notice to the e-mail address you gave, saying that your submission has been received. Neither the tracking code nor what you wrote will be in it.',
    code: 'Your tracking code',
    codeText: html`<strong>Write it down or print it now.</strong> With this code, the page <a href="/en/status/">Track a submission</a> shows what happens to your submission, and the reply. The code is secret: whoever has it can follow your submission. We cannot issue it again.`,
    codeInFile: 'Tracking code (keep it secret)',
    qr: 'QR code: the page for tracking a submission',
    qrText:
      'Open the tracking page on a phone. The tracking code is not in this QR code; you type it in there.',
    qrWithCode:
      'This QR code opens the tracking page with your tracking code filled in. Keep it as safe as the code itself: whoever photographs it can read your submission.',
    qrAsk: 'Show a QR code that holds the tracking code as well',
    qrPlain: 'Show the QR code without the tracking code',
    next: 'What happens next',
    steps: [
      'A member of staff whom the submission does not concern reads it and passes it on for examination.',
      'If the matter belongs to another institution, we forward it and tell you so.',
    ],
    answerBy: due => `We reply by ${due}. If more time is needed, we will let you know and explain why.`,
    used: 'We use your message in our work.',
    further: html`More on the page <a href="/ka-izskatam/" hreflang="lv">How submissions are handled</a> (in Latvian). If the reply does not satisfy you or does not come in time, turn to the executive director and then to the <a href="https://www.tiesibsargs.lv/en/">Ombudsman</a>.`,
    keep: 'Keep the receipt',
    keepSigned: html`<a href="/sanemts/apstiprinajums.txt?lang=en" download>Download the signed receipt</a> (in Latvian) – you may show it to others, it does not hold the code`,
    keepWithCode: html`<a href="/sanemts/apstiprinajums.txt?lang=en&amp;ar-kodu=1" download>Download it together with the tracking code</a> – keep it to yourself`,
    genuine: html`Anyone can check that a receipt is genuine on the page <a href="/en/receipt-check/">Check a receipt</a>.`,
    forgetText:
      'This page stays visible in this browser for an hour. If the computer is not yours alone, close it with the button:',
    forget: 'Forget on this computer',
  },
  answered: {
    title: 'Thank you for your answers',
    number: 'Number of receipt',
    kept: 'We keep the answers without a name, an address or an exact time. Your answers cannot be found by this number.',
    home: { href: '/en/', label: 'To the home page' },
  },
  gone: {
    title: 'The receipt is no longer shown',
    lede: 'After sending, the receipt is shown in this browser for one hour.',
    text: html`If you wrote down the tracking code, <a href="/en/status/">track your submission</a>. If you have no code, call the centre and give the registration number.`,
  },
  status: {
    href: '/en/status/',
    title: 'Track a submission',
    history: 'What has happened so far',
    after: html`If the reply does not come in time or does not satisfy you, see <a href="/ka-izskatam/" hreflang="lv">where to turn next</a> (in Latvian).`,
  },
  attachments: {
    title: 'Attachments',
    unnamed: 'File',
    eSigned: 'e-signed container, signature not verified',
    unreadable: {
      unknown: 'there is no such file',
      sealed: 'the file cannot be opened with this key',
      damaged: 'the stored file is damaged',
    },
  },
  check: {
    valid: 'The receipt is genuine',
    invalid: 'The receipt is not valid',
    validText: 'This centre signed it, and nothing in it has been changed.',
    another: html`<a href="/en/receipt-check/">Check another</a>`,
    reasons: {
      unreadable:
        'The text does not hold a whole receipt. Paste it from its first line, which begins with “KAC”, to the line with the signature.',
      'unknown-key': 'The receipt is not signed with the key of this centre.',
      altered: 'The text does not match the signature: something in it was changed or not pasted in full.',
    },
  },
  limits: {
    asked: {
      title: 'One more step',
      heading: 'One more step before sending',
      why: 'Unusually many submissions have come in the last hour, most likely from a network that you share with others. To keep programs from sending spam, your browser has to do a short check before sending.',
      what: button =>
        `You do not have to write anything again: everything is on this page. Press “${button}” once more.`,
    },
    limited: {
      title: 'Not sent yet',
      heading: 'The form has not been sent yet',
      why: 'Forms have been sent too often in the last hour from the network you use, so we take no more from it for now.',
      what: time => `Everything you wrote is on this page. Leave it open and send it again after ${time}.`,
    },
    lookedUp: {
      title: 'Please wait',
      heading: 'The progress cannot be shown now',
      why: 'Submissions have been looked up too often in the last hour from the network you use. This keeps codes from being guessed.',
      what: time => `Look it up again after ${time}.`,
    },
    cantWait: 'If you cannot wait:',
    call: 'call',
    write: 'write to',
    come: 'come to the centre:',
  },
  problem: html`If this happens again, you have the right to <a href="/en/complaint/">make a complaint</a> or to call the centre.`,
};
