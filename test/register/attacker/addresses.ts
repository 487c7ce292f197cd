// Every address of the register, as its router writes it, with what the attacker asks of it.
import { actionWords } from '../../../api/views/register/words-actions.ts';
import { staffSurvey } from '../../api/test-site.ts';
import type { Story } from './story.ts';
import { PEOPLE } from './world.ts';

/** What is known to the attacker, or guessed. */
export interface Aims {
  /** Numbers of cases: hidden ones, which in the other register nobody has, a seen one, one that nobody has. */
  readonly hidden: readonly string[];
  readonly seen: readonly string[];
  readonly act: string;
  readonly publications: readonly string[];
}

export interface Ask {
  readonly path: string;
  /** A form that is sent; a page that is opened where it is left out. */
  readonly fields?: Readonly<Record<string, string>>;
}

/** A number that nobody has. */
const NOBODYS = 'KAC-26-2222-22N';

export const aimsOf = ({ seen, hidden, act }: Story, publications: readonly string[]): Aims => ({
  hidden: hidden ? Object.values(hidden).map(({ reference }) => reference) : [],
  seen: Object.values(seen).map(({ reference }) => reference),
  act,
  publications,
});

type Asks = (aims: Aims) => readonly Ask[];

const pages =
  (...paths: readonly string[]): Asks =>
  () =>
    paths.map(path => ({ path }));
const sent =
  (path: string, ...all: readonly Readonly<Record<string, string>>[]): Asks =>
  () =>
    all.map(fields => ({ path, fields }));
const everyCase = ({ hidden, seen }: Aims): readonly string[] => [...hidden, ...seen, NOBODYS];

/** Of the cases that are seen: one that a hidden case was linked to, and one that was linked to it. */
const someCases = ({ hidden, seen }: Aims): readonly string[] => [...hidden, ...seen.slice(0, 2), NOBODYS];

const ofCases =
  (...rest: readonly string[]): Asks =>
  aims =>
    (rest.length > 2 ? someCases(aims) : everyCase(aims)).flatMap(reference =>
      rest.map(path => ({ path: `/registrs/lietas/${reference}/${path}` })),
    );

const SLUGS = Object.values(actionWords)
  .map(({ slug }) => slug)
  .filter(slug => slug !== '');
/** Left out where the case is seen: they would end the story for the addresses that follow. */
const ENDS: ReadonlySet<string> = new Set([actionWords.recuse.slug, actionWords['mark-whistleblower'].slug]);

/** Fields that many of the forms take; each form refuses what it does not know by name, in both registers alike. */
const filled = (aims: Aims, slug: string): Readonly<Record<string, string>>[] => {
  const text = { text: 'Vēl viens teikums.', version: '1' };
  if (slug === actionWords.link.slug)
    return [...aims.hidden, ...aims.seen.slice(0, 1), NOBODYS].map(reference => ({
      version: '1',
      reference,
      kind: 'related',
    }));
  if (slug === actionWords.unlink.slug)
    return [...aims.hidden, ...aims.seen].map(other => ({ version: '1', other }));
  if (slug === actionWords.assign.slug) return [{ version: '1', assignee: PEOPLE.archivist.id }];
  return [text];
};

const survey = (path: string): string => `/registrs/aptaujas/klientu-aptauja/${path}`;
const act =
  (path: string): Asks =>
  aims => [{ path: `${aims.act}${path}` }, { path: `/registrs/glabasana/nav/${path}` }];
const WHOLE_YEAR = { from: '2026-01-01', to: '2026-12-31' };
const NAMES = ['Zane Upe', 'Anna Parauga', 'Pēteris Paraugs', 'Dace Liepa', 'Rita Zvirbule', '29123456', ''];

