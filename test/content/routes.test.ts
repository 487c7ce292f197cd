// The public addresses are a contract: other sites, laws and printed pages refer to them.
import { expect, it } from 'vitest';
import {
  pageRoute,
  ROUTES,
  ruleEditionRoute,
  rulePointRoute,
  serviceRoute,
  staffCardRoute,
  staffRoute,
  surveyRoute,
} from '../../src/site/routes.ts';

it('keeps every fixed address', () => {
  expect(Object.values(ROUTES).toSorted()).toEqual(
    [
      ...[
        '/',
        '/aptaujas/',
        '/atsauksme/',
        '/bezsaiste/',
        '/darba-laiks/',
        '/darbinieki/',
        '/dati/',
        '/drukai/',
        '/en/',
        '/gaita/',
      ],
      ...[
        '/ka-izskatam/',
        '/kiosks/',
        '/meklet/',
        '/noteikumi/',
        '/pakalpojumi/',
        '/pakalpojumi/a-z/',
        '/pakalpojumi/iestade/',
        '/par-mums/',
        '/parbaude/',
      ],
      ...[
        '/parskats/',
        '/pieklustamiba/',
        '/privatums/',
        '/redaktors/',
        '/redaktors/lauki/',
        '/sanemts/',
        '/stils/',
        '/sudziba/',
      ],
      '/viegli-lasit/',
    ].toSorted(),
  );
});

it('makes the addresses of single things', () => {
  expect(ruleEditionRoute('2017-11-06')).toBe('/noteikumi/2017-11-06/');
  expect(rulePointRoute('5.2.3')).toBe('/noteikumi/#p-5.2.3');
  expect(serviceRoute('x')).toBe('/pakalpojumi/x/');
  expect(staffRoute('x')).toBe('/darbinieki/x/');
  expect(staffCardRoute('x')).toBe('/darbinieki/x.vcf');
  expect(surveyRoute('x')).toBe('/aptaujas/x/');
  expect(['par-mums', 'en-home', 'en-privacy'].map(pageRoute)).toEqual([
    '/par-mums/',
    '/en/',
    '/en/privacy/',
  ]);
});
