// English wording of public survey results.
import { formatDateEn, MONTHS_EN } from '../../../src/calendar/format.en.ts';
import type { ResultWords } from './words.lv.ts';

const monthName = (month: string): string => MONTHS_EN[Number(month.slice(5)) - 1] ?? month;
const answers = (n: number, written: string): string => `${written} ${n === 1 ? 'answer' : 'answers'}`;

export const resultWordsEn: ResultWords = {
  results: 'Survey results',
  titleOf: title => `Results: ${title}`,
  month: month => `${monthName(month)} ${month.slice(0, 4)}`,
  period(from, to) {
    if (from === to) return `${monthName(from)} ${from.slice(0, 4)}`;
    if (from.slice(0, 4) === to.slice(0, 4))
      return `${monthName(from)} to ${monthName(to)} ${from.slice(0, 4)}`;
    return `${monthName(from)} ${from.slice(0, 4)} to ${monthName(to)} ${to.slice(0, 4)}`;
  },
  asked: (opens, closes) => `Survey: ${formatDateEn(opens)} to ${formatDateEn(closes)}`,
  version: version => `version ${version}`,
  answers,
  responses: 'Answers received',
  rate: 'Response rate',
  rateOf: (percent, made) => `${percent} of ${made} invited`,
  noneInvited: 'no invitations yet',
  summary: 'In brief',
  csat: 'Satisfied (CSAT)',
  ces: 'Found it easy (CES)',
  nps: 'Net promoter score (NPS)',
  npsOf: (n, written) => `of ${answers(n, written)}`,
  n: n => `n = ${n}`,
  interval: (low, high) => `95% interval ${low}–${high}`,
  npsInterval: (low, high) => `95% interval from ${low} to ${high}`,
  mean: 'Mean',
  meanOf: (value, top) => `${value} of ${top}`,
  atLeast: value => `more than ${value}`,
  atMost: value => `less than ${value}`,
  median: 'Median',
  good: from => `Gave ${from} or more`,
  promoters: 'Promoters (9–10)',
  passives: 'Passives (7–8)',
  detractors: 'Detractors (0–6)',
  overview: 'All ratings',
  overviewCaption: 'How ratings are spread, and their mean, by question',
  lowest: 'Lowest point',
  highest: 'highest',
  question: 'Question',
  spread: 'Spread',
  answer: 'Answer',
  count: 'Number',
  share: 'Share',
  shareInterval: '95% interval',
  cantSay: 'Can’t say',
  empty: 'Not answered',
  total: 'Asked in all',
  givenBy: n => `Answered: ${n}`,
  manyNote: 'Several answers could be chosen, so the shares do not add up to 100%.',
  writtenNote: n => `Answered in their own words: ${n}.`,
  askedOfSome: 'Asked of some only.',
  point: 'Point',
  points: 'By point of the service rules',
  pointsLede: 'Questions that measure the same point stand together.',
  pointOf: point => `Measures point ${point} of the rules.`,
  section: 'Questions',
  none: '–',
  hidden: 'not shown',
  hiddenNote: least =>
    `• – not shown: there would be fewer than ${least} people behind the number, or they could be worked out from other numbers.`,
  fieldHidden: 'There are too few answers to show anything without somebody being recognisable.',
  meanOnly: 'We show the mean only: from the number of answers one could tell who answered what.',
  split: label => `Split by: ${label}`,
  splitCaption: label => `Mean rating by group: ${label}`,
  splitNone: 'The groups are so small that we do not show the split.',
  group: 'Group',
  overTime: 'By month',
  monthHead: 'Month',
  responsesByMonth: 'Answers received by month',
  meanByMonth: label => `${label} – mean by month`,
  chartNote: 'The numbers are in the table below the chart.',
  earlier: 'In other versions',
  earlierOf: (version, mean, n) => `${mean} in version ${version} (n = ${n})`,
  method: 'How to read this',
  methodLines: [
    'Shares are of those who answered the question; “can’t say” and not answered are counted apart.',
    'The 95% interval shows how precise a number is: with few answers it is wide. For a share it is Wilson’s interval, for a mean Student’s.',
    'Satisfied (CSAT) are those who chose one of the two highest points; we reckon who found it easy (CES) the same way.',
    'The net promoter score (NPS) is the percentage who gave 9 or 10 less the percentage who gave 0 to 6. It lies between −100 and 100.',
    'Whoever wishes answers, so the results show what those who answered think, not everybody.',
  ],
  tooFew: least =>
    `We show results once there are at least ${least} answers. That way nobody can be recognised.`,
  stillOpen: closes => `Results will be shown after the survey has closed (${formatDateEn(closes)}).`,
  nothing: 'Nobody has answered yet.',
  destroyed: (on, act, more) =>
    `The answers were kept for as long as they had to be, and destroyed on ${formatDateEn(on)} under act ${act}. ${
      more ? 'The figures below were published before that.' : 'There are no results any more.'
    }`,
  destroyedBefore: (on, act) =>
    `Earlier answers were destroyed on ${formatDateEn(on)} under act ${act}; the figures are of those received later.`,
  public: {
    writtenPublic: 'We do not publish answers written in people’s own words.',
    unpublished: {
      title: 'The results are not published',
      text: 'We do not show the results of this survey to everybody.',
      all: 'All surveys',
    },
    lede: 'What people answered. We show whole months, and only numbers by which nobody can be recognised.',
    back: 'Survey',
    data: 'Data',
    dataLede: 'The same numbers for programs:',
    csv: 'CSV',
    json: 'JSON',
    codebook: 'fields and answers explained (JSON)',
    steps: least =>
      `Results move on when a month is over and at least ${least} answers have come. A question may have a shorter period: it moves on when nobody can reckon from two numbers what a few answered.`,
    flagged: 'All answers count, also those given very fast or more than once.',
  },
};