export const ADDRESSES: Readonly<Record<string, Asks>> = {
  'GET /registrs/': () =>
    ['', '?veids=complaint', '?pakalpojums=suna-registracija', '?darits=atstaties']
      .concat(
        [
          'overdue',
          'soon',
          'mine',
          'unassigned',
          'unread',
          'review',
          'erasure',
          'unsent',
          'spam',
          'whistleblower',
          'closed',
        ].map(view => `?skats=${view}`),
      )
      .map(query => ({ path: `/registrs/${query}` })),
  'GET /registrs/meklet/': pages('/registrs/meklet/'),
  'POST /registrs/meklet/': aims =>
    [...everyCase(aims), ...NAMES].map(ko => ({ path: '/registrs/meklet/', fields: { ko } })),
  'GET /registrs/lietas/:reference/': ofCases('', '?darits=atbilde'),
  'GET /registrs/lietas/:reference/faili/:file': ofCases('faili/0123456789abcdef'),
  'GET /registrs/lietas/:reference/druka/': ofCases('druka/'),
  'GET /registrs/lietas/:reference/vestule/': ofCases('vestule/', 'vestule/?no=1'),
  'GET /registrs/lietas/:reference/:action/': ofCases(...SLUGS.map(slug => `${slug}/`), 'nav/'),
  'POST /registrs/lietas/:reference/:action/': aims =>
    someCases(aims).flatMap(reference =>
      SLUGS.filter(slug => !(ENDS.has(slug) && aims.seen.includes(reference))).flatMap(slug =>
        filled(aims, slug).map(fields => ({ path: `/registrs/lietas/${reference}/${slug}/`, fields })),
      ),
    ),
  'GET /registrs/personas-dati/': pages('/registrs/personas-dati/'),
  'POST /registrs/personas-dati/': sent('/registrs/personas-dati/', ...NAMES.map(ko => ({ ko }))),
  'POST /registrs/personas-dati/eksports/': sent(
    '/registrs/personas-dati/eksports/',
    ...NAMES.flatMap(ko => [{ ko }, { ko, ka: 'json' }]),
  ),
  'POST /registrs/personas-dati/:reference/lugums/': aims =>
    everyCase(aims).map(reference => ({
      path: `/registrs/personas-dati/${reference}/lugums/`,
      fields: { ko: 'Zane Upe', diena: '2026-11-20' },
    })),
  'GET /registrs/personas-dati/:reference/dzest/': aims =>
    everyCase(aims).map(reference => ({ path: `/registrs/personas-dati/${reference}/dzest/` })),
  'POST /registrs/personas-dati/:reference/dzest/': aims =>
    everyCase(aims).map(reference => ({
      path: `/registrs/personas-dati/${reference}/dzest/`,
      fields: { numurs: reference },
    })),
  'GET /registrs/kede/': aims => [
    { path: '/registrs/kede/' },
    { path: '/registrs/kede/?parbaude=1' },
    ...['received', 'conflict-noted', 'viewed', 'linked', 'assigned', 'erased', 'act-made', 'published'].map(
      kind => ({
        path: `/registrs/kede/?veids=${kind}`,
      }),
    ),
    { path: '/registrs/kede/?diena=2026-11-23' },
    ...[...everyCase(aims), 'REGISTRS'].flatMap(reference =>
      [1, 2, 5].map(n => ({ path: `/registrs/kede/?pirms=${reference}.${n}` })),
    ),
  ],
  'POST /registrs/kede/parbaudit/': sent('/registrs/kede/parbaudit/', {}),
  'GET /registrs/kede/gals/': pages('/registrs/kede/gals/'),
  'GET /registrs/glabasana/': pages('/registrs/glabasana/'),
  'POST /registrs/glabasana/': sent(
    '/registrs/glabasana/',
    { akts: 'Nr. 5, 2026-11-23' },
    { akts: 'Nr. 6, 2026-11-23' },
  ),
  'POST /registrs/glabasana/aptaujas/': sent('/registrs/glabasana/aptaujas/', {
    aptauja: 'klientu-aptauja',
    darit: 'apturet',
  }),
  'GET /registrs/glabasana/:id/': act(''),
  'GET /registrs/glabasana/:id/iznicinat/': act('iznicinat/'),
  'POST /registrs/glabasana/:id/iznicinat/': aims => [
    { path: `${aims.act}iznicinat/`, fields: { akts: 'Nr. 7' } },
    { path: `${aims.act}iznicinat/`, fields: { akts: 'Nr. 5, 2026-11-23', saskanots: 'on' } },
  ],
  'POST /registrs/glabasana/:id/atmest/': aims => [{ path: `${aims.act}atmest/`, fields: {} }],
  'GET /registrs/aptaujas/:id/ielugumi/': pages(`/registrs/aptaujas/${staffSurvey.id}/ielugumi/`),
  'POST /registrs/aptaujas/:id/ielugumi/': sent(`/registrs/aptaujas/${staffSurvey.id}/ielugumi/`, {
    skaits: 'x',
  }),
  'GET /registrs/jauns/': pages('/registrs/jauns/'),
  'POST /registrs/jauns/': sent(
    '/registrs/jauns/',
    { text: 'Pa telefonu.' },
    {
      channel: 'phone',
      kind: 'complaint',
      receivedOn: '2026-11-23',
      receivedAt: '09:00',
      text: 'Pa telefonu teica, ka auksti.',
      send: 'on',
      idempotencyKey: 'attacker-0123456789abcdefgh',
    },
  ),
  'GET /registrs/cilveki/': pages('/registrs/cilveki/'),
  'POST /registrs/cilveki/': sent('/registrs/cilveki/', {
    name: 'Jauns Cilvēks',
    roles: 'clerk',
    idempotencyKey: 'person-0123456789abcdefghij',
  }),
  'GET /registrs/cilveki/:id/': pages(
    '/registrs/cilveki/nav/',
    ...Object.values(PEOPLE).map(({ id }) => `/registrs/cilveki/${id}/`),
  ),
  'POST /registrs/cilveki/:id/': () =>
    Object.values(PEOPLE).map(({ id, name }) => ({
      path: `/registrs/cilveki/${id}/`,
      fields: { name, roles: 'clerk' },
    })),
  'POST /registrs/cilveki/:id/uzaicinat/': sent(`/registrs/cilveki/${PEOPLE.archivist.id}/uzaicinat/`, {}),
  'POST /registrs/cilveki/:id/izslegt/': sent(`/registrs/cilveki/${PEOPLE.director.id}/izslegt/`, {}),
  'POST /registrs/cilveki/:id/ieslegt/': sent(`/registrs/cilveki/${PEOPLE.director.id}/ieslegt/`, {}),
  'GET /registrs/parskats/': pages(
    '/registrs/parskats/',
    '/registrs/parskats/?gads=2026&menesis=11',
    '/registrs/parskats/?gads=2015',
  ),
  'GET /registrs/publicets/': pages('/registrs/publicets/'),
  'POST /registrs/publicets/:id/nonemt/': aims =>
    [...aims.publications, 'nav'].map(id => ({ path: `/registrs/publicets/${id}/nonemt/`, fields: {} })),
  'GET /registrs/eksports/': pages('/registrs/eksports/'),
  'POST /registrs/eksports/': sent(
    '/registrs/eksports/',
    ...['csv', 'excel', 'json'].flatMap(format => [
      { ...WHOLE_YEAR, format },
      { ...WHOLE_YEAR, format, withContent: 'on' },
      { ...WHOLE_YEAR, format, kind: 'complaint', state: 'answered' },
    ]),
  ),
  'GET /registrs/aptaujas/:survey/ievade/': pages(survey('ievade/')),
  'POST /registrs/aptaujas/:survey/ievade/': sent(survey('ievade/'), {}),
  'GET /registrs/aptaujas/:survey/ievade/otra/': pages(survey('ievade/otra/')),
  'GET /registrs/aptaujas/:survey/ievade/otra/:serial/': pages(survey('ievade/otra/1/')),
  'POST /registrs/aptaujas/:survey/ievade/otra/:serial/': sent(survey('ievade/otra/1/'), {}),
  'POST /registrs/aptaujas/:survey/ievade/otra/:serial/izskirt/': sent(survey('ievade/otra/1/izskirt/'), {}),
  'GET /registrs/aptaujas/:survey/ievade/otra/:serial/atsaukt/': pages(survey('ievade/otra/1/atsaukt/')),
  'POST /registrs/aptaujas/:survey/ievade/otra/:serial/atsaukt/': sent(survey('ievade/otra/1/atsaukt/'), {}),
  'GET /registrs/aptaujas/:survey/teksti/': pages(survey('teksti/')),
  'POST /registrs/aptaujas/:survey/teksti/': sent(survey('teksti/'), { ko: 'Anna' }),
  'GET /registrs/aptaujas/:survey/teksti/druka/': pages(survey('teksti/druka/')),
  'GET /registrs/aptaujas/:survey/teksti/izskatit/': pages(survey('teksti/izskatit/')),
  'GET /registrs/aptaujas/:survey/teksti/:text/': pages(survey('teksti/1/')),
  'POST /registrs/aptaujas/:survey/teksti/:text/': sent(survey('teksti/1/'), {}),
  'GET /registrs/aptaujas/:survey/teksti/:text/birkas/': pages(survey('teksti/1/birkas/')),
  'POST /registrs/aptaujas/:survey/teksti/:text/birkas/': sent(survey('teksti/1/birkas/'), {}),
  'GET /registrs/aptaujas/': pages('/registrs/aptaujas/'),
  'GET /registrs/aptaujas/:id/': pages('/registrs/aptaujas/klientu-aptauja/'),
  'GET /registrs/konts/': pages('/registrs/konts/', '/registrs/konts/?darits=kodi'),
  'GET /registrs/konts/apstiprinat/': pages('/registrs/konts/apstiprinat/'),
  'POST /registrs/konts/apstiprinat/': sent('/registrs/konts/apstiprinat/', { response: 'x' }),
  'POST /registrs/konts/atslegas/': sent('/registrs/konts/atslegas/', { response: 'x' }),
  'POST /registrs/konts/atslegas/nosaukums/': sent('/registrs/konts/atslegas/nosaukums/', {
    id: 'x',
    name: 'Mana',
  }),
  'POST /registrs/konts/atslegas/nonemt/': sent('/registrs/konts/atslegas/nonemt/', { id: 'x' }),
  'POST /registrs/konts/kodi/': sent('/registrs/konts/kodi/', {}),
  'POST /registrs/konts/sesijas/beigt/': sent('/registrs/konts/sesijas/beigt/', { id: 'x' }),
  'POST /registrs/konts/sesijas/beigt-citas/': sent('/registrs/konts/sesijas/beigt-citas/', {}),
  'GET /registrs/ieiet/': pages('/registrs/ieiet/'),
  'POST /registrs/ieiet/atslega/': sent('/registrs/ieiet/atslega/', { response: 'x' }),
  'POST /registrs/ieiet/kods/': sent('/registrs/ieiet/kods/', { code: 'x' }),
  'GET /registrs/ieiet/uzaicinajums/': pages('/registrs/ieiet/uzaicinajums/'),
  'POST /registrs/ieiet/uzaicinajums/': sent('/registrs/ieiet/uzaicinajums/', { token: 'x' }),
  'POST /registrs/ieiet/uzaicinajums/atslega/': sent('/registrs/ieiet/uzaicinajums/atslega/', {
    token: 'x',
    response: 'x',
  }),
  'POST /registrs/iziet/': sent('/registrs/iziet/', {}),
};
