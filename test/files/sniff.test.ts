// Detecting the type of a file from its content; a widely used library agrees wherever it knows the format.
import fc from 'fast-check';
import { fileTypeFromBuffer } from 'file-type';
import { describe, expect, it } from 'vitest';
import { FORMATS, type Format } from '../../api/domain/files/formats.ts';
import { safeName } from '../../api/domain/files/name.ts';
import { sniff } from '../../api/domain/files/sniff.ts';
import { MOST_ENTRIES } from '../../api/domain/files/zip-head.ts';
import { FILE_EXTENSIONS } from '../../src/forms/files.ts';
import * as sample from './samples.ts';

const ACCEPTED: [string, Format, Uint8Array][] = [
  ['foto.jpg', 'jpeg', sample.jpeg()],
  ['ekrans.png', 'png', sample.png()],
  ['foto.webp', 'webp', sample.webp()],
  ['lemums.pdf', 'pdf', sample.pdf],
  ['vestule.docx', 'docx', sample.docx],
  ['vestule.docx', 'docx', sample.docxStreamed],
  ['tabula.xlsx', 'xlsx', sample.xlsx],
  ['slaidi.pptx', 'pptx', sample.pptx],
  ['vestule.odt', 'odt', sample.odt],
  ['tabula.ods', 'ods', sample.ods],
  ['vestule.doc', 'doc', sample.doc],
  ['tabula.xls', 'xls', sample.doc],
  ['lugums.asice', 'asice', sample.asice],
  ['lugums.edoc', 'asice', sample.asice],
  ['lugums.asice', 'asice', sample.asiceStreamed],
  ['vecs.edoc', 'edoc', sample.edoc1],
  ['vecs.edoc', 'edoc', sample.plainZip],
];

describe('sniff', () => {
  it.each(ACCEPTED)('takes %s as %s', (name, format, bytes) => {
    expect(sniff(bytes, name)).toEqual({ ok: true, format });
  });

  it.each([
    ['attels.svg', 'unknown', sample.svg],
    ['lapa.html', 'unknown', sample.html],
    ['foto.jpg', 'unknown', sample.html],
    ['programma.exe', 'unknown', sample.exe],
    ['teksts.txt', 'unknown', sample.text],
    ['instalators.msi', 'unknown', sample.doc],
    ['nekas', 'unknown', new Uint8Array()],
    ['arhivs.zip', 'zip', sample.plainZip],
    ['foto.jpg', 'zip', sample.plainZip],
    ['makro.docx', 'macros', sample.docm],
    ['IMG_0001.HEIC', 'heic', sample.heic],
  ])('refuses %s as %s', (name, reason, bytes) => {
    expect(sniff(bytes, name)).toEqual({ ok: false, reason });
  });

  it('agrees with file-type wherever that knows more than the cover', async () => {
    let compared = 0;
    for (const [, format, bytes] of ACCEPTED) {
      const found = await fileTypeFromBuffer(bytes);
      if (!found || ['application/zip', 'application/x-cfb'].includes(found.mime)) continue;
      expect(found.mime).toBe(FORMATS[format].mediaType);
      compared += 1;
    }
    expect(compared).toBeGreaterThan(8);
  });

  it('never throws, whatever follows a known beginning', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ACCEPTED.map(([, , bytes]) => bytes)),
        fc.nat(40),
        fc.uint8Array({ maxLength: 200 }),
        fc.string(),
        (known, keep, noise, name) => {
          const bytes = Uint8Array.of(...known.subarray(0, keep), ...noise);
          expect(sniff(bytes, name)).toHaveProperty('ok');
        },
      ),
    );
  });

  it('refuses a zip of more entries than any program writes into the first megabyte', () => {
    const heads = (count: number) =>
      sample.bytesOf(sample.plainZip, Buffer.alloc(34 * count, sample.plainZip.subarray(0, 34)));
    expect(sniff(heads(MOST_ENTRIES), 'x.edoc')).toEqual({ ok: false, reason: 'too-many-parts' });
    expect(sniff(heads(MOST_ENTRIES - 1), 'x.edoc')).toEqual({ ok: true, format: 'edoc' });
  });

  it('offers in the file chooser exactly what it takes', () => {
    const endings = Object.values(FORMATS).flatMap(({ extensions }) => extensions);
    expect([...FILE_EXTENSIONS].sort()).toEqual([...new Set(endings)].sort());
  });
});

describe('safeName', () => {
  it.each([
    ['foto.JPG', 'jpeg', 'foto.jpg'],
    ['Rēķins (1).pdf', 'pdf', 'Rēķins (1).pdf'],
    ['C:\\Users\\Anna\\foto.jpeg', 'jpeg', 'foto.jpeg'],
    ['../../etc/passwd', 'pdf', 'passwd.pdf'],
    ['foto.jpg.exe', 'jpeg', 'foto.jpg.exe.jpg'],
    ['lapa.html', 'pdf', 'lapa.html.pdf'],
    ['gpj\u202egpj.exe', 'jpeg', 'gpj_gpj.exe.jpg'],
    ['a\u0000b\r\nc".pdf', 'pdf', 'a_b__c_.pdf'],
    ['...', 'pdf', 'fails.pdf'],
    ['', 'png', 'fails.png'],
    ['CON.pdf', 'pdf', 'fails-CON.pdf'],
    ['.pdf', 'pdf', 'fails.pdf'],
    ['lūgums.edoc', 'asice', 'lūgums.edoc'],
    ['lūgums.zip', 'asice', 'lūgums.zip.asice'],
  ] as [string, Format, string][])('makes of %j (%s) %j', (given, format, name) => {
    expect(safeName(given, format)).toBe(name);
  });

  it('gives a name that fits on any disk, whatever comes in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), given => {
        const name = safeName(given, 'pdf');
        expect(name).toMatch(/^[^\p{C}<>:"/\\|?*.][^\p{C}<>:"/\\|?*]*\.pdf$/u);
        expect(name.length).toBeLessThan(260);
      }),
    );
  });
});
