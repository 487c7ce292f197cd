// The site's half of the site bundle; the build moves it out of `dist` (see `src/build/integration.ts`).
import type { APIRoute } from 'astro';
import { collectDesk, collectSite } from '../../build/collect.ts';
import { collectSearch } from '../../build/search-data.ts';
import type { SiteContent } from '../../contract/site-bundle.ts';
import figuresCss from '../../styles/figures.css?url';
import resultsCss from '../../styles/results.css?url';

export const GET: APIRoute = async () => {
  const content: SiteContent = {
    ...(await collectSite()),
    search: await collectSearch(),
    desk: await collectDesk(),
    figuresCss,
    resultsCss,
  };
  return Response.json(content);
};
