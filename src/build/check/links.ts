// Checks that the links in texts lead to pages and rule points that exist. Pure.
import { ROUTES } from '../../site/routes.ts';
import type { ContentDocument } from './document.ts';
import type { Problem } from './problem.ts';
import type { SiteIndex } from './site-index.ts';
import { listed, nearest, quoted } from './wording.ts';

export interface Link {
  readonly url: string;
  readonly line: number;
}

/** Links of a document that lead to nothing. */
export function linkProblems(
  document: ContentDocument,
  links: readonly Link[],
  site: SiteIndex,
): readonly Problem[] {
  return links.flatMap(({ url, line }) => {
    const words = faultOf(url, site);
    return words === undefined
      ? []
      : [{ file: document.file, line, field: 'saite', found: url, anchor: 'saite', ...words }];
  });
}

type Words = Pick<Problem, 'message' | 'fix'>;

function faultOf(url: string, site: SiteIndex): Words | undefined {
  if (/^(https?:\/\/[^\s/]+\.[^\s/]+|mailto:[^\s@]+@[^\s@]+$|tel:\+?[\d\s-]+$)/i.test(url)) return undefined;
  if (/^[a-z][a-z0-9+.-]*:/i.test(url)) return unusableAddress(url);
  // Heading ids on the same page are made by the engine; a wrong one leaves the reader where they are, so it
  // is not checked.
  if (url.startsWith('#')) return undefined;
  if (!url.startsWith('/') || url.startsWith('//')) return relativeAddress(url, site);
  const [address = '', anchor] = url.replace(/\?[^#]*/, '').split('#');
  if (!site.routes.has(address)) return unknownPage(address, site);
  const anchors = site.anchors.get(address);
  if (anchor === undefined || anchors === undefined || anchors.includes(anchor)) return undefined;
  return unknownPoint(address, anchor, anchors);
}

const unusableAddress = (url: string): Words => ({
  message: `adrese ${quoted(url)} nav derīga`,
  fix: 'Adresei jāsākas ar https://, mailto:, tel: vai ar slīpsvītru, piemēram, /pakalpojumi/.',
});

function relativeAddress(url: string, site: SiteIndex): Words {
  const message = `saites adrese ${quoted(url)} nesākas ar slīpsvītru vai https://`;
  if (/^(\/\/)?(www\.|[a-z0-9-]+\.(lv|com|eu|org|net)\b)/i.test(url)) {
    return { message, fix: `Rakstiet “https://${url.replace(/^\/\//, '')}”.` };
  }
  return { message, fix: meant(`/${url.replace(/^[./]+/, '')}`, site) };
}

const unknownPage = (address: string, site: SiteIndex): Words => ({
  message: `lapas ${quoted(address)} nav`,
  fix: meant(address, site),
});

function meant(address: string, site: SiteIndex): string {
  const withSlash = address.endsWith('/') ? address : `${address}/`;
  const near = site.routes.has(withSlash) ? withSlash : nearest(address, site.routes);
  return near === undefined
    ? `Savas lapas adresi sāciet un beidziet ar slīpsvītru, piemēram, ${ROUTES.services}.`
    : `Vai domājāt ${quoted(near)}?`;
}

function unknownPoint(address: string, anchor: string, anchors: readonly string[]): Words {
  const near = nearest(anchor, anchors);
  const hint =
    near === undefined ? `Punkti ir: ${listed(anchors)}.` : `Vai domājāt ${quoted(`${address}#${near}`)}?`;
  return { message: `noteikumos nav vietas ${quoted(`#${anchor}`)}`, fix: hint };
}
