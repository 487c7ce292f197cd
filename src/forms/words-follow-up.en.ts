// English wording of the forms on the page of a submission, in the shape of the Latvian.
import type { FollowUpWords } from './words-follow-up.lv.ts';

const SENSITIVE =
  'Do not write about health, beliefs or other sensitive matters unless they are needed to examine the case.';

export const followUpEn: FollowUpWords = {
  message: {
    title: 'Write to the centre',
    submit: 'Send the message',
    text: {
      label: 'Your message',
      hint: SENSITIVE,
      required: 'Write what you want to say. One sentence is enough.',
    },
  },
  information: {
    title: 'Give more information',
    submit: 'Send the information',
    text: {
      label: 'More information',
      hint: SENSITIVE,
      required: 'Write what you want to say. One sentence is enough.',
    },
  },
  review: {
    title: 'I am not satisfied with the handling',
    submit: 'Ask for a review',
    text: {
      label: 'What you do not agree with',
      hint: 'For example, what is wrong in the reply or has not been taken into account.',
      required: 'Write what you do not agree with. One sentence is enough.',
    },
  },
  rating: {
    title: 'Rate the handling',
    submit: 'Send the rating',
    satisfaction: {
      label: 'How far are you satisfied with how we handled your submission?',
      low: 'not at all',
      high: 'fully',
      required: 'Choose a rating from 1 to 5.',
    },
    effort: { label: 'How easy was it to get the matter settled?', low: 'very hard', high: 'very easy' },
    comment: {
      label: 'What could we do better',
      hint: 'Only the centre reads this. Do not write personal data.',
    },
  },
  withdraw: {
    title: 'Withdraw the submission',
    submit: 'Next: withdraw the submission',
    confirm: 'Yes, withdraw the submission',
    confirmed: {
      label: 'I confirm that I withdraw the submission',
      required: 'Confirm that you withdraw the submission.',
    },
  },
  copy: {
    title: 'Get a copy of your data',
    submit: 'Download the copy',
    format: 'Format',
    formats: { html: 'Download a readable copy', json: 'Download a copy for programs (JSON)' },
  },
  erasure: {
    title: 'Ask to have your data erased',
    submit: 'Ask for erasure',
    text: { label: 'Which data you ask us to erase, and why' },
  },
};
