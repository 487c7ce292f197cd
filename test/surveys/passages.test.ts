// Suggestions for blacking out: names in every grammatical case, numbers, addresses; and what is not
// suggested.
import { describe, expect, it } from 'vitest';
import { nameFinder } from '../../api/domain/surveys/name-forms.ts';
import { suggestedPassages } from '../../api/domain/surveys/passages.ts';

const person = (name: string, post = 'Speciālists', onlyOne = false) => ({ name, post, onlyOne });
const DIRECTORY = [
  person('Anna Bērziņa'),
  person('Jānis Lācis'),
  person('Una Ozola-Liepa'),
  person('Mārtiņš Briedis', 'Izpilddirektors', true),
];

const found = (text: string) =>
  suggestedPassages(text, DIRECTORY).map(({ what, found, sure }) => `${what}${sure ? '' : '?'}: ${found}`);

describe('a name of the directory', () => {
  it.each([
    ['Bērziņa', 'Bērziņas Bērziņai Bērziņu Bērziņā bērziņa BĒRZIŅA Berzinas'],
    ['Jānis', 'Jāņa Jānim Jāni Jānī Jān Janis jāņi Jāņiem'],
    ['Lācis', 'Lāča Lācim Lāci Lācī Lāču'],
    ['Briedis', 'Brieža Briedim Briedi Briedī Briežu'],
    ['Kurpis', 'Kurpja Kurpim Kurpji'],
    ['Ieva', 'Ievas Ievai Ievu Ievā Iev'],
    ['Ozoliņš', 'Ozoliņa Ozoliņam Ozoliņu Ozoliņi'],
    ['Egle', 'Egles Eglei Egļu Eglē'],
    ['Mate', 'Mates Matei Mašu'],
    ['Markus', 'Markus Markum Markum'],
    ['Ivanovs', 'Ivanova Ivanovam Ivanovai'],
  ])('%s is found in all its forms', (name, forms) => {
    const isName = nameFinder([name]);
    expect(forms.split(' ').filter(form => !isName(form))).toEqual([]);
  });

  it('is not found in other words', () => {
    const isName = nameFinder(['Una Ozola', 'Jānis Lācis']);
    for (const word of ['un', 'to', 'unikāls', 'janvāris', 'ozolzīle', 'lācēns', 'es'])
      expect([word, isName(word)]).toEqual([word, false]);
  });

  it('is one passage with the surname, and is not sure without a capital letter', () => {
    expect(found('Paldies Annai Bērziņai par palīdzību.')).toEqual(['staff: Annai Bērziņai']);
    expect(found('Runāju ar jāni par to.')).toEqual(['staff?: jāni']);
    expect(found('Una teica, un viss.')).toEqual(['staff: Una']);
    expect(found('Vaicāju Annai Kalniņai un jāni Kalniņu.')).toEqual([
      'staff: Annai Kalniņai',
      'staff?: jāni Kalniņu',
    ]);
    expect(found('Otrdien Annai zvanīju.')).toEqual(['staff: Annai']);
    expect(found('Vaicāju Ozolai-Liepai.')).toEqual(['staff: Ozolai-Liepai']);
  });
});

describe('numbers and addresses', () => {
  it.each([
    ['Zvaniet 29123456!', 'phone: 29123456'],
    ['Mans numurs ir +371 29 123 456.', 'phone: +371 29 123 456'],
    ['Tālr. 64 123 456, vakarā.', 'phone: 64 123 456'],
    ['00371-29123456', 'phone: 00371-29123456'],
    ['Rakstiet uz anna.berza@pasts.example.', 'email: anna.berza@pasts.example'],
    ['(janis@x.example)', 'email: janis@x.example'],
    ['Kods 010190-12345', 'code: 010190-12345'],
    ['Kods 32012312345.', 'code: 32012312345'],
    ['Konts LV97HABA0012345678910', 'account: LV97HABA0012345678910'],
    ['Es dzīvoju Liepu ielā 5-12, otrajā stāvā.', 'address: Liepu ielā 5-12'],
    ['Krišjāņa Barona iela 3', 'address: Krišjāņa Barona iela 3'],
    ['Kr. Valdemāra ielas 7 dz. 4 pagalmā', 'address: Kr. Valdemāra ielas 7 dz. 4'],
    ['Indekss LV-4125', 'address: LV-4125'],
    ['Mājas „Kalnāji” ir tālu.', 'address?: „Kalnāji”'],
  ])('%s', (text, expected) => expect(found(text)).toEqual([expected]));

  it.each([
    'Rindā gaidīju 2026-11-24 no 9.00 līdz 10.30.',
    'Bija 24.11.2026. plkst. 10.15',
    'Samaksāju 12345678901234 reizes.',
    '5 no 10 punktiem, 100 eiro, 3 reizes 2025. gadā',
    'Iela pie centra bija slidena.',
  ])('“%s” holds none', text => expect(found(text)).toEqual([]));
});

it('an address begins with its sentence', () => {
  expect(found('Runāju ar Zani. Dzīvoju Rīgas ielā 5.')).toEqual([
    'capital?: Zani',
    'address: Dzīvoju Rīgas ielā 5',
  ]);
});

it.each(['A', 'Aa ', 'Aaa. ', '1', '1 ', '+1-', 'a@', '“A', 'LV1', 'Liepu iela '])(
  'a wall of “%s” is got over',
  piece => {
    const wall = piece.repeat(Math.ceil(5000 / piece.length));
    for (const { at, found } of suggestedPassages(wall, DIRECTORY))
      expect(wall.slice(at, at + found.length)).toBe(found);
  },
);

describe('what may be a name', () => {
  it('is a capital letter within a sentence', () => {
    expect(found('Man palīdzēja Zane Kalna. Viņa bija laipna.')).toEqual(['capital?: Zane Kalna']);
    expect(found('Jautāju, vai Jūs varat. VSAA un SIA zina. Paldies Jums!')).toEqual([]);
    expect(found('“Labi!” Viņa teica: “Nāciet.”')).toEqual([]);
    expect(found('- Rinda\n- Troksnis\nNav krēslu')).toEqual([]);
  });

  it('is a post that one person holds', () => {
    expect(found('Sūdzējos izpilddirektoram.')).toEqual(['post?: izpilddirektoram']);
    expect(found('Labs speciālists.')).toEqual([]);
  });
});

it('no passage lies within another, and each stands where it says', () => {
  const text = 'Annai Bērziņai (anna.berzina@x.example, 29123456), Liepu ielā 5; Jāņa kods 010190-12345.';
  const all = suggestedPassages(text, DIRECTORY);
  expect(all.map(({ what }) => what)).toEqual(['staff', 'email', 'phone', 'address', 'staff', 'code']);
  for (const { at, found } of all) expect(text.slice(at, at + found.length)).toBe(found);
});

it('an empty text and an empty directory hold nothing', () => {
  expect(suggestedPassages('', DIRECTORY)).toEqual([]);
  expect(suggestedPassages('Rinda bija gara.', [])).toEqual([]);
});
