// English wording of the search box in the header; what it finds is in Latvian.
import type { searchLv } from './messages-search.lv.ts';

export const searchEn: typeof searchLv = {
  box: 'Search (in Latvian)',
  submit: 'Search',
  description: 'Search services, staff, rules and other pages (in Latvian).',
};
