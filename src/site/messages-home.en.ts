// English wording of the home page.
import type { homeLv } from './messages-home.lv.ts';

export const homeEn: typeof homeLv = {
  title: 'Municipal and state services in one place',
  siteTitle: 'Jaunpiebalga customer service centre',
  description:
    'Jaunpiebalga customer service centre: municipal and state services, opening hours, staff, complaints and suggestions.',
  lede: 'We help you deal with the municipality and state institutions: we explain, accept submissions and show how to use e-services.',
  findService: 'Find a service',
  callUs: 'Call',
  hours: 'Opening hours',
  allHours: 'Telephone and cash desk hours, public holidays',
  tasks: 'What would you like to do?',
  services: (count: number) => (count === 1 ? '1 service' : `${count} services`),
  needed: 'Services people need most',
  allServices: 'All services',
  state: 'State institutions we help with',
  stateIntro: 'We explain the procedure and help you to apply and hand in documents.',
  voice: 'If something is not right',
  voiceIntro: 'Tell us. You can complain or suggest without giving your name, but then we cannot answer you.',
  complaint: 'Make a complaint',
  complaintText:
    'If the service was not what the rules promise. You receive a number and a reply date at once.',
  feedback: 'Suggest, ask, thank',
  feedbackText: 'A suggestion, a question, thanks or a note about this website.',
  status: 'See what happens to your submission',
  statusText: 'With the tracking code from your receipt.',
  rights: 'What you can expect from us',
  rightsIntro: 'The customer service rules bind all our staff. They rest on six principles:',
  allRules: 'The rules in full',
  point: (number: string) => `Point ${number}`,
  principles: {
    '5.1': ['Courtesy', 'You are treated correctly and kindly. A mistake is apologised for and put right.'],
    '5.2': ['Clear information', 'We explain clearly, help to write a submission and say whom to turn to.'],
    '5.3': ['Equal treatment', 'People in like situations are treated alike. No discrimination.'],
    '5.4': ['Objectivity', 'Decisions rest on facts, without personal interests.'],
    '5.5': ['Responsibility', 'We know our work and keep learning.'],
    '5.6': ['Data protection', 'What we learn about you is not passed to others without authority.'],
  },
};
