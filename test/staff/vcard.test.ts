// Contact cards, read by another program's parser: every field is intact, whatever characters it contains.

import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import type { Facts } from '../../src/site/facts-schema.ts';
import { cardNote } from '../../src/staff/card-note.ts';
import { vcard } from '../../src/staff/vcard.ts';
import { entry, member } from './people.ts';

const facts = {
  institution: 'Parauga pašvaldība; nodaļa, “A”',
  name: 'Parauga novada valsts un pašvaldības vienotais klientu apkalpošanas centrs',
  posts: [{ id: 'specialists', title: 'Vecākais speciālists, jurists' }],
  address: {
    value: {
      street: 'Gaujas iela 4',
      locality: 'Paraugi',
      parish: 'Paraugu pagasts',
      municipality: 'Paraugu novads',
      postalCode: 'LV-4125',
    },
  },
} as unknown as Facts;

const details = {
  origin: 'https://kac.example',
  note: 'Pirmā rinda\nOtrā; ar \\ zīmi, un komatu',
  country: 'Latvija',
};
const card = (change = {}, more = {}) => vcard(entry('anna', change), facts, { ...details, ...more });
const read = (text: string) => {
  const parsed = new ICAL.Component(ICAL.parse(text));
  return (name: string): unknown => parsed.getFirstProperty(name)?.getFirstValue();
};

describe('a contact card', () => {
  it('is vCard 4.0 with everything rule point 5.2.3 asks for', () => {
    const value = read(card());
    expect(value('version')).toBe('4.0');
    expect(value('kind')).toBe('individual');
    expect(value('fn')).toBe('Anna Parauga');
    expect(value('n')).toEqual(['Parauga', 'Anna', '', '', '']);
    expect(value('org')).toEqual([facts.institution, facts.name]);
    expect(value('title')).toBe('Vecākais speciālists, jurists');
    expect(value('tel')).toBe('tel:+37160000001');
    expect(value('email')).toBe('anna@paraugs.example');
    expect(value('adr')).toEqual([
      '',
      '',
      'Gaujas iela 4',
      'Paraugi',
      'Paraugu pagasts, Paraugu novads',
      'LV-4125',
      'Latvija',
    ]);
    expect(value('url')).toBe('https://kac.example/darbinieki/anna/');
    expect(value('uid')).toBe('https://kac.example/darbinieki/anna/');
    expect(value('note')).toBe(details.note);
  });

  it('takes all but the last word for given names, and one word for a given name', () => {
    expect(read(card({ name: 'Anna Marija Parauga-Bērziņa' }))('n')).toEqual([
      'Parauga-Bērziņa',
      'Anna Marija',
      '',
      '',
      '',
    ]);
    expect(read(card({ name: 'Anna' }))('n')).toEqual(['', 'Anna', '', '', '']);
  });

  it('has lines of at most 75 octets that end in CRLF and never split a letter', () => {
    const text = card({}, { note: 'ā'.repeat(500) });
    expect(text.endsWith('END:VCARD\r\n')).toBe(true);
    for (const line of text.split('\r\n')) {
      expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
      expect(line).not.toMatch(/[\r\n\ufffd]/);
    }
    expect(read(text)('note')).toBe('ā'.repeat(500));
  });

  it('brings any text back as it was', () => {
    const signs = fc.constantFrom(...'aā🙂\\,;:"\'\n n^%'.split(/(?:)/u));
    fc.assert(
      fc.property(fc.string({ unit: signs, maxLength: 200 }), note => {
        expect(read(card({}, { note }))('note')).toBe(note);
      }),
    );
  });

  it('lets nobody add a field of their own', () => {
    const value = read(card({ name: 'Anna\r\nEMAIL:evil@x.example Parauga' }));
    expect(value('email')).toBe('anna@paraugs.example');
  });
});

describe('the note', () => {
  it('says where, when and about what, and first that a made-up person is made up', () => {
    expect(cardNote(member({ sample: true, topics: ['Dzīvesvieta', 'Suņi'] }))).toBe(
      [
        'Parauga dati: šī persona ir izdomāta.',
        'Kur atrast: 1. stāvs, 2. kabinets',
        'Pieņemšanas laiks: Pirmdiena 9.00–12.00, 13.00–17.00; Otrdiena 13.00–17.00; Trešdiena 9.00–12.00',
        'Par kādiem jautājumiem vērsties: Dzīvesvieta; Suņi',
      ].join('\n'),
    );
    expect(cardNote(member())).not.toContain('Parauga dati');
  });
});
