// An edition of the rules as schema.org `Legislation` (schema.org 30.0), for search engines. Pure.
import { FILES, ruleEditionRoute } from '../site/routes.ts';
import { forceOf } from './editions.ts';
import type { EditionEntry } from './schema.ts';

/**
 * The structured data of one edition. Unconfirmed facts are not claimed: without a confirmed status there is
 * no `legislationLegalForce`, and the description says why; number and date of adoption are unknown, so they
 * are left out.
 * @param origin origin of the site, `https://…`
 */
export function legislation({ id, data }: EditionEntry, today: string, origin: URL | undefined) {
  const address = (path: string) => new URL(path, origin).href;
  return {
    '@context': 'https://schema.org',
    '@type': 'Legislation',
    '@id': address(ruleEditionRoute(id)),
    url: address(ruleEditionRoute(id)),
    name: data.title,
    alternateName: data.shortTitle,
    description: data.status,
    inLanguage: 'lv',
    legislationType: 'Noteikumi',
    legislationPassedBy: { '@type': 'GovernmentOrganization', name: data.issuer },
    legislationDateVersion: data.inForce,
    legislationDateOfApplicability: data.inForce,
    ...(data.repealed ? { expires: data.repealed } : {}),
    ...legalForce(data, today),
    encoding: {
      '@type': 'LegislationObject',
      contentUrl: address(FILES.rulesJson),
      encodingFormat: 'application/json',
      legislationLegalValue: 'https://schema.org/UnofficialLegalValue',
    },
  };
}

function legalForce(data: EditionEntry['data'], today: string): { legislationLegalForce?: string } {
  const force = forceOf(data, today);
  // That it has started and has not been repealed does not prove that it is still in force.
  if (force === 'in-force' && data.toConfirm.includes('status')) return {};
  return { legislationLegalForce: `https://schema.org/${force === 'in-force' ? 'InForce' : 'NotInForce'}` };
}
