// English wording of the search box in the header; most of the results are in Latvian.
import type { searchLv } from './messages-search.lv.ts';

export const searchEn: typeof searchLv = {
  box: 'Search this website',
  submit: 'Search',
  description: 'Search the English pages, and the services, staff, rules and other pages in Latvian.',
};
