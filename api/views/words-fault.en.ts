// What a person reads when an unexpected error stopped us, in English.
import type { FaultWords } from './words-fault.lv.ts';

export const faultWordsEn: FaultWords = {
  title: 'Not received yet',
  heading: 'We have not received it yet',
  why: {
    away: 'We cannot reach our database at the moment, so what you sent has not been stored.',
    fault: 'Something went wrong on our side, so we do not know whether what you sent has been stored.',
  },
  what: button =>
    `Everything you typed is on this page. Wait half a minute and press “${button}” again. It is safe to send it again: it will not be registered twice.`,
  files: 'If you attached files to the form and they are no longer here, please attach them again.',
  again: 'Send again',
  againWhat:
    'What you sent is on this page. Wait half a minute and send it again, or copy the text and come back later.',
  text: 'The text you typed',
  id: 'Error number:',
  idWhat: 'Please mention it if you call or write to us about this error.',
};
