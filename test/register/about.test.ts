// Whom a submission is about: found in any grammatical case of a Latvian name, but not when a name is only an
// ordinary word.
import { describe, expect, it } from 'vitest';
import { aboutWhom } from '../../api/domain/register/about.ts';

const entry = (id: string, name: string, post = 'Speciālists', onlyOne = false) => ({
  id,
  name,
  postId: id,
  post,
  onlyOne,
  room: '1',
  phone: '+371 60000000',
  email: 'x@kac.example',
  topics: ['x'],
  reception: [],
});

const directory = [
  entry('anna', 'Anna Bērziņa'),
  entry('janis', 'Jānis Bērziņš'),
  entry('ieva', 'Ieva Kalniņa', 'Vecākais speciālists', true),
  entry('peteris', 'Pēteris Ozols', 'Izpilddirektors', true),
];

const ids = (content: Record<string, unknown>): string[] =>
  aboutWhom(content, directory)
    .map(({ who }) => who)
    .toSorted();

describe('by name', () => {
  it.each([
    ['the whole name', { text: 'Anna Bērziņa mani neuzklausīja.' }, ['anna']],
    ['in another case', { text: 'Runāju ar Annu Bērziņu.' }, ['anna']],
    ['in the dative', { text: 'Teicu Jānim Bērziņam.' }, ['janis']],
    ['a surname in the dative', { text: 'Sūdzos par to, ko teicu Ozolam.' }, ['peteris']],
    ['in the plural', { text: 'Abām Kalniņām.' }, ['ieva']],
    ['surname first', { text: 'Par Bērziņu Jāni.' }, ['janis']],
    ['without marks', { text: 'Par Annu Berzinu.' }, ['anna']],
    ['a surname alone means all who bear it', { text: 'Bērziņa kundze bija rupja.' }, ['anna', 'janis']],
    ['in the subject', { text: 'x', subject: 'Kalniņas darbs' }, ['ieva']],
    ['in the wish', { text: 'x', wish: 'Lai Pēteris Ozols atvainojas' }, ['peteris']],
    ['the sender', { text: 'x', name: 'Ieva Kalniņa' }, ['ieva']],
    ['two people', { text: 'Anna Bērziņa un Ieva Kalniņa' }, ['anna', 'ieva']],
    ['nobody', { text: 'Rinda bija gara.' }, []],
    ['a word that is also a name', { text: 'Uz ceļa pie kalniņa nogāzies ozols.' }, []],
    ['a first name alone in a text', { text: 'Anna teica, ka jānāk rīt.' }, []],
    ['not text', { text: 5 }, []],
  ])('%s', (_, content, found) => expect(ids(content)).toEqual(found));
});

describe('in the field that asks whom', () => {
  it.each([
    ['a first name is enough', 'Anna', ['anna']],
    ['small letters are enough', 'kalniņa no otrā stāva', ['ieva']],
    ['a post that one person holds', 'izpilddirektors', ['peteris']],
    ['… in another case', 'Par izpilddirektoru', ['peteris']],
    ['a post of two words', 'vecākā speciālista rīcība', ['ieva']],
    ['a post of several people names nobody', 'speciālists pie loga', []],
    ['an empty field', '', []],
  ])('%s', (_, aboutStaff, found) => expect(ids({ text: 'x', aboutStaff })).toEqual(found));

  it('the text may address the director without being about them', () => {
    expect(ids({ text: 'Lūdzu izpilddirektoru izskatīt.' })).toEqual([]);
  });

  it('says how it was found', () => {
    expect(aboutWhom({ aboutStaff: 'izpilddirektors Ozols' }, directory)).toEqual([
      { who: 'peteris', why: 'named' },
    ]);
    expect(aboutWhom({ aboutStaff: 'izpilddirektors' }, directory)).toEqual([
      { who: 'peteris', why: 'post' },
    ]);
  });
});
