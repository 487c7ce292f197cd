// The stemmer on whole paradigms: every form of a word gives one stem, with or without diacritics.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, stem, tokensOf, verbRoot, wordsOf } from '../../src/search/stem.ts';

/** Nominative, genitive, dative, accusative, locative; singular, then plural where there is one. */
const PARADIGMS = [
  'pakalpojums pakalpojuma pakalpojumam pakalpojumu pakalpojumā pakalpojumi pakalpojumiem pakalpojumus pakalpojumos',
  'nodoklis nodokļa nodoklim nodokli nodoklī nodokļi nodokļu nodokļiem nodokļus nodokļos',
  'bērns bērna bērnam bērnu bērnā bērni bērniem bērnus bērnos',
  'suns suņa sunim suni sunī suņi suņu suņiem suņus suņos',
  'skapis skapja skapim skapi skapī skapji skapju skapjiem skapjus skapjos',
  'burvis burvja burvim burvi burvī burvji burvju burvjiem burvjus burvjos',
  'kaķis kaķa kaķim kaķi kaķī kaķu kaķiem kaķus kaķos',
  'lācis lāča lācim lāci lācī lāči lāču lāčiem lāčus lāčos',
  'ceļš ceļa ceļam ceļu ceļā ceļi ceļiem ceļus ceļos',
  'tirgus tirgum tirgu tirgū tirgi tirgiem tirgos',
  'sūdzība sūdzības sūdzībai sūdzību sūdzībā sūdzībām sūdzībās',
  'māja mājas mājai māju mājā mājām mājās',
  'deklarācija deklarācijas deklarācijai deklarāciju deklarācijā deklarācijām deklarācijās',
  'ēka ēkas ēku ēkā ēkām ēkās',
  'pase pases pasei pasi pasē pasu pasēm pasēs',
  'upe upes upi upē upju upēm upēs',
  'zeme zemes zemei zemi zemē zemju zemēm zemēs',
  'krāsns krāsnij krāsni krāsnī krāsnis krāšņu krāsnīm krāsnīs',
  'apkalpošana apkalpošanas apkalpošanai apkalpošanu apkalpošanā',
  'iedzīvotājs iedzīvotāja iedzīvotājam iedzīvotāju iedzīvotājā iedzīvotāji iedzīvotājiem iedzīvotājus iedzīvotājos',
  'dzīvesvieta dzīvesvietas dzīvesvietai dzīvesvietu dzīvesvietā dzīvesvietām dzīvesvietās',
  'sociāls sociāla sociālam sociālu sociālā sociāli sociāliem sociālus sociālos sociālai sociālas sociālām sociālās sociālais sociālajam sociālajā sociālie sociālajiem sociālajos sociālajai sociālajām sociālajās',
] as const;

describe.each(PARADIGMS)('%s', paradigm => {
  const forms = paradigm.split(' ');
  it('has one stem, with diacritics or without', () => {
    const stems = forms.flatMap(form => wordsOf(form).map(stem));
    expect(new Set(stems).size, [...new Set(stems)].join()).toBe(1);
    expect(stems).toEqual(forms.map(form => stem(fold(form))));
  });
});

describe('different words', () => {
  it('keep different stems', () => {
    const words = PARADIGMS.map(paradigm => stem(fold(paradigm.split(' ')[0] ?? '')));
    expect(new Set(words).size).toBe(PARADIGMS.length);
  });

  it.each([
    ['kas', 'kase'],
    ['vide', 'vieta'],
    ['laiks', 'laulība'],
    ['liels', 'lieta'],
  ])('%s is not %s', (one, other) => expect(stem(fold(one))).not.toBe(stem(fold(other))));
});

describe('words', () => {
  it.each([
    ['Sūdzība, kas? (jā)', ['sudziba', 'kas', 'ja']],
    ['5.2.3. punkts un 10.', ['5.2.3', 'punkts', 'un', '10']],
    ['e-adrese', ['eadrese', 'adrese']],
    ['S\u0304u\u0304dzi\u0304ba', ['sudziba']],
    ['ＳＵＮＳ', ['suns']],
    ['', []],
    ['— … “”', []],
  ])('of “%s”', (text, words) => expect(wordsOf(text)).toEqual(words));

  it('are known as they were written', () => {
    expect(tokensOf('Sūdzību!').map(({ written }) => written)).toEqual(['Sūdzību']);
  });

  it('never are empty, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), text => {
        for (const word of wordsOf(text)) {
          expect(word).not.toBe('');
          expect(stem(word).length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('a verb', () => {
  it('begins like the nouns made of it', () => {
    const roots = ['deklarēt', 'deklarēties', 'deklarēšana', 'deklarēšanu', 'deklarācija', 'deklarāciju'];
    expect(roots.map(word => verbRoot(fold(word)))).toEqual(roots.map(() => 'deklar'));
  });

  it.each(['suns', 'bet', 'sūdzība', 'nodokļi', '5.2.3'])('is not %s', word =>
    expect(verbRoot(fold(word))).toBeNull(),
  );
});
