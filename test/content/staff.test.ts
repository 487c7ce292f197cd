// Mistakes about people, found in their file and line and explained; valid absences and photographs are
// accepted.
import { describe, expect, it } from 'vitest';
import { checkContent } from '../../src/build/check/check.ts';
import { formatReport } from '../../src/build/check/report.ts';
import { AROUND, STAFF } from './broken/staff.ts';
import { edited, siteWith } from './fixtures.ts';

const PHOTO = 'content/staff/anna.jpg';
const staff = 'content/staff/anna.mdx';
const around = (path: string, text: string, photo = true) =>
  siteWith({ ...AROUND, ...(photo ? { [PHOTO]: '' } : {}), [path]: text });
const withPhoto = 'photo: { file: anna.jpg, alt: Anna pie loga }\n---\n\nAnna';

function parsed(path: string, says: string) {
  const [, file = path, line, field, message = '', fix = ''] =
    /^(?:(content\/\S+?):)?(\d+) ([^:]+): (.*?) \|\s?(.*)$/.exec(says) ?? [];
  return {
    file,
    line: Number(line),
    field,
    message: expect.stringContaining(message),
    fix: expect.stringContaining(fix),
  };
}

describe('mistakes about people', () => {
  it.each(STAFF.map(entry => [entry.name, entry] as const))(
    'explains %s',
    (_name, { path, from, to, says }) => {
      const hasPhoto = to.includes('photo:');
      const needsPhoto = says.some(line => line.startsWith('content/staff/anna.jpg')) || hasPhoto;
      const problems = checkContent(around(path, edited(path, from, to), needsPhoto));
      const expected = says.map(line => parsed(path, line)).toSorted((a, b) => a.file.localeCompare(b.file));
      expect(problems).toEqual(expected.map(problem => expect.objectContaining(problem)));
      expect(formatReport(problems)).not.toMatch(
        /\n\s+at |Invalid|expected|received|undefined|\[object|Error/,
      );
    },
  );
});

describe('sound entries', () => {
  it('are absences one after the other, with a stand-in who is back by then', () => {
    const absences = `absences:
  - { from: 2026-12-01, through: 2026-12-12, standIn: janis }
  - { from: 2026-12-13, through: 2026-12-13, standIn: janis }
  - { from: 2027-01-09, through: 2027-01-15, standIn: janis }
---

Anna`;
    expect(checkContent(around(staff, edited(staff, '---\n\nAnna', absences), false))).toEqual([]);
  });

  it('are a photograph with its description', () => {
    expect(checkContent(around(staff, edited(staff, '---\n\nAnna', withPhoto)))).toEqual([]);
  });

  it('are not a photograph that nobody names any more', () => {
    const [problem, ...rest] = checkContent(siteWith({ [PHOTO]: '' }));
    expect(rest).toEqual([]);
    expect(problem).toMatchObject({ file: PHOTO, line: 1, message: expect.stringContaining('nav norādīts') });
  });
});
