// English wording of the copy of one's data, in the shape of the Latvian.
import type { CopyWords } from './words-copy.lv.ts';

export const copyEn: CopyWords = {
  title: reference => `Copy of your data: submission ${reference}`,
  intro: (centre, at) =>
    `This file holds everything that ${centre} keeps about this submission. Made on ${at}. The tracking code is not in it.`,
  submission: 'Submission',
  state: 'State',
  service: 'Service',
  rulePoints: 'Points of the rules',
  suspicions: 'Marks of the automatic check (possible spam)',
  none: 'None.',
  shut: 'Your code does not open this. Ask the centre for a copy.',
  history: 'What has happened',
  actors: { submitter: 'you', office: 'the centre', system: 'the program' },
  rating: 'Your rating',
  satisfaction: 'Satisfaction with the handling (1–5)',
  effort: 'How easy it was to get the matter settled (1–5)',
  comment: 'What to do better',
  requests: 'Requests that await a reply',
  receipt: 'The signed receipt',
  storage: 'How we keep it',
  stored: [
    'Encrypted, so that only your code and the key of the centre open it: what you wrote, the messages and the comment of your rating.',
    'Not encrypted, to count dates and to make overall figures: number, kind, state, times, reply date, service, points of the rules, events and the figures of your rating.',
    'Only as fingerprints from which the value cannot be restored: the tracking code, and the key of the form that tells a repeated send.',
    'We keep no IP address and nothing about your browser.',
  ],
  about: 'About the processing',
  information: controller => [
    `Controller: ${controller}.`,
    'Purpose and basis: to examine the submission and to reply – a legal duty (Law on Submissions) and a task in the public interest (General Data Protection Regulation, Article 6(1)(c) and (e)).',
    'Recipients: the staff who register and examine the submission; the executive director, if it concerns the customer service rules; another institution, if the submission was forwarded to it (you see that among the events); a court or another body, where the law requires it.',
    'Retention: laid down by the classification scheme of the institution, agreed with the National Archives of Latvia (Archives Law, Section 4). Until the period is over and an act of destruction is drawn up, a registered submission is not erased.',
    'Source: the data come from you; replies and events were written by the centre.',
    'Your rights: to ask for correction, erasure or restriction, as far as the law does not require us to keep the data, and to object to the processing. There are no automated decisions.',
    'You can complain about the processing to the Data State Inspectorate: Elijas iela 17, Riga, LV-1050, pasts@dvi.gov.lv, +371 67223131.',
  ],
};
