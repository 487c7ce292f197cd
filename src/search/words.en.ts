// English wording of the search, in the shape of the Latvian. Most results are in Latvian and marked so.
import type { SearchWords } from './words.lv.ts';

const quoted = (words: readonly string[]): string => words.map(word => `“${word}”`).join(', ');
const results = (count: number): string => (count === 1 ? '1 result' : `${count} results`);

export const wordsEn: SearchWords = {
  title: 'Search',
  label: 'What are you looking for?',
  hint: 'For example: dog, property tax, opening hours. Pages in Latvian are found too, and marked.',
  submit: 'Search',
  kinds: { service: 'Service', hours: 'Opening hours', staff: 'Staff', page: 'Page', rule: 'Rules' },
  inOther: 'in Latvian',
  popular: 'Services described in English',
  allServices: 'All services',
  found: (count, query) => `${results(count)} for “${query}”`,
  foundAloud: count => (count === 0 ? 'Nothing found.' : `${results(count)}.`),
  firstOnly: shown =>
    `These are the first ${shown}. If what you need is not among them, add another word to the search.`,
  all: count => `All results (${count})`,
  similar: words =>
    `We did not find the ${words.length === 1 ? 'word' : 'words'} ${quoted(words)}, so we show similar ones.`,
  missing: words =>
    words.length === 1
      ? `The word ${quoted(words)} is not on this website.`
      : `The words ${quoted(words)} are not on this website.`,
  cut: length => `The search is long, so only its first ${length} characters were used.`,
  nothing: query => `Nothing found for “${query}”`,
  nearest: 'Did you mean:',
  advice: 'Check the spelling, or try a simpler word. Much of the website is in Latvian only.',
  call: 'You can also call us – we will tell you where to find it:',
  tellTitle: 'What were you looking for?',
  tellLink: 'Tell us what you were looking for',
  tellText: 'Write what you hoped to find. It helps us improve the website.',
  tellRequired: 'Write what you were looking for. One word is enough.',
  tellSubmit: 'Send',
};
